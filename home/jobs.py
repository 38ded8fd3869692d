"""Index of what this area does by itself, and how often; a sorted entry a feature."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from home.periodic.registry import DAY, MINUTE, Job

JOBS = [
    Job(
        "forget_old_reads",
        "home.words.board.services.forget_old_reads",
        every=DAY,
        label=_("Forget old counts of reads"),
    ),
    Job(
        "keep_missing_words",
        "home.words.tracking.services.keep_missing_words",
        every=DAY,
        label=_("Keep the words of published pages, to see which translations are outdated"),
    ),
    Job(
        "forget_attempts",
        "home.limits.services.forget_over",
        every=timedelta(hours=1),
        label=_("Forget how often something was tried"),
    ),
    Job(
        "send_waiting_mail",
        "home.mail.tasks.send_waiting",
        every=MINUTE,
        label=_("Send waiting mail"),
    ),
    Job(
        "forget_old_links",
        "home.personal_links.tasks.forget_old_links",
        every=DAY,
        label=_("Forget personal links that ended long ago"),
    ),
    Job(
        "run_retention",
        "home.persons.tasks.run_retention",
        every=DAY,
        label=_("End personal data whose time is over"),
    ),
]
