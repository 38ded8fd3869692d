"""The form of a difficult word."""

from copy import deepcopy
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from home.tenancy.forms import LibraryModelForm
from home.tenancy.selectors import territory_of
from home.wording.fields import SpellingsFormField
from home.wording.models import ExplainedWord
from home.wording.selectors import explained_already


class ExplainedWordForm(LibraryModelForm):
    """Who runs the network may explain a word for all libraries; others explain it for their own."""

    spellings = SpellingsFormField(
        label=ExplainedWord._meta.get_field("spellings").verbose_name,  # noqa: SLF001 - Django's documented meta API
        help_text=ExplainedWord._meta.get_field("spellings").help_text,  # noqa: SLF001
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_new = self.instance.pk is None
        if self.for_user is None or "library" not in self.base_fields:
            return
        if territory_of(self.for_user).is_everything:
            # With one library the form would take it for granted: here no library is a choice too, and a word that
            # counts for all does not become one library's.
            self.instance.library_id = None if is_new else self.initial["library"]
            if is_new:
                self.fields["library"] = deepcopy(self.base_fields["library"])
            else:
                self.fields.pop("library", None)
        elif "library" in self.fields:
            self.fields["library"].required = True

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        given = self.cleaned_data
        if {"spellings", "language", "explained_in"} <= given.keys():
            library = given.get("library") or self.instance.library
            word = ExplainedWord(pk=self.instance.pk, library=library, spellings=given["spellings"])
            word.language, word.explained_in = given["language"], given["explained_in"]
            if taken := explained_already(word):
                message = _("“%(word)s” is explained already. Change that explanation.")
                self.add_error("spellings", ValidationError(message % {"word": taken[0]}))
        return cleaned
