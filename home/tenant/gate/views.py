"""Admin addresses that Wagtail answers for the whole installation, answered for one library."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse_lazy
from django.views.generic import RedirectView
from taggit.models import Tag
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import BrowseView, page_models_from_string
from wagtail.documents import get_document_model
from wagtail.documents.views import documents
from wagtail.images import get_image_model
from wagtail.images.views import images
from wagtail.images.views.chooser import viewset as image_chooser
from wagtail.models import Page

from home.tenant.gate.permissions import View, for_roles, scoped
from home.tenant.gate.selectors import first_page_to_choose
from home.tenant.libraries.choices import ADMIN_ROLES
from home.tenant.libraries.selectors import library_for_request

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


class PageChooser(BrowseView):
    """The chooser of pages. It opens in one's own library, in the main language: a translation is not what is chosen.

    Wagtail opens at what all pages of the wanted type have in common, on an installation of many libraries the root.
    """

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        asked = Page.objects.filter(pk=parent_page_id)
        if not (asked.filter(depth=1) | scoped(request.user, asked, only_sources=True)).exists():
            parent_page_id = self._first_page_id(request)
        return super().get(request, parent_page_id)

    def _first_page_id(self, request: HttpRequest) -> int | None:
        try:
            models = page_models_from_string(request.GET.get("page_type") or Page._meta.label)  # noqa: SLF001
        except (ValueError, LookupError):
            return None
        page = first_page_to_choose(request.user, library_for_request(request), models)
        return page.pk if page else None

    @property
    def i18n_enabled(self) -> bool:
        """No choice of languages."""
        return False

    @i18n_enabled.setter
    def i18n_enabled(self, value: bool) -> None:
        """Wagtail's view begins by setting it as the settings say."""


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
choose_page = require_admin_access(PageChooser.as_view())
choose_image = for_staff(ImageChooser.as_view(**_chooser.view_initkwargs))
