"""The mail about a partner's calendar that does not work."""

from django.utils.translation import gettext_lazy as _

from home.mail.kinds import Mail, Placeholder, Readers

BROKEN = Mail(
    key="calendars-broken",
    label=_("A partner's calendar does not work"),
    explanation=_("Goes to who looks after the calendar, when it could not be fetched five times in a row."),
    subject=_("The calendar of %(partner)s does not work"),
    text=(
        _("Hello %(name)s,\n\nThe calendar of %(partner)s could not be fetched five times in a row.\n"),
        "\n%(problem)s\n\n%(since)s\n",
        _("The sessions that were taken earlier stay on the programme. Look at the calendar here:\n%(link)s\n"),
    ),
    placeholders=(
        Placeholder("name", _("The name of who looks after the calendar."), "Samira"),
        Placeholder("partner", _("The partner whose calendar it is."), _("Legal advice desk")),
        Placeholder(
            "problem",
            _("What is wrong, and what to do about it."),
            _("There is no calendar at this address (any more). Ask the partner for the new address."),
        ),
        Placeholder(
            "since",
            _("A sentence with the day on which it last worked. When it never worked, its line falls away."),
            _("The last time that it worked was Tuesday 24 November."),
        ),
        Placeholder(
            "link",
            _("The address of the calendar in the admin."),
            "https://www.example.org/admin/calendars/1/",
            is_required=True,
        ),
    ),
    readers=Readers.EDITORS,
)
MAILS = (BROKEN,)
