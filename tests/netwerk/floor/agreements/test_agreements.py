"""Agreements are private files: one view serves them, after the membership check."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from home.tenant.libraries.choices import Role
from netwerk.floor.agreements.models import Agreement
from netwerk.floor.agreements.services import delete_agreement, save_agreement
from tests.factories.inside import Inside, make_agreement
from tests.factories.world import World

ADMIN = "wagtailsnippets_netwerk_floor_agreement"


def url_of(agreement: Agreement) -> str:
    return reverse("agreements:agreement_file", args=[agreement.uuid])


def content_of(response: Any) -> bytes:
    """What was streamed; the file is closed, as a server does."""
    content = response.getvalue()
    response.close()
    return content


def test_partner_opens_an_agreement(inside: Inside) -> None:
    response = inside.as_role(Role.PARTNER).get(url_of(inside.agreement))
    assert content_of(response) == b"%PDF-1.4 afspraak"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="oeverdocument.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def test_what_a_browser_cannot_show_is_downloaded(world: World, inside: Inside) -> None:
    agreement = save_agreement(
        library=world.library, uuid=inside.agreement.uuid, title="Notitie", summary="x", file=ContentFile(b"a", "n.txt")
    )
    response = inside.as_role(Role.PARTNER).get(url_of(agreement))
    assert content_of(response) == b"a"
    assert response["Content-Disposition"] == 'attachment; filename="notitie.txt"'
    assert response["Content-Type"] == "application/octet-stream"


def test_a_private_file_has_no_address(inside: Inside) -> None:
    with pytest.raises(ValueError, match="private"):
        _ = inside.agreement.file.url
    stranger = inside.world.client()
    name = inside.agreement.file.name
    assert [stranger.get(f"/{root}/{name}").status_code for root in ("media", "documents", "private")] == [404] * 3


def test_a_file_that_is_gone_is_not_found(inside: Inside) -> None:
    storages["private"].delete(inside.agreement.file.name)
    assert inside.as_role(Role.PARTNER).get(url_of(inside.agreement)).status_code == 404


def test_a_new_file_replaces_the_old_one(inside: Inside, world: World, django_capture_on_commit_callbacks: Any) -> None:
    old = inside.agreement.file.name
    with django_capture_on_commit_callbacks(execute=True):
        new = save_agreement(
            library=world.library,
            uuid=inside.agreement.uuid,
            title="A",
            summary="b",
            file=ContentFile(b"%PDF", "c.pdf"),
        )
    assert (storages["private"].exists(old), storages["private"].exists(new.file.name)) == (False, True)


def test_the_file_goes_with_the_row(inside: Inside, django_capture_on_commit_callbacks: Any) -> None:
    name = inside.agreement.file.name
    with django_capture_on_commit_callbacks(execute=True):
        delete_agreement(row=inside.agreement)
    assert storages["private"].exists(name) is False


def test_the_file_goes_with_a_row_that_was_ticked(inside: Inside, django_capture_on_commit_callbacks: Any) -> None:
    agreement = inside.agreement
    name = agreement.file.name
    with django_capture_on_commit_callbacks(execute=True):
        inside.as_role(Role.COMMUNICATION).post(f"/admin/bulk/netwerk_floor/agreement/delete/?id={agreement.pk}")
    assert (Agreement.objects.filter(pk=agreement.pk).exists(), storages["private"].exists(name)) == (False, False)


def test_a_program_is_no_agreement(world: World) -> None:
    with pytest.raises(ValidationError) as refused:
        save_agreement(
            library=world.library,
            uuid="0e5a2f0e-0000-4000-8000-000000000001",
            title="A",
            summary="b",
            file=ContentFile(b"<script>", "c.html"),
        )
    assert list(refused.value.message_dict) == ["file"]
    assert not Agreement.objects.exists()


def test_list_takes_the_same_queries_for_1_and_30(inside: Inside, django_assert_num_queries: Any) -> None:
    partner = inside.as_role(Role.PARTNER)
    url = reverse("agreements:agreements")
    with django_assert_num_queries(5):
        partner.get(url)
    for number in range(29):
        make_agreement(inside.world, f"Meer {number}")
    with django_assert_num_queries(5):
        assert partner.get(url).content.decode().count("(PDF)") == 30


def test_staff_put_an_agreement_in_the_portal(world: World, inside: Inside) -> None:
    editor = inside.as_role(Role.COMMUNICATION)
    file = SimpleUploadedFile("afspraak.pdf", b"%PDF-1.4", content_type="application/pdf")
    response = editor.post(reverse(f"{ADMIN}:add"), {"title": "Nieuw", "summary": "Zo doen we het.", "file": file})
    assert response.status_code == 302
    agreement = Agreement.objects.get(title="Nieuw")
    assert agreement.library == world.library
    assert editor.get(reverse(f"{ADMIN}:edit", args=[agreement.pk])).status_code == 200


def test_agreement_without_a_file_is_refused_and_keeps_what_was_typed(inside: Inside) -> None:
    editor = inside.as_role(Role.COMMUNICATION)
    response = editor.post(reverse(f"{ADMIN}:add"), {"title": "Nieuw", "summary": "Getypte zin."})
    assert list(response.context["form"].errors) == ["file"]
    assert "Getypte zin." in response.content.decode()


@pytest.mark.parametrize("view", ["edit", "delete", "history", "usage"])
def test_agreement_of_the_neighbour_is_not_in_the_admin(inside: Inside, beside: Inside, view: str) -> None:
    response = inside.as_role(Role.COMMUNICATION).get(reverse(f"{ADMIN}:{view}", args=[beside.agreement.pk]))
    assert (response.status_code, b"Vestdocument" in response.content) == (404, False)


def test_admin_list_shows_own_agreements(inside: Inside, beside: Inside) -> None:
    page = inside.as_role(Role.COMMUNICATION).get(reverse(f"{ADMIN}:list")).content.decode()
    assert "Oeverdocument" in page
    assert "Vest" not in page


def test_partner_cannot_open_the_admin_list(inside: Inside) -> None:
    response = inside.as_role(Role.PARTNER).get(reverse(f"{ADMIN}:list"), follow=True)
    assert "Oeverdocument" not in response.content.decode()
