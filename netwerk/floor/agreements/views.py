"""Agreements on the intranet, and the one way to their files."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_GET

from netwerk.door.intranet.visits import Visit, for_members
from netwerk.floor.agreements import selectors

INLINE_TYPES = {".pdf": "application/pdf"}


@require_GET
@for_members()
def agreements(visit: Visit) -> HttpResponse:
    """What we agreed with each other."""
    return visit.page(
        "netwerk/floor/agreements/agreements.html", {"agreements": list(selectors.agreements_of(visit.library))}
    )


@require_GET
@for_members()
def agreement_file(visit: Visit, uuid: UUID) -> FileResponse:
    """The file of one agreement: the only way to it."""
    agreement = selectors.agreement_of(visit.library, uuid)
    if agreement is None or not agreement.file.storage.exists(agreement.file.name):
        raise Http404
    is_shown = agreement.suffix in INLINE_TYPES
    response = FileResponse(
        agreement.file.open("rb"),
        as_attachment=not is_shown,
        filename=agreement.download_name,
        content_type=INLINE_TYPES.get(agreement.suffix, "application/octet-stream"),
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
