"""The rules of the house that the import contracts cannot see; both read the one table in `portal/house.py`.

Each test collects sentences that name the file and the mend, and passes when there are none. Only files are read here,
nothing of the portal but that table is imported.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.house import AREAS, HOUSE, INDEXES, places
from tests.circles import circles, links_of

ROOT = Path(__file__).resolve().parent.parent
FEATURE_AREAS = tuple(area.name for area in HOUSE if area.groups)
NOT_FEATURES = {"management", "migrations", "templatetags", "static", "__pycache__"}

MOST_LINES = 400
MOST_FEATURES = 12
MOST_LINES_OF = {"models.py": 300, "pages.py": 300, "base.py": 300}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
LATER = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b")

TAG_WITH_TEMPLATE = re.compile(r"""{%\s*(?:extends|include)\s+["']([^"']+)["']""")
TAG_WITH_FILE = re.compile(r"""{%\s*static\s+["']([^"']+)["']""")
TAG_LOAD = re.compile(r"{%\s*load\s+([\w\s]+?)(?:\s+from\s+\w+)?\s*%}")


def fail_with(faults: list[str]) -> None:
    if faults:
        pytest.fail("\n" + "\n".join(faults), pytrace=False)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def python_files(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if not {"__pycache__", "node_modules"} & set(path.parts))


def written_by_us(*folders: str) -> list[Path]:
    return [path for path in python_files(*folders) if path.parent.name != "migrations"]


def features() -> list[Path]:
    """The folders of the features that the table of the house names."""
    return [ROOT / place.path for place in places()]


def holds_features(folder: Path) -> bool:
    """Whether a folder is an area or a group: whatever lies in it is a feature, or holds some."""
    return any(feature.parent == folder or folder in feature.parent.parents for feature in features())


def areas_above(area: str) -> tuple[str, ...]:
    return AREAS[AREAS.index(area) + 1 :]


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def texts(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node


def is_label_of(area_names: tuple[str, ...], node: ast.AST) -> bool:
    """Whether a node is ("netwerk", "KeyPerson"), as in a migration, or get_model("netwerk", …)."""
    if isinstance(node, ast.Tuple):
        first = node.elts[:1]
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"get_model", "get_app_config"}:
        first = node.args[:1]
    else:
        first = []
    return any(isinstance(one, ast.Constant) and one.value in area_names for one in first)


def test_strings_name_no_higher_area() -> None:
    faults = []
    for area in FEATURE_AREAS:
        above = areas_above(area)
        dotted = re.compile(rf"({'|'.join(above)})((\.\w+)+|/[\w/]+\.(html|txt|css|js|svg))")
        for path in python_files(area):
            tree = tree_of(path)
            faults += [
                f"{named(path)}:{node.lineno} names {node.value!r}, which lies above {area}: turn the relation round."
                for node in texts(tree)
                if dotted.fullmatch(node.value)
            ]
            faults += [
                f"{named(path)}:{node.lineno} asks for a model of an area above {area}: turn the relation round."
                for node in ast.walk(tree)
                if is_label_of(above, node)
            ]
    fail_with(faults)


def libraries_of_tags() -> dict[str, str]:
    return {path.stem: area for area in AREAS for path in (ROOT / area).glob("templatetags/*.py")}


def test_templates_use_nothing_of_a_higher_area() -> None:
    faults = []
    tags = libraries_of_tags()
    for path in sorted((ROOT / "templates").rglob("*.*")):
        folder = path.relative_to(ROOT / "templates").parts[0]
        # base.html and components are the ground's.
        area = folder if folder in AREAS else "home"
        source = path.read_text()
        uses = [
            (used, used.split("/")[0]) for used in TAG_WITH_TEMPLATE.findall(source) + TAG_WITH_FILE.findall(source)
        ]
        uses += [(name, tags.get(name, "")) for loaded in TAG_LOAD.findall(source) for name in loaded.split()]
        # The built style sheets and scripts are the whole site's, and lie under the project's name.
        faults += [
            f"{named(path)} uses {used}, which lies above {area}: let the higher area hand it down by context."
            for used, owner in uses
            if owner in areas_above(area) and not used.startswith("portal/")
        ]
    fail_with(faults)


def page_classes(path: Path) -> Iterator[ast.ClassDef]:
    """Classes of a `pages` module that are pages of their own: not abstract, and derived from some …Page."""
    for node in tree_of(path).body:
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Page") for base in node.bases):
            meta = [
                ast.unparse(inner) for inner in node.body if isinstance(inner, ast.ClassDef) and inner.name == "Meta"
            ]
            if not any("abstract = True" in text for text in meta):
                yield node


def template_named_by(node: ast.ClassDef) -> str:
    for statement in node.body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "template":
            return ast.literal_eval(statement.value)
    return ""


def test_page_templates_mirror_their_package() -> None:
    faults = []
    for feature in features():
        path = feature / "pages.py"
        for node in page_classes(path) if path.exists() else ():
            snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", node.name).lower()
            mirror = f"{feature.relative_to(ROOT).as_posix()}/{snake}.html"
            if template_named_by(node) != mirror:
                faults.append(f'{named(path)}:{node.lineno} {node.name} needs the line: template = "{mirror}"')
            if not (ROOT / "templates" / mirror).exists():
                faults.append(f"templates/{mirror} is missing: {node.name} in {named(path)} shows itself with it.")
    fail_with(faults)


def test_modules_are_short() -> None:
    faults = []
    for path in written_by_us(*AREAS, "tests", "scripts"):
        lines = len(path.read_text().splitlines())
        most = MOST_LINES_OF.get(path.name, MOST_LINES)
        if lines >= most:
            faults.append(f"{named(path)} has {lines} lines, and should stay under {most}: split it by subject.")
    fail_with(faults)


def test_each_feature_says_what_it_is_for() -> None:
    faults = []
    for feature in features():
        path = feature / "__init__.py"
        tree = tree_of(path) if path.exists() else ast.parse("")
        if not ast.get_docstring(tree):
            faults.append(f"{named(path)} needs a docstring that says what the feature is for.")
        if len(tree.body) > 1:
            faults.append(f"{named(path)} holds more than its docstring: move the code to a module.")
    fail_with(faults)


def test_each_feature_has_its_tests() -> None:
    faults = [
        f"tests/{feature.relative_to(ROOT).as_posix()}/ has no test_*.py: {named(feature)} is not tested."
        for feature in features()
        if not list((ROOT / "tests" / feature.relative_to(ROOT)).glob("test_*.py"))
    ]
    fail_with(faults)


def test_each_feature_stands_in_the_table_of_the_house() -> None:
    known = set(features())
    faults = [f"{named(path)} stands in portal/house.py, and is not there." for path in known if not path.is_dir()]
    faults += [
        f"{named(path)} is missing in portal/house.py: add one line to its group."
        for area in FEATURE_AREAS
        for path in sorted((ROOT / area).rglob("*"))
        if path.is_dir()
        and not NOT_FEATURES & set(path.relative_to(ROOT).parts)
        and holds_features(path.parent)
        and not holds_features(path)
        and path not in known
    ]
    fail_with(sorted(faults))


def test_no_group_holds_more_than_a_dozen_features() -> None:
    fail_with(
        [
            f"{area.name}.{group.name} holds {len(group.features)} features: group them."
            for area in HOUSE
            for group in area.groups
            if len(group.features) > MOST_FEATURES
        ]
    )


def test_labels_and_names_of_addresses_lean_the_same_way_as_imports() -> None:
    links = list(links_of(ROOT))
    faults = [
        f"{link.where} names {link.said!r}, which lies above it: turn the relation round."
        for link in links
        if link.source.rank < link.target.rank
    ]
    faults += [
        f"{' -> '.join(place.dotted for place in circle)} is a circle: " + "; ".join(said)
        for circle, said in circles(links)
    ]
    fail_with(faults)


@pytest.mark.parametrize("folder", [*AREAS, "tests", "scripts"])
def test_no_module_has_a_vague_name(folder: str) -> None:
    paths = [path for path in (ROOT / folder).rglob("*") if path.suffix == ".py" or (path / "__init__.py").exists()]
    faults = [f"{named(path)} says nothing about what is in it: name it." for path in paths if path.stem in VAGUE_NAMES]
    fail_with(sorted(faults))


def index_of(path: Path) -> Path:
    """The index of models that a module's classes have to stand in: that of the nearest Django app above it."""
    folder = next(parent for parent in path.parents if (parent / "apps.py").exists())
    return folder / "models.py"


def models_in(path: Path) -> set[str]:
    """Classes of a module that are models or pages of their own, by their bases."""
    found = set()
    for node in tree_of(path).body:
        bases = [ast.unparse(base) for base in node.bases] if isinstance(node, ast.ClassDef) else []
        abstract = isinstance(node, ast.ClassDef) and "abstract = True" in ast.unparse(node)
        if not abstract and any(base == "models.Model" or base.endswith(("Page", "ConsentRow")) for base in bases):
            found.add(node.name)
    return found


def test_each_model_and_page_type_stands_in_the_index_of_its_app() -> None:
    faults = []
    for feature in features():
        for layer in ("models", "pages"):
            paths = [feature / f"{layer}.py", *sorted((feature / layer).glob("*.py"))]
            for path in (one for one in paths if one.exists()):
                index = index_of(path)
                listed = {
                    one.name for node in tree_of(index).body if isinstance(node, ast.ImportFrom) for one in node.names
                }
                faults += [
                    f"{named(path)}: {name} is missing in {named(index)}; Django would not know it."
                    for name in sorted(models_in(path) - listed)
                ]
    fail_with(faults)


def is_index_statement(node: ast.stmt, name: str) -> bool:
    """Whether a statement is an import, a docstring or, in `urls.py`, a list of addresses."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    listed = isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.List)
    return name == "urls.py" and listed


def test_files_of_an_area_are_indexes() -> None:
    faults = [
        f"{named(path)}:{node.lineno} is more than an index: an area's {path.name} only lists what its features hold."
        for area in FEATURE_AREAS
        for path in sorted((ROOT / area).rglob("*.py"))
        if path.stem in INDEXES and path.stem != "apps" and holds_features(path.parent)
        for node in tree_of(path).body
        if not is_index_statement(node, path.name)
    ]
    fail_with(faults)


def test_nothing_is_left_for_later() -> None:
    folders = [*AREAS, "tests", "scripts", "templates", "frontend"]
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*"))]
    built = {"node_modules", "__pycache__", "locale"}
    faults = [
        f"{named(path)}:{number} leaves something for later: do it, or write an issue."
        for path in paths
        if path.suffix in {".py", ".html", ".txt", ".css", ".js", ".mjs"}
        and not built & set(path.parts)
        and (ROOT / "portal" / "static") not in path.parents
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if LATER.search(line)
    ]
    fail_with(faults)
