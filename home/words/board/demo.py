"""How often the demo's pages were read, so that the board has something to begin with."""

from pathlib import Path

from wagtail.models import Page

from home.site.pages.demo import records
from home.tenant.libraries.models import Library
from home.words.board.models import PageReads
from home.words.board.services import count_read, write_reads

DATA = Path(__file__).with_name("demo.toml")


def build(library: Library) -> None:
    """Count the reads of each page that has none yet."""
    root = library.site.root_page
    for row in records(DATA, "page", library.slug):
        page = Page.objects.get(url_path=f"{root.url_path}{row['path']}")
        if PageReads.objects.filter(translation_key=page.translation_key).exists():
            continue
        for language, times in row["reads"].items():
            for _time in range(times):
                count_read(key=page.translation_key, language=language)
    write_reads(is_forced=True)
