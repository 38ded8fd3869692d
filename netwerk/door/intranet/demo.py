"""The intranets of the demo libraries; what stands in them comes with the features above."""

from home.tenant.libraries.models import Library
from netwerk.door.intranet import services


def build(*, libraries: dict[str, Library]) -> None:
    """Make the root of each intranet; repeatable."""
    for library in libraries.values():
        services.ensure_intranet(library=library)
