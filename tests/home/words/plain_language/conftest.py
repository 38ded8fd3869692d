"""A page with a text that is plain, or too hard; and the browser of its editor."""

from collections.abc import Callable
from typing import Any

import pytest

from home.site.pages.demo import paragraph
from home.site.pages.pages import ContentPage
from home.site.pages.services import save_page
from tests.factories.world import World

PLAIN = (
    "Kom op dinsdag langs met uw brief. U hoeft geen lid te zijn. Wij lezen de brief samen met u. "
    "Daarna belt u zelf, of wij helpen u daarbij. De koffie staat klaar. Het kost niets."
)
HARD = (
    "Teneinde voor ondersteuning in aanmerking te komen, wordt door de desbetreffende maatschappelijke organisatie "
    "voorafgaand aan de dienstverlening een inventarisatie uitgevoerd met betrekking tot de financiële "
    "omstandigheden, waarbij eveneens de verantwoordelijkheden van overige betrokkenen worden geëvalueerd."
)
# B1, and so good enough for a page in Dutch; for easy Dutch its sentences and words are too long.
B1 = (
    "De vrijwilligers van de bibliotheek helpen u op dinsdagmiddag met uw belastingaangifte en met formulieren. "
    "Neem de brieven van de gemeente en uw identiteitskaart mee, want die hebben wij nodig. "
    "Soms duurt het langer dan een uur en dan maken wij een nieuwe afspraak met u."
)


@pytest.fixture
def page_with(world: World) -> Callable[..., ContentPage]:
    """Make a page with a text; of the first library when no other is named."""

    def make(
        text: str, *, slug: str = "tekst", title: str = "Een bladzijde", place: World = world, **fields: Any
    ) -> Any:
        return save_page(
            model=ContentPage,
            parent=place.home,
            slug=slug,
            title=title,
            search_description="Wat u hier vindt.",
            body=[("paragraph", paragraph(text))],
            **fields,
        )

    return make


@pytest.fixture
def draft_with(page_with: Callable[..., ContentPage]) -> Callable[..., ContentPage]:
    """Make a page that is live with a plain text, and has a draft with another."""

    def make(text: str, **more: Any) -> ContentPage:
        page = page_with(PLAIN, **more)
        page.body = [("paragraph", paragraph(text))]
        page.save_revision()
        return ContentPage.objects.get(pk=page.pk)

    return make
