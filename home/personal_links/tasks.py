"""The daily round on personal links."""

from home.personal_links import services


def forget_old_links() -> None:
    """Forget links that ended long ago; the scheduler calls this once a day."""
    services.forget_old_links()
