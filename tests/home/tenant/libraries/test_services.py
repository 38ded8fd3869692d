"""A library, its languages and who may do what."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from wagtail.models import Locale, Site

from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import has_role, libraries_of, library_for_host, library_of_page
from home.tenant.libraries.services import follow_port, grant, revoke, switch_off_language, switch_on_language
from home.tenant.users.models import User
from tests.factories.world import make_user

pytestmark = pytest.mark.django_db


def test_a_language_is_switched_on_without_anything_but_a_row(world, visitor):
    assert visitor.get("/ti/over/").status_code == 404
    switch_on_language(library=world.library, code="ti")
    answer = visitor.get("/ti/over/")
    assert (answer.status_code, answer.context["is_fallback"]) == (200, True)
    assert '<html lang="ti"' in answer.content.decode()


def test_the_new_home_is_a_draft_beside_the_others(world):
    switch_on_language(library=world.library, code="ti")
    copy = world.home.get_translation(Locale.objects.get(language_code="ti"))
    assert (copy.live, copy.alias_of_id, copy.depth, copy.slug) == (False, None, world.home.depth, "oever-ti")


def test_an_unknown_language_is_refused(world):
    with pytest.raises(ValidationError):
        switch_on_language(library=world.library, code="xx")


def test_the_main_language_cannot_be_switched_off(world):
    with pytest.raises(ValidationError):
        switch_off_language(library=world.library, code="nl")


def test_switching_off_hides_and_switching_on_again_brings_back(world, visitor):
    switch_off_language(library=world.library, code="pl")
    assert visitor.get("/pl/over/").status_code == 404
    switch_on_language(library=world.library, code="pl")
    assert visitor.get("/pl/over/").status_code == 200


def test_groups_follow_from_memberships_and_from_nothing_else(world):
    user = make_user(Role.COMMUNICATION, world.library)
    assert [group.name for group in user.groups.all()] == ["oever: communication"]
    user.groups.add(Group.objects.create(name="stray"))
    revoke(membership=user.memberships.get())
    assert list(user.groups.all()) == []


def test_only_the_network_administrator_is_over_everything(world):
    user = make_user(Role.NETWORK_ADMINISTRATOR, None)
    assert user.is_superuser is True
    revoke(membership=user.memberships.get())
    assert User.objects.get(pk=user.pk).is_superuser is False


def test_a_role_holds_at_its_own_library_only(world, neighbour):
    user = make_user(Role.COMMUNICATION, world.library)
    assert has_role(user, world.library, Role.COMMUNICATION)
    assert not has_role(user, world.library, Role.MANAGER)
    assert not has_role(user, neighbour.library)
    assert list(libraries_of(user)) == [world.library]


def test_somebody_who_left_has_no_role(world):
    user = make_user(Role.COMMUNICATION, world.library)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert not has_role(User.objects.get(pk=user.pk), world.library)


def test_granting_twice_is_one_membership(world):
    user = make_user(Role.PARTNER, world.library)
    grant(user=user, role=Role.PARTNER, library=world.library)
    assert user.memberships.count() == 1


def test_each_page_and_host_has_its_library(world, neighbour):
    assert [library_of_page(page) for page in (world.event, neighbour.event)] == [world.library, neighbour.library]
    assert [library_for_host(name) for name in ("oever.test", "vest.test")] == [world.library, neighbour.library]


def test_an_unknown_host_gets_the_default_library_only(world, neighbour):
    default = Library.objects.get(site__is_default_site=True)
    assert library_for_host("vreemd.test") == default


def test_sites_on_this_machine_follow_the_port_and_others_do_not(world):
    Site.objects.filter(pk=world.library.site_id).update(hostname="oever.localhost", port=8000)
    elsewhere = Site.objects.exclude(pk=world.library.site_id).values_list("port", flat=True)
    before = list(elsewhere)
    follow_port(port=8123)
    assert Site.objects.get(pk=world.library.site_id).port == 8123
    assert list(elsewhere) == before
