"""Finds the strings to translate in our templates and Python code, without the gettext tools.

Templates are turned into Python-like text by Django itself, which Babel reads; code is read by Python's own parser,
which knows `gettext as _now` and sees into f-strings.

A message is *public* when it stands in a place that visitors see: those must be there in every language of the portal.
The others are for editors and staff, whose interface is Dutch or English.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract as babel_extract
from django.utils.translation.template import templatize

from portal.house import AREAS, HOUSE, Shows, place_of

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
SKIPPED = {"migrations", "__pycache__"}

# Templates and code are public when `portal.house` says so of their feature, but for what is named here.
#
# Templates that only staff see: the pages to log in and the admin …
INTERNAL_TEMPLATES = (
    "account/",
    "allauth/",
    "mfa/",
    "portal/",
    "wagtail",
    # … and, in features for the public, what belongs to an editor's work.
    "home/site/accessibility/reminder.html",
    "home/words/volunteers/admin",
    "plein/programme/calendars/fetch_cell.html",
    "plein/programme/calendars/health_cell.html",
    "plein/programme/calendars/light.html",
    "plein/programme/calendars/moment_cell.html",
    "plein/programme/calendars/preview.html",
    "plein/programme/timetable/said_back",
)
# Modules that only editors see: names of fields, of blocks and of columns; what a service refuses is told to staff.
EDITOR_MODULES = {"admin", "apps", "blocks", "demo", "mails", "models", "services", "tasks"}
# The same, of features for the public.
EDITOR_PATHS = (
    "home/site/blocks/captions.py",
    "home/site/pages/fields.py",
    "home/site/wording/forms.py",
    "home/site/wording/spellings.py",
    "home/words/volunteers/choices.py",
    "home/words/volunteers/forms.py",
    "home/words/volunteers/ways.py",
    "plein/out/finder/forms.py",
    "plein/out/finder/listed.py",
    "plein/out/finder/spellings.py",
    "plein/out/signage/preview.py",
    "plein/programme/calendars/choices.py",
    "plein/programme/calendars/forms.py",
    "plein/programme/calendars/views.py",
    "plein/programme/timetable/forms.py",
    "plein/programme/timetable/recurrence.py",
    "plein/programme/timetable/times.py",
)
# In these the class bodies (field names, help texts) and the checks of a form are for editors; the other functions,
# which put a page together, are for the public.
PUBLIC_FUNCTIONS = {"pages"}
# Internal, but with a question that somebody is asked in her own language.
ASKS_FOR_CONSENT = {"netwerk/people/key_people/choices.py", "netwerk/people/workers/choices.py"}
EDITOR_FUNCTIONS = {"clean", "check"}
# Codes that only stand in a form of the admin.
EDITOR_CHOICES = {
    *("class Frequency", "class GoalPictogram", "class LinkState"),
    *("class MonthWeek", "class OnClosedDay", "class Stops"),
}
# What templates ask for, beside the features.
PUBLIC_TAGS = {"home/templatetags/portal_tags.py"}


@dataclass
class Message:
    """A string to translate, with every file that uses it."""

    context: str
    singular: str
    plural: str = ""
    paths: set[str] = field(default_factory=set)
    is_public: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue finds it by."""
        return self.context, self.singular


def extract(root: Path) -> dict[tuple[str, str], Message]:
    """All messages of the checkout at `root`, by context and English text."""
    messages: dict[tuple[str, str], Message] = {}
    for path in source_files(root):
        name = path.relative_to(root).as_posix()
        for scope, found in read_code(path) if path.suffix == ".py" else read_template(path):
            message = messages.setdefault(found.key, found)
            message.plural = message.plural or found.plural
            message.paths.add(name)
            message.is_public = message.is_public or is_public(name, scope)
    return messages


def source_files(root: Path) -> Iterator[Path]:
    """The templates and our own Python files, in a fixed order."""
    for folder in ("templates", *AREAS):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in {".html", ".txt", ".py"} and not SKIPPED & set(path.relative_to(root).parts):
                yield path


def read_template(path: Path) -> Iterator[tuple[str, Message]]:
    """The messages of a template; they stand in no function."""
    text = templatize(path.read_text(), origin=str(path))
    # Indentation means nothing in a template and would stop the reader of Python.
    text = "\n".join(line.lstrip() for line in text.splitlines())
    for _line, words, _comments, context in babel_extract("python", BytesIO(text.encode()), KEYWORDS):
        singular, *plural = (words,) if isinstance(words, str) else words
        yield "", Message(context or "", singular, "".join(plural))


def read_code(path: Path) -> Iterator[tuple[str, Message]]:
    """The messages of a Python file, each with the function (``name``) or class body (``class Name``) around it."""
    tree = ast.parse(path.read_text())
    names = {name: name for name in KEYWORDS}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            names |= {one.asname: one.name for one in node.names if one.asname}
    for scope, call in calls(tree):
        keyword = names.get(call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", ""))
        if keyword in KEYWORDS and (message := message_of(call, keyword)):
            yield scope, message


def calls(node: ast.AST, scope: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Every call in the order of the file, with the innermost function or class around it."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        scope = node.name
    elif isinstance(node, ast.ClassDef):
        scope = f"class {node.name}"
    if isinstance(node, ast.Call):
        yield scope, node
    for child in ast.iter_child_nodes(node):
        yield from calls(child, scope)


def message_of(call: ast.Call, keyword: str) -> Message | None:
    """The message of one call; nothing when its text is put together at run time."""
    places = KEYWORDS[keyword] or (1,)
    words = [one.value if isinstance(one, ast.Constant) else None for one in call.args[: len(places)]]
    texts = [word for word in words if isinstance(word, str)]
    if len(texts) < len(places):
        return None
    context = texts.pop(0) if keyword.startswith(("pgettext", "npgettext")) else ""
    return Message(context, *texts)


def is_public(name: str, scope: str) -> bool:
    """Whether visitors see what this function or class of this file says, by the house and the tables above."""
    if name.startswith("templates/"):
        return _is_public_template(name.removeprefix("templates/"))
    if name in ASKS_FOR_CONSENT:
        return scope in {"", "class ConsentField"}
    place = place_of(name.removesuffix(".py").replace("/", "."))
    if place is None:
        return name in PUBLIC_TAGS
    layer = name.removeprefix(f"{place.path}/").removesuffix(".py").split("/")[0]
    if place.feature.shows is Shows.STAFF or layer in EDITOR_MODULES or name.startswith(EDITOR_PATHS):
        return False
    if layer in PUBLIC_FUNCTIONS:
        is_in_function = scope != "" and not scope.startswith("class ")
        return is_in_function and scope not in EDITOR_FUNCTIONS
    return scope not in EDITOR_CHOICES


def _is_public_template(name: str) -> bool:
    place = place_of(name.rpartition("/")[0].replace("/", "."))
    is_internal = name.startswith((*INTERNAL_TEMPLATES, *(f"{area.name}/" for area in HOUSE if area.has_floors)))
    return not is_internal and (place is None or place.feature.shows is Shows.PUBLIC)
