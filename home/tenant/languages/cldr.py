"""The data of CLDR for a language of the registry, in a locale of Babel that shares nothing with another."""

from copy import deepcopy
from functools import cached_property, lru_cache

from babel import Locale, UnknownLocaleError, localedata
from babel.localedata import LocaleDataDict

from home.tenant.languages.known import MAIN_LANGUAGE
from home.tenant.languages.known import get as get_language

# What locales inherit from each other and Babel writes into.
NAMES = ("days", "months")
# CLDR gives the months of Papiamentu as they stand alone; in a sentence they have no capital.
NO_CAPITALS = {"pap"}


class OwnLocale(Locale):
    """A locale with names of its own.

    Babel keeps a name that it looked up in what locales inherit: after Pashto was asked for its short days, Frisian
    and Papiamentu, which inherit theirs, gave those of Pashto.
    """

    @cached_property
    def _data(self) -> LocaleDataDict:
        data = dict(localedata.load(str(self)))
        data |= {name: deepcopy(data[name]) for name in NAMES}
        found = LocaleDataDict(data)
        if self.language in NO_CAPITALS:
            for form in ("format", "stand-alone"):
                months = found["months"][form]["wide"]
                months.update({number: name.lower() for number, name in list(months.items())})
        return found


def country_name(code: str, language: str) -> str:
    """``Curaçao``: a country, or the one that a part belongs to (``BQ-BO``), in a language."""
    return str(locale_of(language).territories[code.split("-", maxsplit=1)[0]])


@lru_cache(maxsize=128)
def locale_of(code: str) -> OwnLocale:
    """The locale of a language; that of the main language where CLDR has none."""
    try:
        return OwnLocale.parse(get_language(code).cldr)
    except (UnknownLocaleError, ValueError):
        return OwnLocale.parse(MAIN_LANGUAGE)
