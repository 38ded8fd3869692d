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

AREAS = ("home", "plein", "netwerk", "portal")
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

# Templates are public unless they lie here: the intranet, the pages to log in, the admin, the page of a staff account.
INTERNAL_TEMPLATES = (
    "account/",
    "allauth/",
    "home/words/board/",
    "home/persons/",
    "home/site/accessibility/reminder.html",
    "home/words/plain_language/",
    "home/words/machine/",
    "home/mail/",
    "home/staff/",
    "home/tenant/gate/",
    "home/words/translation/",
    "home/words/volunteers/admin",
    "home/tenant/users/",
    "mfa/",
    "netwerk/",
    "plein/programme/calendars/fetch_cell.html",
    "plein/programme/calendars/health_cell.html",
    "plein/programme/calendars/light.html",
    "plein/programme/calendars/moment_cell.html",
    "plein/programme/calendars/preview.html",
    "plein/programme/timetable/said_back",
    "portal/",
    "wagtail",
)

# Of Python files the public ones are in these areas, outside these packages (about accounts, rights and the
# editor's work) …
PUBLIC_AREAS = ("home/", "plein/")
INTERNAL_PACKAGES = (
    "home/consent/",
    "home/words/board/",
    "home/persons/",
    "home/tenant/libraries/",
    "home/words/machine/",
    "home/mail/",
    "home/site/media/",
    "home/words/plain_language/",
    "home/staff/",
    "home/tenant/gate/",
    "home/words/translation/",
    "home/words/volunteers/choices.py",
    "home/words/volunteers/forms.py",
    "home/tenant/users/",
    "home/site/wording/forms.py",
    "plein/programme/calendars/choices.py",
    "plein/programme/calendars/forms.py",
    "plein/programme/calendars/views.py",
    "plein/out/finder/forms.py",
    "plein/out/finder/receivers.py",
    "plein/programme/timetable/forms.py",
)
# … and have one of these names. The rest (models, blocks, viewsets, hooks, panels) only editors see.
PUBLIC_MODULES = {
    "choices",  # labels of facts, shown on cards and pages
    "cards",  # what a list shows
    "dates",  # days and times in words
    "registry",  # names that a feature registers for the public
    "selectors",  # words put together for a page
    "feeds",  # what leaves the house as a file: a calendar, a sheet of paper
    "forms",  # what a visitor fills in
    "views",  # what is not a page of the tree
    "portal_tags",  # what templates ask for
}
# In these the class bodies (field names, help texts) and the checks of a form are for editors; the other functions,
# which put a page together, are for the public.
PUBLIC_FUNCTIONS = {"pages"}
# Internal, but with a question that somebody is asked in her own language.
ASKS_FOR_CONSENT = {"netwerk/people/key_people/choices.py", "netwerk/floor/roster/choices.py"}
EDITOR_FUNCTIONS = {"clean", "check"}
# Codes that only stand in a form of the admin.
EDITOR_CHOICES = {
    *("class Frequency", "class GoalPictogram", "class LinkState"),
    *("class MonthWeek", "class OnClosedDay", "class Stops"),
}


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
    """Whether visitors see what this function or class of this file says, by the tables above."""
    if name.startswith("templates/"):
        return not name.removeprefix("templates/").startswith(INTERNAL_TEMPLATES)
    if name in ASKS_FOR_CONSENT:
        return scope in {"", "class ConsentField"}
    if not name.startswith(PUBLIC_AREAS) or name.startswith(INTERNAL_PACKAGES):
        return False
    module = Path(name).stem
    if module in PUBLIC_FUNCTIONS:
        is_in_function = scope != "" and not scope.startswith("class ")
        return is_in_function and scope not in EDITOR_FUNCTIONS
    return module in PUBLIC_MODULES and scope not in EDITOR_CHOICES
