"""The vocabulary of a page."""

import pytest
from wagtail.blocks import StreamBlockValidationError

from home.site.blocks.blocks import BodyBlock
from tests.factories.world import translate

block = BodyBlock()


def body(*parts):
    return block.to_python([{"type": kind, "value": value} for kind, value in parts])


def test_a_subheading_needs_a_heading_above_it():
    with pytest.raises(StreamBlockValidationError):
        block.clean(body(("heading", {"text": "Los", "level": "h3"})))


def test_a_subheading_under_a_heading_is_fine():
    value = block.clean(body(("heading", {"text": "Een", "level": "h2"}), ("heading", {"text": "Twee", "level": "h3"})))
    assert [child.value.is_sub for child in value] == [False, True]


def test_a_contact_card_without_a_way_on_is_refused():
    empty = {"name": "De balie", "role": "", "phone": "", "email": "", "text": ""}
    with pytest.raises(StreamBlockValidationError):
        block.clean(body(("contact_card", empty)))


@pytest.mark.django_db
def test_links_to_pages_are_in_the_readers_words(world):
    translate(world.event, "pl")
    world.content.body = [("page_links", {"title": "Verder", "pages": [world.event]})]
    world.content.save_revision().publish()
    html = world.client().get("/pl/over/").content.decode()
    assert 'href="/pl/activiteiten/avond/"' in html
    assert "Oever avond [pl]" in html


@pytest.mark.parametrize("name", list(block.child_blocks), ids=str)
def test_each_block_has_icon_description_and_preview(name):
    child = block.child_blocks[name]
    assert child.meta.icon != "placeholder"
    assert child.get_description()
    assert child.is_previewable
