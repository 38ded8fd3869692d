"""What becomes of a mail, and why one was given up."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from home.tenant.libraries.choices import Role


class MailState(TextChoices):
    """Where a mail of the outbox stands. A mail that is being sent belongs to one process, for as long as its lease."""

    WAITING = "waiting", _("waits to be sent")
    SENDING = "sending", _("is being sent")
    SENT = "sent", _("sent")
    MAYBE_SENT = "maybe_sent", _("perhaps sent")
    GIVEN_UP = "given_up", _("given up")


class Reason(TextChoices):
    """Why the last attempt failed, or why a mail is not sent any more; what to do about it says ``ADVICE``."""

    NO_SERVER = "no_server", _("The mail server could not be reached.")
    BROKE_OFF = "broke_off", _("The mail server broke the conversation off.")
    DELAYED = "delayed", _("The mail server asked to try again later.")
    REFUSED = "refused", _("The mail server refused the mail.")
    NO_ADDRESS = "no_address", _("The mail server does not know the address, or refuses it.")
    INTERRUPTED = "interrupted", _("The program that sent it was stopped halfway.")
    NO_WORDS = "no_words", _("The mail could not be written.")
    NOT_NEEDED = "not_needed", _("The mail was no longer needed.")


ADVICE = {
    Reason.NO_SERVER: _("Ask the network whether the mail server works."),
    Reason.BROKE_OFF: _("Ask the network whether the mail server works."),
    Reason.DELAYED: _("Nothing to do: it goes by itself when the mail server agrees."),
    Reason.REFUSED: _("Ask the network to look at it: the mail server does not take our mail."),
    Reason.NO_ADDRESS: _("Look at the address, and ask the person for the right one."),
    Reason.INTERRUPTED: _("Ask the person whether the mail came, before you send it again."),
    Reason.NO_WORDS: _("Look at your own text of this mail, and tell the network if that is not it."),
    Reason.NOT_NEEDED: _("Nothing to do."),
}


EDITORS = (Role.COMMUNICATION, Role.LIBRARY_ADMINISTRATOR)
# Who sees whether mails arrive; what stands in them, nobody.
POSTMASTERS = (Role.LIBRARY_ADMINISTRATOR,)
