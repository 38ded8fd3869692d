"""The mails to a volunteer who translates, and to the editor who asked her."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from home.mail.kinds import Mail, Placeholder, Readers, paragraphs
from home.tenant.languages.dates import day_label
from home.words.volunteers import presenters

NAME = Placeholder("name", _("The name of the volunteer."), "Oksana")
DAY = Placeholder(
    "day", _("The last day on which the link works."), lambda language: day_label(date(2026, 11, 24), language)
)

INVITATION = Mail(
    key="translators-invitation",
    label=_("To a volunteer: a text to translate"),
    explanation=_("Goes out when you ask a volunteer to translate. The same text can be sent with WhatsApp."),
    subject=presenters.SUBJECT,
    text=presenters.INVITATION,
    placeholders=(
        NAME,
        Placeholder(
            "message",
            _("What you write to this volunteer yourself. When you write nothing, its line falls away."),
            _("Thank you for helping us!"),
        ),
        Placeholder(
            "link",
            _("The personal link of the volunteer."),
            "https://www.example.org/nl/vertalen/abc/",
            is_required=True,
        ),
        DAY,
    ),
)
RETURNED = Mail(
    key="translators-returned",
    label=_("To a volunteer: please look at it once more"),
    explanation=_("Goes out when you send a translation back. The link is not in it: nobody keeps that."),
    subject=presenters.SUBJECT,
    text=presenters.RETURNED,
    placeholders=(
        NAME,
        Placeholder(
            "message",
            _("What you ask the volunteer to change."),
            _("Will you look at the title again?"),
            is_required=True,
        ),
        DAY,
    ),
)
SENT_IN = Mail(
    key="translators-sent-in",
    label=_("To the editor: a translation is ready"),
    explanation=_("Goes to who asked the volunteer, when the translation is sent in."),
    subject=_("A translation is ready for review"),
    text=paragraphs(
        _("The %(language)s translation %(code)s was sent in. Look at it and put it on the site:"), "%(link)s"
    ),
    placeholders=(
        Placeholder("language", _("The language of the translation."), _("Ukrainian")),
        Placeholder("code", _("The number of the job; who translated is not in a mail."), "V-12"),
        Placeholder(
            "link",
            _("The address at which the translation is reviewed."),
            "https://www.example.org/admin/translators/abc/",
            is_required=True,
        ),
    ),
    readers=Readers.COLLEAGUES,
)
MAILS = (INVITATION, RETURNED, SENT_IN)
