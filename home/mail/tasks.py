"""What the scheduler does with the outbox."""

from home.mail.sending import send_due
from home.mail.services import empty_old_mail


def send_waiting() -> None:
    """Send what is due, and what a lost task or a killed process left behind; every minute."""
    send_due()


def empty_old() -> None:
    """Forget the addresses of old mails; once a day."""
    empty_old_mail()
