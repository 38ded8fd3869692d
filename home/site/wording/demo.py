"""The demo's difficult words: those of the network, and a library's own words for one of them."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from home.site.wording.services import save_word
from home.tenant.libraries.models import Library

DATA = Path(__file__).with_name("demo.toml")


def build(libraries: Iterable[Library]) -> None:
    """Explain each word in each language of the demo; names stay the same in every language, and are words there too."""
    by_slug = {library.slug: library for library in libraries}
    for row in tomllib.loads(DATA.read_text(encoding="utf-8"))["word"]:
        library = by_slug.get(row.get("library", ""))
        for code, explanation in row["explained"].items():
            for language in {"nl", code} if row.get("is_name") else {"nl"}:
                save_word(
                    library=library,
                    language=language,
                    spellings=row["spellings"],
                    explained_in=code,
                    explanation=explanation,
                )
