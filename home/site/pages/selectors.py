"""From an address to the page whose words are shown and the page whose facts count."""

from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from home.site.pages.extensions import REMARKS, frame_extras
from home.site.pages.reading import Reading
from home.site.wording.selectors import explanations
from home.tenant.languages import selectors as languages
from home.tenant.languages.cldr import country_name
from home.tenant.languages.known import EASY
from home.tenant.languages.known import get as get_language
from home.tenant.libraries import selectors as libraries
from home.tenant.libraries.models import Library

# What an address ends in when somebody reads without decoration.
CALM = "rustig"
# Home pages hang right below the root, sections below them.
MENU_DEPTH = 3
MENU_FIELDS = (
    *("title", "url_path", "depth", "translation_key", "show_in_menus"),
    *("content_type__model", "locale__language_code", "machine_draft"),
)


class MenuRow(NamedTuple):
    """What the frame needs to know of a page."""

    title: str
    url_path: str
    depth: int
    translation_key: UUID
    show_in_menus: bool
    model: str
    code: str
    draft: int | None


def find_page(library: Library, code: str, path: str) -> tuple[Page, Page] | None:
    """Find (source, words) for a path below a home: both addresses in one query, both pages in one more.

    The translation counts only when it is live and no alias. A page that is not live in the main language
    is not there in any.
    """
    rest = "".join(f"{part}/" for part in path.split("/") if part)
    root = library.site.root_page
    main_path = root.url_path + rest
    paths = {main_path}
    if code != library.main_language:
        paths.add(f"/{libraries.home_slug(library, code)}/{rest}")
    rows = list(
        Page.objects.filter(url_path__in=paths, live=True, alias_of__isnull=True).select_related("content_type")
    )
    source = next((row for row in rows if row.url_path == main_path), None)
    if source is None:
        return None
    keys = [row.pk for row in rows if row.translation_key == source.translation_key]
    pages = source.specific_class._default_manager.select_related("locale", "machine_draft")  # noqa: SLF001
    for remark in REMARKS.values():
        pages = pages.select_related(remark.relation).defer(*(f"{remark.relation}__{one}" for one in remark.left_out))
    specific = pages.in_bulk(keys)
    source_page = specific.pop(source.pk)
    words = next(iter(specific.values()), source_page)
    return source_page, words


def reading_for(page: Page, request: HttpRequest) -> Reading:
    """The reading of this request, or one made for a preview of ``page``."""
    existing = getattr(request, "reading", None)
    if existing is not None:
        return existing
    library = libraries.library_of_page(page) or libraries.library_for_request(request)
    if library is None:
        message = "This page hangs under no library."
        raise LookupError(message)
    code = page.locale.language_code
    source = page
    if code != library.main_language:
        twin = Page.objects.filter(
            translation_key=page.translation_key, locale__language_code=library.main_language
        ).first()
        source = twin.specific if twin else page
    return Reading(request, library, code, source, page, libraries.language_codes(library))


def reading_of_view(request: HttpRequest) -> Reading:
    """A reading of the home, for a view that is no page; ``Http404`` where the language is not shown."""
    library = libraries.shown_library(request)
    home = library.site.root_page
    return Reading(request, library, request.LANGUAGE_CODE, home, home, libraries.language_codes(library))


def _homes(reading: Reading) -> tuple[str, str]:
    """Addresses of the home in the main language and in the reader's."""
    return reading.library.site.root_page.url_path, f"/{libraries.home_slug(reading.library, reading.code)}/"


def _frame_pages(reading: Reading) -> list[MenuRow]:
    """The pages right below the home in both languages, and this page in every language. One query."""
    pages = Page.objects.filter(live=True, alias_of__isnull=True)
    below = Q(*(("url_path__startswith", home) for home in _homes(reading)), _connector=Q.OR)
    wanted = Q(depth=MENU_DEPTH) & below | Q(translation_key=reading.source.translation_key)
    return [MenuRow(*row) for row in pages.filter(wanted).order_by("path").values_list(*MENU_FIELDS)]


def navigation(reading: Reading, pages: list[MenuRow]) -> list[dict[str, Any]]:
    """Of these pages those right below the home, in the reader's words where they exist."""
    homes = _homes(reading)
    by_key: dict[object, dict[bool, MenuRow]] = {}
    for row in pages:
        if row.depth != MENU_DEPTH or not row.url_path.startswith(homes):
            continue
        by_key.setdefault(row.translation_key, {})[row.url_path.startswith(homes[0])] = row
    items = []
    current = languages.address(reading.source, reading.code)
    for pair in by_key.values():
        source = pair.get(True)
        if source is None:
            continue
        words = pair.get(False)
        if words and words.draft is not None:
            reading.machine_drafts.add(words.title)
        is_foreign = words is None and reading.code != reading.library.main_language
        url = languages.address(source, reading.code)
        items.append(
            {
                "title": (words or source).title,
                "lang": reading.library.main_language if is_foreign else "",
                "dir": get_language(reading.library.main_language).direction if is_foreign else "",
                "url": url,
                "is_current": current.startswith(url),
                "is_in_menu": source.show_in_menus,
                "model": source.model,
            }
        )
    return items


def _ways_to_read(reading: Reading, rest: str, there: set[str]) -> dict[str, Any]:
    """The calm view of this page and the way back; a page that is there in easy Dutch leads to it, and back."""
    request = reading.request
    asked = request.GET.copy()
    is_calm = asked.pop(CALM, None) is not None
    plain_url = f"{request.path}?{asked.urlencode()}" if asked else request.path
    asked[CALM] = "1"
    easy = EASY.get(reading.words_language.code, "")
    plain = next((code for code, its_easy in EASY.items() if its_easy == reading.code), "")
    is_easy_here = reading.code in there and not reading.is_fallback
    return {
        "is_calm": is_calm,
        "calm_url": f"{request.path}?{asked.urlencode()}",
        "lively_url": plain_url,
        "easy_url": f"/{easy}/{rest}" if easy in there and easy != reading.code else "",
        "plain_url": f"/{plain}/{rest}" if plain and is_easy_here else "",
    }


def _remarks(reading: Reading) -> dict[str, bool]:
    """What a reader is told about the words of a translation that is out."""
    is_told = reading.words is not reading.source and not reading.is_draft
    return {remark.name: is_told and remark.is_told(reading.source, reading.words) for remark in REMARKS.values()}


def frame(reading: Reading, *, rest: str | None = None) -> dict[str, Any]:
    """Everything that the base template shows around a page (see ``templates/base.html``).

    ``rest`` is the address after the language for a view that is no page; it is there in all languages.
    """
    request, library = reading.request, reading.library
    origin = f"{request.scheme}://{request.get_host()}"
    pages = _frame_pages(reading)
    # Search engines know no easy form of a language, and would take its address for a fault.
    there, easy = set(reading.codes), set(EASY.values())
    is_view = rest is not None
    if rest is None:
        key = reading.source.translation_key
        there &= {row.code for row in pages if row.translation_key == key}
        rest = languages.path_below_home(reading.source)
    items = navigation(reading, pages)
    own_url = f"{origin}/{reading.code}/{rest}"
    source_url = f"/{library.main_language}/{rest}"
    context = {
        "library": library,
        "phone_href": f"tel:{library.telephone_link}" if library.phone else "",
        "source": reading.source,
        "language": reading.language,
        "words_language": reading.words_language,
        "is_fallback": reading.is_fallback and not is_view,
        **_remarks(reading),
        "is_machine_draft": reading.is_machine_draft and not is_view,
        "machine_drafts": reading.machine_drafts,
        "source_url": source_url,
        "home_url": f"/{reading.code}/",
        "search_url": f"/{reading.code}/zoeken/",
        "switcher": [
            {
                "code": code,
                "tag": get_language(code).tag,
                "native_name": get_language(code).native_name,
                "direction": get_language(code).direction,
                "url": f"/{code}/{rest}",
                "is_active": code == reading.code,
                "is_translated": code in there,
            }
            for code in reading.codes
        ],
        "navigation": [item for item in items if item["is_in_menu"]],
        "footer_links": [item for item in items if not item["is_in_menu"]],
        "sections_of_site": items,
        "canonical_url": f"{origin}{source_url}" if reading.is_fallback and not is_view else own_url,
        "alternates": [
            (code, f"{origin}/{code}/{rest}") for code in reading.codes if code in there and code not in easy
        ]
        + [("x-default", f"{origin}{source_url}")],
        "explanations": explanations(library, words_in=reading.words_language.code, reader=reading.code),
        **_ways_to_read(reading, rest, set() if is_view else there),
        "share_url": own_url,
        "whatsapp_url": f"https://wa.me/?text={quote(f'{reading.words.title} {own_url}')}",
        "today": reading.today,
        "clock_place": country_name(library.holiday_calendar, reading.code),
        "crumbs": [],
    }
    for extras in frame_extras:
        context.update(extras(reading, items))
    return context
