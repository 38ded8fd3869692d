"""One way for a page to become public, and one truth about its words: what the import contracts cannot see.

Only files are read here, nothing is imported.
"""

import ast
from pathlib import Path

from tests.test_architecture import AREAS, fail_with, named, tree_of, written_by_us

# Who may name what. The package is asked for sentences in one module; who takes them out of a page asks that module.
SIGNALS = {"home/site/pages/publication.py"}
EXTRACTION = {"home/tenant/languages/segments.py"}
# What follows a publication, and the help with plain language, which judges drafts.
ASKERS = {"home/site/pages/publication.py", "home/words/plain_language/selectors.py"}
# Its feature, and the index of the area's models.
STORE = {
    "home/words/tracking/models.py",
    "home/words/tracking/selectors.py",
    "home/words/tracking/services.py",
    "home/models.py",
}
# Where pages are put into the tree; the benchmark makes a stock page to compare with.
TREE = {
    "home/tenant/libraries/services.py",  # a collection, no page
    "home/site/pages/services.py",
    "netwerk/door/intranet/services.py",
    "portal/management/commands/bench.py",
}


def imported(path: Path) -> set[str]:
    """Each name that a module imports, with the module that it comes from."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
    return found


def importers(*names: str) -> set[str]:
    """Our modules that import one of these, or something below it."""
    return {
        named(path)
        for path in written_by_us(*AREAS)
        if any(one == name or one.startswith(f"{name}.") for one in imported(path) for name in names)
    }


def test_one_module_listens_to_wagtail() -> None:
    fail_with(
        [
            f"{name} names a signal of Wagtail: add a step to the lists of home/site/pages/publication.py."
            for name in sorted(importers("wagtail.signals") - SIGNALS)
        ]
    )
    assert importers("wagtail.signals") == SIGNALS


def test_sentences_are_taken_out_of_a_page_in_one_place() -> None:
    assert importers("wagtail_localize.segments.extract") == EXTRACTION
    fail_with(
        [
            f"{name} takes the sentences out of a page once more: a step gets them as `published.segments`."
            for name in sorted(importers("home.tenant.languages.segments.segments_of") - ASKERS)
        ]
    )


def test_only_tracking_knows_what_a_translation_was_made_from() -> None:
    names = ("home.words.tracking.models.WordsSnapshot", "home.words.tracking.models.SmallChange")
    fail_with(
        [
            f"{name} reads the store of words itself: ask home/words/tracking/selectors.py, so that all say the same."
            for name in sorted(importers(*names) - STORE)
        ]
    )


def calls_of(path: Path, name: str) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
    ]


def test_pages_are_made_by_the_services_of_pages() -> None:
    faults = [
        f"{named(path)}:{node.lineno} puts a page into the tree itself: call save_page of home/site/pages/services.py."
        for path in written_by_us(*AREAS)
        for name in ("add_child", "add_sibling", "add_root")
        for node in calls_of(path, name)
        if named(path) not in TREE
    ]
    fail_with(faults)


def test_no_page_is_made_live_by_hand() -> None:
    faults = [
        f"{named(path)}:{node.lineno} makes a page live without a publication: save_revision().publish() does it."
        for path in written_by_us(*AREAS)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and ast.unparse(node.func).endswith("Page")
        and any(word.arg == "live" and ast.unparse(word.value) == "True" for word in node.keywords)
    ]
    faults += [
        f"{named(path)}:{node.lineno} makes a page live without a publication: save_revision().publish() does it."
        for path in written_by_us(*AREAS)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]).endswith(".live")
        and ast.unparse(node.value) == "True"
    ]
    fail_with(faults)
