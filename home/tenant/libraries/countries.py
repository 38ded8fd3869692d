"""The countries in which a library may lie: the clock, the public holidays and the money there.

Bonaire, Saba and Sint Eustatius share a clock and the dollar, and differ in their holidays (ISO 3166-2:BQ).
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Country:
    """What differs from one country to another.

    ``holidays``: country and part of it, as the package ``holidays`` names them. ``working_days``: official holidays
    on which libraries are open; one that closes on such a day plans a closure.
    """

    time_zone: str
    currency: str
    holidays: tuple[str, str | None]
    working_days: frozenset[str] = frozenset()


HOME_COUNTRY: Final = "NL"
COUNTRIES: Final = {
    "NL": Country("Europe/Amsterdam", "EUR", ("NL", None), frozenset({"Goede vrijdag"})),
    "AW": Country("America/Aruba", "AWG", ("AW", None)),
    "CW": Country("America/Curacao", "XCG", ("CW", None)),
    "SX": Country("America/Lower_Princes", "XCG", ("SX", None)),
    "BQ-BO": Country("America/Kralendijk", "USD", ("BQ", "BON")),
    "BQ-SA": Country("America/Kralendijk", "USD", ("BQ", "SAB")),
    "BQ-SE": Country("America/Kralendijk", "USD", ("BQ", "STA")),
}
TIME_ZONES: Final = frozenset(country.time_zone for country in COUNTRIES.values())
CURRENCIES: Final = frozenset(country.currency for country in COUNTRIES.values())


# Functions, so that a further country needs no migration.
def validate_time_zone(name: str) -> None:
    """Refuse a clock that no country of ours has."""
    if name not in TIME_ZONES:
        raise ValidationError(_("The portal does not know this time zone."))


def validate_holidays(code: str) -> None:
    """Refuse a country whose holidays we do not know."""
    if code not in COUNTRIES:
        raise ValidationError(_("The portal does not know the public holidays of this country."))


def validate_currency(code: str) -> None:
    """Refuse a currency that no country of ours has."""
    if code not in CURRENCIES:
        raise ValidationError(_("The portal does not know this currency."))


@lru_cache(maxsize=256)
def public_holidays(year: int, code: str) -> frozenset[date]:
    """The public holidays of a year on which the libraries of a country are closed."""
    from holidays import country_holidays  # noqa: PLC0415 - slow to import, and needed once a year

    country = COUNTRIES[code]
    name, part = country.holidays
    found = country_holidays(name, subdiv=part, years=year, language="nl")
    return frozenset(day for day, title in found.items() if title not in country.working_days)
