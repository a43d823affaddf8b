"""What a table has for a place → city, country and venue, as far as it is certain which is which."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.checks.events import HYBRID as HYBRID_WORDS
from dashboard.words.countries import country_code, is_state
from dashboard.words.spelling import quoted

_NO_NAME = re.compile(r"[\d()/;:]")
"""What a name of a city does not have."""
_ONLINE = re.compile(r"(?:held )?(?:online|on-line|virtual|virtually|online event|online meeting)", re.IGNORECASE)
_HYBRID = re.compile(HYBRID_WORDS, re.IGNORECASE)

CITY = "these places are read as cities; if one is a building, write it under venue"
PARTS = "these places are read as venue, city and country; if one is not, correct it in events.yaml"
HYBRID = 'these places are imported as "online"; write the city in which people met under city'
WHOLE = "these places are read as venues, because it is not clear which part is the city; write city and country"
"""What can be assumed of a place."""
NO_COUNTRY = "no country is known of these places; write it under country"
NO_SUCH_COUNTRY = (
    "these countries are imported as they are written, but they are not in Unicode's list of English names; correct "
    "those that are misspelt"
)
"""What is left open in a place."""


@dataclass(frozen=True)
class Place:
    """Where an event is: `fields` of the event, what was `assumed`, and what could not be imported (`untaken`)."""

    fields: dict[str, str]
    assumed: str = ""
    untaken: str = ""


def place_of(values: Mapping[str, str]) -> Place:
    """Read the place of a row.

    Columns for city, country and venue go before the one column `place`. `City, Country` is certain if the last part
    names a state. One name alone is read as a city, and three as venue, city and country; both are assumptions. Any
    other place stays whole, as a venue.
    """
    given = {key: values[key] for key in ("city", "country", "venue") if key in values}
    place = values.get("place", "")
    if not place:
        return Place(given)
    if given.keys() & {"city", "venue"}:
        other = "city" if "city" in given else "venue"
        return Place(
            given, untaken=f"the place {quoted(place)} is not imported, because there is a {other}; leave one empty"
        )
    if _ONLINE.fullmatch(place):
        return Place({"venue": "online"} | given)
    if _HYBRID.fullmatch(place):
        return Place({"venue": "online"} | given, HYBRID)
    if is_state(place):
        return Place({"country": place} | given)
    *before, last = [part.strip() for part in place.split(",")]
    plain = all(before) and not _NO_NAME.search(" ".join(before[-1:]))
    if is_state(last) and plain and len(before) == 1:
        return Place({"city": before[0], "country": last} | given)
    if is_state(last) and plain and len(before) == 2:
        return Place({"city": before[1], "country": last, "venue": before[0]} | given, PARTS)
    if not before and not _NO_NAME.search(place):
        return Place({"city": place} | given, CITY)
    country = {"country": last} if is_state(last) and before else {}
    return Place(country | {"venue": place} | given, WHOLE)


def assumptions(read: Place, values: Mapping[str, str], kept: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Say what is assumed or left open about the place of a row, each with its text; `kept` are the imported values."""
    if read.assumed:
        yield read.assumed, values["place"]
    country = kept.get("country", "")
    site = ", ".join(kept[key] for key in ("venue", "city") if key in kept)
    # A place that stays whole is reported already, with the advice to write the country.
    if site and not country and read.assumed != WHOLE and not _ONLINE.fullmatch(site):
        yield NO_COUNTRY, site
    if country and not country_code(country):
        yield NO_SUCH_COUNTRY, country
