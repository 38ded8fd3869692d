"""What a colleague tells about herself."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.site.pages.fields import CodeListField
from home.tenant.languages import known as languages
from home.tenant.users.sign_in_words import PersonalData
from netwerk.people.colleagues.choices import weekdays


class ColleagueCard(models.Model):
    """What somebody tells colleagues about herself at one library. The account and its roles stand elsewhere."""

    personal_data = PersonalData(
        purpose=_("Colleagues find each other."),
        ground=_("Agreement with the library."),
        retention=timedelta(days=365),
        fields=("extension", "languages", "present", "ask_me_about"),
    )

    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    extension = models.CharField(_("telephone or extension"), max_length=30, blank=True)
    languages = CodeListField(_("languages you speak"), codes=languages.choices)
    present = CodeListField(_("days on which you are in"), codes=weekdays)
    ask_me_about = models.CharField(_("ask me about"), max_length=160, blank=True)
    partner = models.ForeignKey(
        "plein.PartnerPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
    )

    class Meta:
        verbose_name = _("colleague")
        verbose_name_plural = _("colleagues")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["library", "user"], name="one_card_per_colleague_and_library")]

    def __str__(self) -> str:
        return f"colleague {self.pk}"
