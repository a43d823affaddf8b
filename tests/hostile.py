"""Texts that try to run, to break out of their element, or to hide; and data that has each in every text field.

The fields come from the models, so new fields are included. A field of a new type fails until this module says how to
fill it.
"""

import re
import types
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from dashboard.records import ids
from dashboard.records.addresses import web_address
from dashboard.records.colours import colour
from dashboard.records.dates import PartialDate
from dashboard.records.model import (
    Article,
    Change,
    Dataset,
    Dispute,
    Event,
    Mirror,
    Organizer,
    Process,
    Record,
    Source,
    Withdrawn,
    keys_of,
)
from dashboard.words.languages import LANGUAGES, language

_MARKUP = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea></noscript><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<base href=//example.org/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//example.org/x.css>",
    "<form action=javascript:alert(1)><button>x",
    "<details open ontoggle=alert(1)>",
    "<a href=javascript:alert(1) autofocus onfocus=alert(1)>x</a>",
    "<b onmouseover=alert(1) style=position:fixed;inset:0>x",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "]]><x/>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "\\u003cimg src=x onerror=alert(1)\\u003e",
    "＜img src=x onerror=alert(1)＞",
)
_ATTRIBUTES = (
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)" x="',
    "` onerror=alert(1) `",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//example.org/x",
    "red;background:url(//example.org/x)",
    "}*{background:url(//example.org/x)}",
    "expression(alert(1))",
)
_SCRIPTS = (
    "';alert(1);'",
    '";alert(1);"',
    "${alert(1)}",
    "`${alert(1)}`",
    "</script><!--",
    "<!--<script>",
    "\u2028alert(1)\u2029",
    "__proto__",
    "constructor",
    "{{ 7*7 }}",
    "{% raw %}{{ self }}",
    "{role:o1}",
    "{date}",
    "%s %(x)s {0} {x}",
)
_SHEETS = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "＝1+1",
    "\t=1+1",
    "x;=1+1",
    "'=1+1",
    'a","=1+1',
)
_FORMATS = (
    "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:y",
    "x\\nEND:VEVENT\\, \\; y",
    "x\nER  - \nTY  - CONF",
    "x},\n}\n@misc{y, title={z}",
    "\\input{/etc/passwd} \\write18{x}",
    "$\\href{javascript:alert(1)}{x}$ {{{",
    ":red[x] :material/home: **b** `c` $x$",
    "[x](javascript:alert(1)) ![x](https://example.org/x.png)",
    "<https://example.org> https://example.org/?a=b",
    "# x\n\n* y\n\n---",
    "[s1] [s1][s1]",
    "../../etc/passwd",
    "x/../../..\\y",
    "CON.txt",
)
_LETTERS = (
    "\u202eevil\u202c",
    "\u2066x\u2069\u200b\u200d",
    "\ufeffx\u00ad",
    "e\u0301" + "\u0301" * 50,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "ﷺ" * 5,
    "x" * 3000,
    "W " * 1000,
)
_BASES = (*_MARKUP, *_ATTRIBUTES, *_SCRIPTS, *_SHEETS, *_FORMATS, *_LETTERS)
_FORMS: tuple[Callable[[str], str], ...] = (str, '">{}'.format, "Dushanbe {} 2022".format, "{}'\n".format)

HOSTILE: tuple[str, ...] = tuple(dict.fromkeys(form(base) for base in _BASES for form in _FORMS))[:300]
"""The texts."""

PLAIN = tuple(f"Word{number}" for number in range(len(HOSTILE)))
"""The same number of harmless texts."""

_PATTERNS = {r"^Q\d+$": "Q42", r"^[a-z0-9.-]+$": "mirror.example"}
_ID = f"^{ids.PATTERN}$"
_EMAIL = r"^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$"
_LEFT_OUT = ("parent", "part_of", "withdrawn", "instead")
"""Fields that lead to other records of the same kind, or out of the page. They are filled by hand."""

ARTICLE = "TEXT [sNUMBER].\n\n## TEXT\n\nTEXT said TEXT [sNUMBER]."

LETTERS: dict[type[Record], str] = {Event: "2022-e", Organizer: "o", Source: "s", Dispute: "d"}
"""Kind of record → how its ids begin, before a number."""

Kind = TypeVar("Kind", bound=Record)


Text = str | Iterator[str]
"""One text for every field, or texts of which each field takes the next."""


def filled(kind: type[Kind], text: Text, number: int) -> Kind:
    """Make a record with a value in every field; `text` is in each that takes any text, `number` is in its ids."""
    values = {
        name: _value(info.annotation, info.metadata, text, number, name)
        for name, info in keys_of(kind).items()
        if name not in _LEFT_OUT
    }
    if kind in LETTERS:
        values |= {"id": f"{LETTERS[kind]}{number}", "aliases": (f"former-{LETTERS[kind]}{number}",)}
    if kind is Process:
        values["id"] = "dushanbe-process"
    return kind(**values)


def data(texts: tuple[str, ...], records: int = 0) -> Dataset:
    """Make data with an event, an article, an organizer, a source, a dispute, a change and a mirror for each text.

    With a number of `records`, there are that many of each kind, and the next field has the next text.
    """
    numbers: list[tuple[int, Text]] = [*enumerate(texts, 1)]
    if records:
        supply = cycle(texts)
        numbers = [(number, supply) for number in range(1, records + 1)]
    gone = filled(Organizer, texts[0], 0).model_copy(update={"withdrawn": filled(Withdrawn, texts[1], 0)})
    events = [filled(Event, text, number) for number, text in numbers]
    whole = " ".join(texts[::20])
    return Dataset(
        process=filled(Process, whole, 1),
        events={event.id: event for event in events},
        organizers={one.id: one for number, text in numbers if (one := filled(Organizer, text, number))},
        sources={one.id: one for number, text in numbers if (one := filled(Source, text, number))},
        disputes={one.id: one for number, text in numbers if (one := filled(Dispute, text, number))},
        mirrors={f"m{number}.example": filled(Mirror, text, number) for number, text in numbers},
        changes={f"record {number}": filled(Change, text, number) for number, text in numbers},
        articles={
            event.id: Article(
                event=event.id,
                text=f"{_next(text)} [s{number}].\n\n## {_next(text)}\n\n{_next(text)} said {_next(text)} [s{number}].",
            )
            for event, (number, text) in zip(events, numbers, strict=True)
        },
        withdrawn={("organizers.yaml", "o0"): gone},
    )


def some_of(of: Dataset, count: int) -> Dataset:
    """Keep `count` events at even distances, with all other records."""
    step = max(len(of.events) // count, 1)
    kept = list(of.events)[::step]
    return replace(of, events={name: of.events[name] for name in kept})


def _next(text: Text) -> str:
    return text if isinstance(text, str) else next(text)


def _value(annotation: Any, metadata: list[Any], text: Text, number: int, name: str) -> Any:
    """Give a value of a type; `name` is that of the field."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        info = [more for one in arguments[1:] for more in (one.metadata if isinstance(one, FieldInfo) else [one])]
        return _value(arguments[0], [*metadata, *info], text, number, name)
    if origin in (Union, types.UnionType):
        (inner,) = [one for one in arguments if one is not type(None)]
        return _value(inner, metadata, text, number, name)
    if origin is tuple:
        least = max((getattr(one, "min_length", 1) for one in metadata), default=1)
        return tuple(_value(arguments[0], [], text, number, name) for _ in range(least))
    if origin is Literal:
        return arguments[number % len(arguments)]
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return filled(annotation, text, number)
    if annotation is PartialDate:
        return PartialDate(2018 + number % 7, 1 + number % 12, 1 + number % 28)
    if annotation in (bool, int, float):
        return annotation(1)
    assert annotation is str, f"{name} is of a new type, {annotation}; say here how to fill it"
    return _text(metadata, text, number, name)


def _text(metadata: list[Any], text: Text, number: int, name: str) -> str:
    validators = [one.func for one in metadata if isinstance(one, AfterValidator)]
    if web_address in validators:
        return f"https://example.org/{number}?a='onmouseover=alert(1)&b=javascript:alert(1)#`"
    if language in validators:
        return [*LANGUAGES][number % len(LANGUAGES)]
    if colour in validators:
        return f"#{number % 256:02x}4a6e"
    pattern = next((found for one in metadata if (found := getattr(one, "pattern", None))), None)
    if pattern in (None, r"\S"):
        return _next(text)
    if pattern == _EMAIL:
        return re.sub(r"[\s@<>]", "", _next(text)) + "@example.org"
    if pattern != _ID:
        assert pattern in _PATTERNS, f"{name} has a new pattern, {pattern}; say here how to fill it"
        return _PATTERNS[pattern]
    return _id(name, number)


def _id(name: str, number: int) -> str:
    """Give the id that a field holds. Records of one number belong together."""
    kinds = {"organizer": Organizer, "organizers": Organizer, "event": Event, "events": Event, "disputes": Dispute}
    return f"{LETTERS[kinds.get(name, Source)]}{number}"
