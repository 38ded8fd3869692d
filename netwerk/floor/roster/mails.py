"""The mails of the roster, to colleagues with an account."""

from django.utils.translation import gettext_lazy as _

from home.mail.kinds import Mail, Placeholder, Readers

NAME = Placeholder("name", _("The name of who gets the mail."), "Samira")
MOMENT = Placeholder("moment", _("The session: day, time and title."), _("Tuesday 24 November, 13:00 to 15:00: Forms"))
DAY = Placeholder("day", _("The day of the session."), _("Tuesday 24 November"))

ASKED = Mail(
    key="roster-asked",
    label=_("Roster: can you stand in?"),
    explanation=_("Goes to each colleague who is asked to stand in. Why somebody is away is not in it."),
    subject=_("Can you stand in on %(day)s?"),
    text=(
        _(
            "Hello %(name)s,\n\n%(absent)s cannot come. Can you stand in?\n\n%(moment)s\n\n"
            "Answer here, yes or no:\n%(url)s\n\nThe first who says yes does it."
        ),
    ),
    placeholders=(
        NAME,
        Placeholder("absent", _("The name of who cannot come."), "Piet"),
        MOMENT,
        DAY,
        Placeholder(
            "url",
            _("The address at which she answers."),
            "https://www.example.org/intranet/rooster/vraag/abc/",
            is_required=True,
        ),
    ),
    readers=Readers.COLLEAGUES,
)
TAKEN_OVER = Mail(
    key="roster-taken-over",
    label=_("Roster: somebody stands in for you"),
    explanation=_("Goes to who is away, when a colleague said yes."),
    subject=_("%(stand_in)s stands in for you"),
    text=(_("Hello %(name)s,\n\n%(stand_in)s stands in for you.\n\n%(moment)s"),),
    placeholders=(NAME, Placeholder("stand_in", _("The name of who stands in."), "Piet"), MOMENT),
    readers=Readers.COLLEAGUES,
)
NOT_NEEDED = Mail(
    key="roster-not-needed",
    label=_("Roster: you need not stand in"),
    explanation=_("Goes to who would stand in, when the other can come after all."),
    subject=_("You need not stand in on %(day)s"),
    text=(_("Hello %(name)s,\n\n%(absent)s can come after all. You need not stand in.\n\n%(moment)s"),),
    placeholders=(
        NAME,
        Placeholder("absent", _("The name of who can come after all."), "Piet"),
        MOMENT,
        DAY,
    ),
    readers=Readers.COLLEAGUES,
)
SWAP = Mail(
    key="roster-swap",
    label=_("Roster: a proposal to swap"),
    explanation=_("Goes to the colleague with whom somebody wants to swap a session."),
    subject=_("%(other)s wants to swap a session with you"),
    text=(
        _(
            "Hello %(name)s,\n\n%(other)s asks whether you want to swap.\n\nYou do: %(theirs)s\n"
            "%(other)s does: %(yours)s\n\nAnswer here, yes or no:\n%(url)s"
        ),
    ),
    placeholders=(
        NAME,
        Placeholder("other", _("The name of who wants to swap."), "Piet"),
        Placeholder(
            "theirs",
            _("The session of the other, which she would do."),
            _("Tuesday 24 November, 13:00 to 15:00: Forms"),
        ),
        Placeholder(
            "yours", _("Her own session, which the other would do."), _("Tuesday 1 December, 13:00 to 15:00: Forms")
        ),
        Placeholder(
            "url",
            _("The address at which she answers."),
            "https://www.example.org/intranet/rooster/ruil/abc/",
            is_required=True,
        ),
    ),
    readers=Readers.COLLEAGUES,
)
MAILS = (ASKED, TAKEN_OVER, NOT_NEEDED, SWAP)
