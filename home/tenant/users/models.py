"""The account."""

from datetime import timedelta

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.tenant.users.sign_in_words import PersonalData


class PortalUserManager(UserManager["User"]):
    """People sign in with their e-mail address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username or "")


class User(AbstractUser):
    """One person who signs in. What she may do follows from her memberships, never from this row."""

    personal_data = PersonalData(
        purpose=_("access to the portal"),
        ground=_("agreement with the library"),
        retention=timedelta(days=365),
        fields=("first_name", "last_name", "email", "job_title", "last_login", "date_joined"),
        parts=("memberships",),
    )

    email = models.EmailField(_("e-mail address"), unique=True)
    job_title = models.CharField(_("function"), max_length=80, blank=True)

    objects = PortalUserManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return self.get_full_name() or self.email
