"""The mail about a forgotten password, in the words of the sign-in package as long as a library has none."""

from django.utils.translation import gettext_lazy as _

from home.mail.kinds import Mail, Placeholder, Readers, paragraphs

HELLO = _("Hello from %(site_name)s!")
THANKS = _("Thank you for using %(site_name)s!\n%(site_domain)s")
SITE = (
    Placeholder("site_name", _("The address of your site, without https://."), "www.example.org"),
    Placeholder("site_domain", _("The address of your site, without https://."), "www.example.org"),
)

PASSWORD_RESET = Mail(
    key="account-password-reset",
    label=_("Account: a new password"),
    explanation=_("Goes to who asks for a new password."),
    subject=_("Password Reset Email"),
    text=paragraphs(
        HELLO,
        _(
            "You're receiving this email because you or someone else has requested a password reset for your user "
            "account.\nIt can be safely ignored if you did not request a password reset. Click the link below to reset "
            "your password."
        ),
        "%(link)s",
        THANKS,
    ),
    placeholders=(
        Placeholder(
            "link",
            _("The address at which the new password is chosen."),
            "https://www.example.org/accounts/password/reset/key/abc/",
            is_required=True,
        ),
        *SITE,
    ),
    readers=Readers.COLLEAGUES,
)
MAILS = (PASSWORD_RESET,)
