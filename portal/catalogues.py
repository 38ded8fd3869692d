"""The catalogues of strings in `portal/locale`: brought up to date, checked and compiled without the gettext tools.

Dutch holds every message; the other languages of the demo hold the public ones, which must all be there. English is
the language of the code, so its catalogue is empty: it is there because Django looks for one.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

from portal.extraction import Message

# The plural rules, one for each language that has a catalogue. Strings of Django itself may use other numbers of
# forms: each catalogue is read by its own rule.
PLURALS = {
    "ar": (
        "nplurals=6; "
        "plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;"
    ),
    "bg": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
    "nl": "nplurals=2; plural=(n != 1);",
    "pap": "nplurals=2; plural=(n != 1);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "tr": "nplurals=2; plural=(n > 1);",
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
}
SOURCE_LANGUAGE = "en"
COMPLETE_LANGUAGE = "nl"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w*\}")
WIDTH = 110

Messages = dict[tuple[str, str], Message]


def catalogue_path(root: Path, language: str) -> Path:
    """Where the catalogue of a language lies."""
    return root / "portal" / "locale" / language / "LC_MESSAGES" / "django.po"


def wanted(messages: Messages, language: str) -> Messages:
    """The messages that the catalogue of a language has to hold."""
    if language == SOURCE_LANGUAGE:
        return {}
    return {key: one for key, one in messages.items() if one.is_public or language == COMPLETE_LANGUAGE}


def load(root: Path, language: str) -> polib.POFile:
    """The catalogue of a language, empty when there is none yet."""
    path = catalogue_path(root, language)
    return polib.pofile(str(path), wrapwidth=WIDTH) if path.exists() else polib.POFile(wrapwidth=WIDTH)


def key_of(entry: polib.POEntry) -> tuple[str, str]:
    """The key under which a message of the code has this entry."""
    return entry.msgctxt or "", entry.msgid


def update(root: Path, language: str, messages: Messages, *, prune: bool = False) -> None:
    """Bring a catalogue in line with the messages: new ones empty, vanished ones kept as obsolete unless pruned.

    Sorted, without dates and line numbers, so that a change of the file is a change of the words.
    """
    known = {key_of(entry): entry for entry in load(root, language)}
    messages = wanted(messages, language)
    catalogue = polib.POFile(wrapwidth=WIDTH)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    for key in sorted(messages, key=lambda key: key[::-1]):
        catalogue.append(entry_for(messages[key], known.pop(key, None), language))
    for key in sorted(known, key=lambda key: key[::-1]):
        if not prune and is_translated(known[key]):
            known[key].obsolete = True
            known[key].occurrences = []
            catalogue.append(known[key])
    path = catalogue_path(root, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


def entry_for(message: Message, known: polib.POEntry | None, language: str) -> polib.POEntry:
    """The entry of a message, with the words it had; a plural that appears or goes starts anew."""
    entry = polib.POEntry(
        msgctxt=message.context or None,
        msgid=message.singular,
        msgid_plural=message.plural,
        occurrences=[(path, "") for path in sorted(message.paths)],
    )
    if known:
        entry.tcomment = known.tcomment
        entry.flags = known.flags
    if message.plural:
        forms = known.msgstr_plural if known else {}
        entry.msgstr_plural = {number: forms.get(number, "") for number in range(number_of_forms(language))}
    elif known and not known.msgid_plural:
        entry.msgstr = known.msgstr
    return entry


def number_of_forms(language: str) -> int:
    """How many plural forms a language has here."""
    return int(PLURALS[language].split(";")[0].split("=")[1])


def is_translated(entry: polib.POEntry) -> bool:
    """Whether each form has words (polib leaves obsolete entries out, which is not what is asked here)."""
    return all(entry.msgstr_plural.values()) if entry.msgstr_plural else bool(entry.msgstr)


def problems(root: Path, language: str, messages: Messages) -> Iterator[str]:
    """One line for each gap and fault in the catalogue of a language."""
    if not catalogue_path(root, language).exists():
        yield "the catalogue is missing"
        return
    catalogue = load(root, language)
    messages = wanted(messages, language)
    if catalogue.metadata.get("Plural-Forms") != PLURALS[language]:
        yield "the header has another plural rule than portal/catalogues.py"
    known = {}
    for entry in catalogue:
        known[key_of(entry)] = entry
        if entry.obsolete or key_of(entry) not in messages:
            yield f"obsolete: {entry.msgid!r}"
    for key, message in sorted(messages.items()):
        entry = known.get(key)
        where = min(message.paths)
        if entry is None or entry.msgid_plural != message.plural or not is_translated(entry):
            yield f"missing: {message.singular!r} ({where})"
        elif entry.fuzzy:
            yield f"fuzzy: {message.singular!r} ({where})"
        else:
            yield from placeholder_problems(entry)


def placeholder_problems(entry: polib.POEntry) -> Iterator[str]:
    """A translation fills in what the English fills in; a plural form may leave the number out ("one hour")."""
    if not entry.msgid_plural:
        if placeholders(entry.msgstr) != placeholders(entry.msgid):
            yield f"other placeholders than in English: {entry.msgid!r} → {entry.msgstr!r}"
        return
    asked = placeholders(entry.msgid_plural)
    allowed = asked | placeholders(entry.msgid)
    last = max(entry.msgstr_plural)
    for number, form in entry.msgstr_plural.items():
        if not placeholders(form) <= allowed or (number == last and placeholders(form) != asked):
            yield f"other placeholders than in English: {entry.msgid_plural!r} → {form!r}"


def placeholders(text: str) -> set[str]:
    """What is filled in at run time."""
    return set(PLACEHOLDER.findall(text))


def compile_all(root: Path, languages: Iterable[str] = tuple(PLURALS)) -> None:
    """Write what Django reads next to each catalogue, in one step, so that no process reads half a file."""
    for language in languages:
        source = catalogue_path(root, language)
        if source.exists():
            unfinished = source.with_suffix(".mo.new")
            polib.pofile(str(source)).save_as_mofile(str(unfinished))
            unfinished.replace(source.with_suffix(".mo"))
