"""Who comes in: a membership at the library of the address, and nothing else."""

import pytest
from django.urls import reverse

from home.tenant.libraries.choices import Role
from home.tenant.users.services import create_user
from tests.factories.inside import Inside, signed_in
from tests.factories.world import make_user

PLACES = [
    "intranet:start",
    "intranet:week",
    "news:news",
    "colleagues:who_is_who",
    "colleagues:my_card",
    "agreements:agreements",
]
ALL_PLACES = [*PLACES, "trajectories:trajectories"]
ROLES_WITH_TRAJECTORIES = {Role.COMMUNITY_LIBRARIAN, Role.MANAGER}
LIBRARY_ROLES = [role for role in Role if role != Role.NETWORK_ADMINISTRATOR]


def details(inside: Inside) -> list[str]:
    return [
        reverse("news:news_item", args=[inside.news.slug]),
        reverse("agreements:agreement_file", args=[inside.agreement.uuid]),
        reverse("trajectories:trajectory", args=[inside.trajectory.uuid]),
    ]


@pytest.mark.parametrize("place", ALL_PLACES)
def test_a_stranger_is_sent_to_sign_in(inside: Inside, place: str) -> None:
    url = reverse(place)
    response = inside.world.client().get(url)
    assert (response.status_code, response.url) == (302, f"/accounts/login/?next={url}")


def test_a_stranger_learns_nothing_from_an_address(inside: Inside) -> None:
    stranger = inside.world.client()
    for url in [*details(inside), "/intranet/nieuws/bestaat-niet/"]:
        response = stranger.get(url)
        assert (response.status_code, response.content) == (302, b"")


@pytest.mark.parametrize("place", ALL_PLACES)
def test_a_member_of_another_library_finds_nothing(inside: Inside, beside: Inside, place: str) -> None:
    guest = signed_in(inside.world, make_user(Role.COMMUNITY_LIBRARIAN, beside.world.library))
    response = guest.get(reverse(place))
    assert (response.status_code, b"Oever" in response.content) == (404, False)


def test_a_member_of_another_library_opens_no_detail(inside: Inside, beside: Inside) -> None:
    guest = signed_in(inside.world, make_user(Role.COMMUNITY_LIBRARIAN, beside.world.library))
    assert [guest.get(url).status_code for url in details(inside)] == [404, 404, 404]


def test_details_of_the_neighbour_are_not_there_under_the_own_address(inside: Inside, beside: Inside) -> None:
    librarian = inside.as_role(Role.COMMUNITY_LIBRARIAN)
    urls = [
        reverse("agreements:agreement_file", args=[beside.agreement.uuid]),
        reverse("trajectories:trajectory", args=[beside.trajectory.uuid]),
    ]
    assert [librarian.get(url).status_code for url in urls] == [404, 404]
    own = librarian.get(reverse("news:news_item", args=["nieuws"])).content.decode()
    assert "Oevernieuws in het lang." in own
    assert "Vest" not in own


@pytest.mark.parametrize("role", LIBRARY_ROLES, ids=str)
def test_each_role_opens_its_rooms(inside: Inside, beside: Inside, role: str) -> None:
    client = inside.as_role(role)
    for place in PLACES:
        response = client.get(reverse(place))
        assert (place, response.status_code) == (place, 200)
        assert "Vest" not in response.content.decode()
    expected = 200 if role in ROLES_WITH_TRAJECTORIES else 404
    assert client.get(reverse("trajectories:trajectories")).status_code == expected
    assert client.get(details(inside)[2]).status_code == expected


@pytest.mark.parametrize("role", [role for role in LIBRARY_ROLES if role != Role.COMMUNITY_LIBRARIAN], ids=str)
def test_only_a_community_librarian_meets_key_people(inside: Inside, role: str) -> None:
    client = inside.as_role(role)
    pages = [client.get(reverse(place)) for place in ALL_PLACES] + [client.get(details(inside)[2])]
    assert not any("Oevernaam" in page.content.decode() for page in pages)


def test_community_librarian_meets_key_people_and_the_admin(inside: Inside) -> None:
    client = inside.as_role(Role.COMMUNITY_LIBRARIAN)
    page = client.get(details(inside)[2]).content.decode()
    assert "Oevernaam Achter" in page
    assert reverse("wagtailadmin_home") in page


def test_partner_has_no_way_to_the_admin(inside: Inside) -> None:
    page = inside.as_role(Role.PARTNER).get("/intranet/").content.decode()
    assert "/admin/" not in page
    assert reverse("trajectories:trajectories") not in page


def test_account_without_a_role_gets_a_clear_sentence(inside: Inside) -> None:
    user = create_user(email="nieuw@test.example", first_name="Nieuw", last_name="Hier", password="geheim-123")
    response = signed_in(inside.world, user).get("/intranet/")
    assert response.status_code == 403
    page = response.content.decode()
    assert "nieuw@test.example" in page
    assert "Oevernieuws" not in page


@pytest.mark.parametrize("path", ["/nl/nieuws/", "/nl/oever-intranet/", "/nl/oever-intranet/nieuws/", "/nl/intranet/"])
def test_the_public_router_finds_no_intranet(inside: Inside, path: str) -> None:
    assert inside.world.client().get(path).status_code == 404


@pytest.mark.parametrize("path", ["/nl/zoeken/?q=Oevernieuws", "/sitemap.xml"])
def test_search_and_sitemap_know_no_news(inside: Inside, path: str) -> None:
    page = inside.world.client().get(path).content.decode()
    assert "intranet" not in page
    assert "in het lang" not in page
