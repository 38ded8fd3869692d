"""Admin addresses that Wagtail answers for the whole installation, answered for one library: mostly, tags."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest, JsonResponse
from django.urls import reverse_lazy
from django.views.generic import RedirectView
from taggit.models import Tag
from wagtail.admin.auth import require_admin_access
from wagtail.documents import get_document_model
from wagtail.documents.views import documents
from wagtail.images import get_image_model
from wagtail.images.views import images
from wagtail.images.views.chooser import viewset as image_chooser

from home.libraries.choices import ADMIN_ROLES
from home.tenancy.permissions import View, for_roles, scoped

MOST_TAGS = 10

# There is one way to sign in, with its own limits; Wagtail's addresses lead there.
to_sign_in = RedirectView.as_view(url=reverse_lazy("account_login"), query_string=True)
to_new_password = RedirectView.as_view(url=reverse_lazy("account_reset_password"))


def for_staff(view: View) -> View:
    """An admin view of ours at an address of Wagtail's, with Wagtail's own check behind it."""
    return for_roles(*ADMIN_ROLES)(require_admin_access(view))


def own_tags(user: Any, *models: type[Model]) -> QuerySet[Tag]:
    """Tags on the user's own pictures or documents, those used most first."""
    used = Q(pk__in=[])
    for model in models:
        rows = scoped(user, model._default_manager.all()).values("pk")  # noqa: SLF001 - Django's documented meta API
        kind = ContentType.objects.get_for_model(model)
        used |= Q(taggit_taggeditem_items__content_type=kind, taggit_taggeditem_items__object_id__in=rows)
    return Tag.objects.filter(used).annotate(uses=Count("taggit_taggeditem_items")).order_by("-uses", "name")


@for_staff
def tags(request: HttpRequest, app_name: str = "", model_name: str = "") -> JsonResponse:
    """Own tags that begin with ``?term=``."""
    term = request.GET.get("term", "")
    found = own_tags(request.user, get_image_model(), get_document_model()).filter(name__istartswith=term)
    return JsonResponse([tag.name for tag in found[:MOST_TAGS]] if term else [], safe=False)


class OwnTagsMixin:
    """Offers own tags in the filters of a list of files."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "tag" in self.filters:
            names = own_tags(self.request.user, self._meta.model).values_list("name", flat=True)[:MOST_TAGS]
            self.filters["tag"].extra["choices"] = [(name, name) for name in names]


class ImageFilters(OwnTagsMixin, images.ImagesFilterSet):
    """The filters of the list of pictures."""


class DocumentFilters(OwnTagsMixin, documents.DocumentsFilterSet):
    """The filters of the list of documents."""


class ImageList(images.IndexView):
    """The list of pictures; Wagtail shows those of own collections."""

    filterset_class = ImageFilters


class DocumentList(documents.IndexView):
    """The list of documents; Wagtail shows those of own collections."""

    filterset_class = DocumentFilters


_chooser = image_chooser.choose_view


class ImageChooser(_chooser.view_class):
    """The chooser of pictures, with own tags under it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"popular_tags": own_tags(self.request.user, get_image_model())[:MOST_TAGS]}


image_list = for_staff(ImageList.as_view())
image_results = for_staff(ImageList.as_view(results_only=True))
document_list = for_staff(DocumentList.as_view())
document_results = for_staff(DocumentList.as_view(results_only=True))
choose_image = for_staff(ImageChooser.as_view(**_chooser.view_initkwargs))
