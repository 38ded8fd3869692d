"""Links between pages in a text: in the reader's language, all of a text in one query."""

from typing import Any

from django.utils.html import escape
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text import LinkHandler

from home.tenant.languages.selectors import address


class ReaderPageLinkHandler(LinkHandler):
    """``<a linktype="page" id="…">`` becomes the page's address in the language that is being read.

    A page that is gone or not live leaves its words without a link.
    """

    identifier = "page"

    @staticmethod
    def get_model() -> type[Page]:
        return Page

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Page | None]:
        ids = [int(attrs["id"]) for attrs in attrs_list if str(attrs.get("id", "")).isdigit()]
        pages = Page.objects.filter(live=True).in_bulk(ids)
        return [pages.get(int(attrs["id"])) if str(attrs.get("id", "")).isdigit() else None for attrs in attrs_list]

    @classmethod
    def extract_references(cls, attrs: dict[str, Any]) -> list[tuple[type[Page], str, str, str]]:
        """The page that a link points to, for the index of references and the check on other libraries' pages."""
        return [(Page, attrs["id"], "", "")] if str(attrs.get("id", "")).isdigit() else []

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        code = get_language() or "nl"
        return [f'<a href="{escape(address(page, code))}">' if page else "<a>" for page in cls.get_many(attrs_list)]

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, Any]) -> str:
        return cls.expand_db_attributes_many([attrs])[0]


@hooks.register("register_rich_text_features", order=100)
def register_page_link_handler(features: Any) -> None:
    """Put our handler in the place of Wagtail's."""
    features.register_link_type(ReaderPageLinkHandler)
