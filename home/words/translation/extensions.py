"""What a higher feature may add to translating."""

from typing import Any, Protocol

from wagtail.models import Page

from home.tenant.extending.registry import Registry
from home.tenant.libraries.models import Library


class Way(Protocol):
    """A further way to get a page translated."""

    def __call__(self, page: Page) -> tuple[str, str]:
        """``page``: the source. Answers with the words of a button and its address."""


class Objection(Protocol):
    """Judges a whole translation before it is published."""

    def __call__(self, translation: Any) -> str:
        """Answers with a sentence that says why it is not published, or with nothing."""


class Part(Protocol):
    """A part of the screen of a page's translations."""

    def __call__(self, *, source: Page, library: Library, states: Any) -> tuple[str, Any] | None:
        """Answers with a template and what it shows as ``part``, or with nothing."""


more_ways: Registry[Way] = Registry("further ways to get a page translated")
objections: Registry[Objection] = Registry("what may be against publishing a translation")
parts: Registry[Part] = Registry("parts of the screen of translations")
