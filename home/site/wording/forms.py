"""The form of a difficult word."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from home.site.wording.marking import fold
from home.site.wording.models import ExplainedWord
from home.site.wording.selectors import explained_already, explained_by_network
from home.site.wording.spellings import SpellingsFormField, split_spellings
from home.tenant.gate.forms import SharedModelForm

NEEDED = {"spellings", "language", "explained_in"}


class ExplainedWordForm(SharedModelForm):
    """Who runs the network may explain a word for all libraries; others explain it for their own."""

    spellings = SpellingsFormField(
        label=ExplainedWord._meta.get_field("spellings").verbose_name,  # noqa: SLF001 - Django's documented meta API
        help_text=ExplainedWord._meta.get_field("spellings").help_text,  # noqa: SLF001
    )
    is_override = forms.BooleanField(
        label=_lazy("Explain it differently for our library"),
        required=False,
        help_text=_lazy("Readers of your library then see your explanation instead of the network's."),
    )
    asked_at = "spellings"

    def _typed(self) -> ExplainedWord | None:
        """The word as it was typed, when its spellings and languages are right."""
        given = self.cleaned_data
        if not given.keys() >= NEEDED:
            return None
        library = given.get("library") or self.instance.library
        word = ExplainedWord(pk=self.instance.pk, library=library, spellings=given["spellings"])
        word.language, word.explained_in = given["language"], given["explained_in"]
        return word

    def values(self) -> dict[str, Any]:
        given = super().values()
        return given | {"spellings": split_spellings(given["spellings"])}

    def network_has(self) -> str:
        word = self._typed()
        if word is None:
            return ""
        if word.pk and all(getattr(word, name) == self.initial[name] for name in ("language", "explained_in")):
            # What this row explained before was decided then.
            decided = {fold(entry) for entry in split_spellings(self.initial["spellings"])}
            word.spellings = "\n".join(entry for entry in word.entries if fold(entry) not in decided)
        found = explained_by_network(word)
        if found is None:
            return ""
        message = _(
            "The network explains “%(word)s” already: “%(explanation)s” To explain it differently for your library, "
            "tick the box below and save again."
        )
        return message % {"word": found[0], "explanation": found[1]}

    def clean(self) -> dict[str, Any] | None:
        word = self._typed()
        if word and (taken := explained_already(word)):
            message = _("“%(word)s” is explained already. Change that explanation.")
            self.add_error("spellings", ValidationError(message % {"word": taken[0]}))
        return super().clean()
