"""One reader at one address: whose words she reads, and whose facts count."""

from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from home.tenant.languages.known import Language
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader at one address: the library, the language asked for, the source and the words shown.

    ``words`` is the source itself when nobody translated it: the page is then *in fallback*.
    """

    request: HttpRequest
    library: Library
    code: str
    source: Page
    words: Page
    codes: list[str] = field(default_factory=list)
    # Titles of pages whose words this reader was given, and which a computer translated and nobody read.
    machine_drafts: set[str] = field(default_factory=set)
    # Words that are not out yet: what is known of those that are says nothing about them.
    is_draft: bool = False

    @property
    def language(self) -> Language:
        return get_language(self.code)

    @property
    def is_fallback(self) -> bool:
        return self.words is self.source and self.code != self.library.main_language

    @property
    def words_language(self) -> Language:
        return get_language(self.library.main_language) if self.is_fallback else self.language

    @property
    def is_machine_draft(self) -> bool:
        """Whether readers see sentences here that a computer translated and nobody read."""
        return self.words is not self.source and hasattr(self.words, "machine_draft")

    @property
    def today(self) -> date:
        return timezone.localdate()
