"""Chainable reads of jobs."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from home.tenant.languages.known import get as get_language
from home.tenant.languages.selectors import surplus_of
from home.tenant.users.sign_in_words import PersonalData
from home.words.volunteers.choices import CLOSED_STATES, OPEN_STATES, JobState
from home.words.volunteers.marks import Marked, keeps_marks, marked, to_html


class JobQuerySet(QuerySet):
    """Translation jobs, whose rows hold personal data until they are anonymised."""

    def over(self, *, before: datetime) -> "JobQuerySet":
        """Jobs closed, or whose link was valid, before this moment, and still with a name."""
        ended = Q(closed_at__lt=before) | Q(closed_at=None, expires_at__lt=before)
        return self.filter(ended, anonymised_on=None)


class TranslationJob(models.Model):
    """Pages that one volunteer translates into one language. A code wherever a log may keep it."""

    personal_data = PersonalData(
        purpose=_("Asking a volunteer for a translation, and saying how it went."),
        ground=_("Agreement with the volunteer."),
        retention=timedelta(days=30),
        fields=("name", "email", "language", "message", "returned_with", "created_at", "sent_in_at", "closed_at"),
    )

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=12)
    name = models.CharField(_("first name"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    message = models.TextField(_("message"), blank=True)
    state = models.CharField(_("state"), max_length=12, choices=JobState, default=JobState.SENT)
    returned_with = models.TextField(_("message when it was sent back"), blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    sent_in_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    anonymised_on = models.DateField(null=True, editable=False)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation job")
        verbose_name_plural = _("translation jobs")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"VT-{self.pk:04d}" if self.pk else "VT"

    @property
    def is_expired(self) -> bool:
        """Whether the link no longer opens because its time is over."""
        return self.state not in CLOSED_STATES and self.expires_at <= timezone.now()

    @property
    def is_open(self) -> bool:
        """Whether the volunteer may write."""
        return self.state in OPEN_STATES and not self.is_expired

    @property
    def is_closed(self) -> bool:
        """Whether nobody does anything with it any more."""
        return self.state in CLOSED_STATES

    @property
    def language_name(self) -> str:
        """The language, as an editor says it."""
        return get_language(self.language).dutch_name


class JobPage(models.Model):
    """One page of a job."""

    job = models.ForeignKey(TranslationJob, on_delete=models.CASCADE, related_name="pages")
    translation = models.ForeignKey("wagtail_localize.Translation", on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("page of a translation job")
        verbose_name_plural = _("pages of a translation job")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["job", "translation"], name="one_row_per_job_and_translation")]

    def __str__(self) -> str:
        return f"page {self.pk}"


class JobSentence(models.Model):
    """One sentence: what the volunteer wrote stays here until an editor puts it on the site."""

    page = models.ForeignKey(JobPage, on_delete=models.CASCADE, related_name="sentences")
    string = models.ForeignKey("wagtail_localize.String", on_delete=models.CASCADE, related_name="+")
    context = models.ForeignKey("wagtail_localize.TranslationContext", on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    is_unsure = models.BooleanField(default=False)
    remark = models.CharField(max_length=500, blank=True)
    # Counts the changes, so that who writes on an older copy is told.
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("sentence of a translation job")
        verbose_name_plural = _("sentences of a translation job")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["page", "string", "context"], name="one_row_per_job_sentence")]

    def __str__(self) -> str:
        return f"sentence {self.pk}"

    @cached_property
    def source(self) -> Marked:
        """The source sentence, with marks for its formatting and links."""
        return marked(self.string.data)

    @property
    def keeps_marks(self) -> bool:
        """Whether the marks of the source stand in the translation."""
        return keeps_marks(self.source, self.text)

    @property
    def surplus(self) -> int:
        """How many characters it has too many for its place on the page."""
        if not self.keeps_marks:
            return 0
        return surplus_of(self.page.translation.source, self.context.path, to_html(self.source, self.text))

    @property
    def is_done(self) -> bool:
        """Whether it can go on the site as it is."""
        return bool(self.text.strip()) and self.keeps_marks and not self.surplus
