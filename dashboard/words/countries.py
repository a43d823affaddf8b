"""Countries by their English names, from Unicode's CLDR, which Babel brings along."""

from functools import cache

from dashboard.words.counting import LOCALE

_STATES = """
ad ae af ag al am ao ar at au az ba bb bd be bf bg bh bi bj bn bo br bs bt bw by bz ca cd cf cg ch ci cl cm cn co cr cu
cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fm fr ga gb gd ge gh gm gn gq gr gt gw gy hn hr ht hu id ie il in iq
ir is it jm jo jp ke kg kh ki km kn kp kr kw kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mr mt mu
mv mw mx my mz na ne ng ni nl no np nr nz om pa pe pg ph pk pl ps pt pw py qa ro rs ru rw sa sb sc sd se sg si sk sl sm
sn so sr ss st sv sy sz td tg th tj tl tm tn to tr tt tv tz ua ug us uy uz va vc ve vn vu ws ye za zm zw
"""
"""The members of the United Nations, and the two observers that are states, by their codes in ISO 3166."""


def country_code(name: str) -> str:
    """Give the two small letters of ISO 3166 for the English name of a country; empty for any other text."""
    return _codes().get(name.strip().casefold(), "")


def is_state(name: str) -> bool:
    """Tell whether a text is the English name of a member of the United Nations, or of an observer that is a state.

    The names of CLDR also hold territories and unions, such as Greenland and the European Union.
    """
    return country_code(name) in _STATES.split()


@cache
def _codes() -> dict[str, str]:
    countries = {code: name for code, name in LOCALE.territories.items() if len(code) == 2 and code.isalpha()}
    return {name.casefold(): code.lower() for code, name in countries.items()}
