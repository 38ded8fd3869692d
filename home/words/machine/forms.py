"""The form of a fixed word."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from home.tenant.gate.forms import SharedModelForm
from home.words.machine.models import GlossaryTerm
from home.words.machine.selectors import fixed_by_network


class GlossaryTermForm(SharedModelForm):
    """A word without a library is everybody's: only who runs the network makes one."""

    is_override = forms.BooleanField(
        label=_lazy("Translate it differently for our library"),
        required=False,
        help_text=_lazy("In translations of your library this then goes before the word of the network."),
    )
    asked_at = "word"

    def network_has(self) -> str:
        given = self.cleaned_data
        if not given.keys() >= {"word", "language"}:
            return ""
        word = " ".join(given["word"].split())
        if self.instance.pk and (word, given["language"]) == (self.initial["word"], self.initial["language"]):
            return ""
        found = fixed_by_network(GlossaryTerm(word=word, language=given["language"]))
        if found is None:
            return ""
        message = _(
            "The network has “%(word)s” already (%(language)s: %(outcome)s). To do it differently for your library, "
            "tick the box below and save again."
        )
        facts = {"word": found.word, "language": found.language_label, "outcome": found.outcome_label}
        return message % facts
