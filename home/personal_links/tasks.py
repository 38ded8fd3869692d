"""The daily round on personal links."""

from home.personal_links import services


def forget_old_links() -> int:
    """Forget links that ended long ago, and say how many; the scheduler calls this once a day."""
    return services.forget_old_links()
