"""News on the intranet."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from netwerk.door.intranet.selectors import date_label
from netwerk.door.intranet.visits import Visit, for_members
from netwerk.floor.news.pages import NewsPage
from netwerk.floor.news.presenters import news_lines

NEWS_ON_PAGE = 20


@require_GET
@for_members()
def news(visit: Visit) -> HttpResponse:
    """All news."""
    page = Paginator(NewsPage.objects.shown(visit.library), NEWS_ON_PAGE).get_page(visit.request.GET.get("bladzijde"))
    context = {"news": news_lines(page.object_list, visit.library.main_language), "pages": page}
    return visit.page("netwerk/floor/news/news.html", context)


@require_GET
@for_members()
def news_item(visit: Visit, slug: str) -> HttpResponse:
    """One piece of news."""
    page = NewsPage.objects.shown(visit.library).filter(slug=slug).first()
    if page is None:
        raise Http404
    context = {"page": page, "day_label": date_label(page.date, visit.library.main_language)}
    return visit.page(page.template, context)
