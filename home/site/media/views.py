"""Pictures, where no web server in front gives them."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.static import serve

A_DAY = 86_400


@cache_control(public=True, max_age=A_DAY)
def picture(request: HttpRequest, path: str) -> HttpResponse | FileResponse:
    """A file of the public folder; the address decides which of them may be asked for."""
    return serve(request, path, document_root=settings.MEDIA_ROOT)
