"""What the scheduler does with the outbox."""

from home.mail.sending import send_due


def send_waiting() -> None:
    """Send what is due, and what a lost task or a killed process left behind; every minute."""
    send_due()
