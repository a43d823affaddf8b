"""Names of countries and cities in several languages, from Unicode's CLDR, which Babel brings along."""

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError

from dashboard.words.counting import LOCALE


@cache
def names(languages: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Give the names of each country and each city in these languages, by its English name.

    The cities are those after which time zones are named. Languages that CLDR does not know are ignored.
    """
    locales = [locale for code in languages if (locale := _locale(code))]
    places: dict[str, list[str]] = {}
    for code, country in LOCALE.territories.items():
        if len(code) == 2 and code.isalpha():
            places.setdefault(country, []).extend(_given(locale.territories.get(code) for locale in locales))
    for zone in {zone for locale in locales for zone in locale.time_zones}:
        city = str((LOCALE.time_zones.get(zone) or {}).get("city") or str(zone).rpartition("/")[2].replace("_", " "))
        given = _given((locale.time_zones.get(zone) or {}).get("city") for locale in locales)
        places.setdefault(city, []).extend(given)
    return {place: tuple(dict.fromkeys(others)) for place, others in sorted(places.items()) if others}


def _given(texts: Iterable[str | None]) -> list[str]:
    return [str(text) for text in texts if text]


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None
