"""The tenant and who belongs to it."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.tenant.languages.known import LANGUAGES, MAIN_LANGUAGE
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.choices import HouseStyle, Role
from home.tenant.libraries.countries import (
    COUNTRIES,
    HOME_COUNTRY,
    validate_currency,
    validate_holidays,
    validate_time_zone,
)


def validate_language(code: str) -> None:
    """Refuse a code that is not in the registry; a function, so that a new language needs no migration."""
    if code not in LANGUAGES:
        raise ValidationError(_("The portal does not know this language."))


class Library(models.Model):
    """One library organisation with its plein; every row of work data belongs to one."""

    site = models.OneToOneField(
        "wagtailcore.Site", on_delete=models.PROTECT, related_name="library", verbose_name=_("site")
    )
    name = models.CharField(_("name of the library"), max_length=80)
    plein_name = models.CharField(
        _("name of the plein"),
        max_length=80,
        help_text=_("Your own name for the square; it need not be “Ontwikkelplein”."),
    )
    slug = models.SlugField(_("short name in addresses"), unique=True, max_length=40)
    style = models.CharField(_("house style"), max_length=20, choices=HouseStyle, default=HouseStyle.RIVER)
    main_language = models.CharField(_("main language"), max_length=12, default=MAIN_LANGUAGE)
    time_zone = models.CharField(
        _("time zone"), max_length=40, default=COUNTRIES[HOME_COUNTRY].time_zone, validators=[validate_time_zone]
    )
    holiday_calendar = models.CharField(
        _("public holidays of"), max_length=8, default=HOME_COUNTRY, validators=[validate_holidays]
    )
    currency = models.CharField(
        _("currency"), max_length=3, default=COUNTRIES[HOME_COUNTRY].currency, validators=[validate_currency]
    )
    address = models.CharField(_("address"), max_length=120, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    sender = models.EmailField(
        _("own address that mail is sent from"),
        blank=True,
        help_text=_(
            "Fill it in only when SPF and DKIM of its domain name our mail server; otherwise mail ends as spam. "
            "When it is empty, mail goes out from the address of the installation, in the name of the library."
        ),
    )
    intranet_root = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection", on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        verbose_name = _("library")
        verbose_name_plural = _("libraries")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """The clock on the wall."""
        return ZoneInfo(self.time_zone)

    @property
    def unbroken_phone(self) -> str:
        """The telephone number in a form that a narrow screen does not break over two lines."""
        return self.phone.replace(" ", "\u00a0").replace("-", "\u2011")

    @property
    def telephone_link(self) -> str:
        """The telephone number as a ``tel:`` address takes it: digits and a plus."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


class LibraryLanguage(models.Model):
    """A language that this library shows. Adding the row is all it takes."""

    library = models.ForeignKey(Library, on_delete=models.CASCADE, related_name="languages")
    code = models.CharField(_("language"), max_length=12, validators=[validate_language])
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("language of the library")
        verbose_name_plural = _("languages of the library")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["library", "code"], name="one_row_per_library_language")]

    def __str__(self) -> str:
        return get_language(self.code).dutch_name


class Membership(models.Model):
    """The truth about who may do what; Wagtail's groups are derived from it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    library = models.ForeignKey(Library, on_delete=models.CASCADE, null=True, blank=True, related_name="memberships")
    role = models.CharField(_("role"), max_length=30, choices=Role)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["user", "library", "role"], name="one_row_per_membership"),
            models.CheckConstraint(
                condition=models.Q(library__isnull=False) | models.Q(role=Role.NETWORK_ADMINISTRATOR),
                name="only_the_network_has_no_library",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} ({self.library or '*'})"
