"""The mail to a new colleague."""

from django.utils.translation import gettext_lazy as _

from home.mail.kinds import Mail, Placeholder, Readers

INVITATION = Mail(
    key="staff-invitation",
    label=_("To a new colleague: your account"),
    explanation=_("Goes out when you add a colleague, and says where she chooses a password."),
    subject=_("Your account for %(plein)s"),
    text=(_("Hello %(name)s,\n\nThere is an account for you. Choose a password here:\n%(link)s\n"),),
    placeholders=(
        Placeholder("name", _("The first name of the colleague."), "Samira"),
        Placeholder(
            "link",
            _("The address at which she chooses a password."),
            "https://www.example.org/accounts/password/reset/",
            is_required=True,
        ),
    ),
    readers=Readers.COLLEAGUES,
)
MAILS = (INVITATION,)
