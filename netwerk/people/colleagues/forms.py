"""The form of one's own card."""

from django import forms
from django.utils.translation import gettext_lazy as _

from netwerk.people.colleagues.models import ColleagueCard


class CardForm(forms.ModelForm):
    """What a colleague tells about herself."""

    class Meta:
        model = ColleagueCard
        fields = ["extension", "present", "languages", "ask_me_about"]
        help_texts = {
            "ask_me_about": _(
                "For example: forms, work, Polish. Colleagues see it when they look for somebody to ask."
            ),
        }
