"""What does not work yet."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.site.accessibility.choices import Cause


class LimitBlock(blocks.StructBlock):
    """One thing that does not work for everybody: words, and the facts of its cause and date."""

    what = blocks.CharBlock(label=_("what does not work"), max_length=200)
    impact = blocks.CharBlock(label=_("for whom, and what they can do"), max_length=300)
    measure = blocks.CharBlock(label=_("what you do about it"), max_length=300)
    cause = blocks.ChoiceBlock(label=_("cause"), choices=Cause.choices, default=Cause.TECHNICAL)
    planned_on = blocks.DateBlock(label=_("solved by"), required=False)

    class Meta:
        icon = "warning"
        label = _("What does not work yet")


class LimitsBlock(blocks.StreamBlock):
    """All that does not work yet."""

    limit = LimitBlock()
