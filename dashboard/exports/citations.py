"""Citations for reference managers (BibTeX, RIS, CSL-JSON), and as a sentence in the styles of APA and Chicago.

Sources: the manual of biblatex (https://ctan.org/pkg/biblatex), the list of RIS tags
(https://en.wikipedia.org/wiki/RIS_(file_format)), the schema of CSL-JSON
(https://github.com/citation-style-language/schema), APA's manual (7th edition), and Chicago's (18th edition, notes
and bibliography).
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence

from dashboard.exports.options import DEFAULTS, Options, chosen_event, event_of
from dashboard.exports.references import Reference, of_dataset, of_event, of_source, of_view
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records.dates import MONTHS, PartialDate
from dashboard.records.model import LANGUAGES

TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_TEX_SIGN = re.compile(r"[\\{}~^&%$#_]")
_NOT_IN_URL = re.compile(r"[\\{}\"<>^`|\s]")
_BIB_MONTHS = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(references: Iterable[Reference], software: str) -> str:
    """Write a BibTeX file, for LaTeX with biblatex or BibTeX; every text is escaped. `software` made the file."""
    return "\n".join([f"% {_line(software)}\n", *map(_bibtex, references)])


def ris(references: Iterable[Reference], _software: str) -> str:
    """Write a RIS file, for EndNote, Zotero and others; without references it is an empty line."""
    return "\n".join(map(_ris, references)) or "\n"


def csl(references: Iterable[Reference], _software: str) -> str:
    """Write CSL-JSON, for Zotero, Pandoc and citeproc."""
    return json.dumps([_csl(reference) for reference in references], ensure_ascii=False, indent=1) + "\n"


def apa(reference: Reference) -> str:
    """Write a citation in the style of APA, as text without italics."""
    version = f" (Version {reference.version})" if reference.version else ""
    about = "; ".join(filter(None, [reference.about, *reference.notes]))
    day = _american(reference.accessed) if reference.accessed else ""
    read = f"Retrieved {day}{', from ' if reference.url else '.'}" if day else ""
    parts = [
        _ended(reference.author),
        f"({_apa_date(reference.issued)}).",
        _ended(_line(reference.title) + version + (f" [{about}]" if about else "")),
        _ended(reference.website),
        read + reference.url,
    ]
    return " ".join(filter(None, parts))


def chicago(reference: Reference) -> str:
    """Write a citation in the style of Chicago, as text without italics."""
    day = _american(reference.issued) if reference.issued else ""
    data = [f"version {reference.version}" if reference.version else "", f"data of {day}" if day else ""]
    dated = ", ".join(filter(None, data))
    parts = [
        _ended(reference.author),
        _ended(_line(reference.title)) if reference.is_data else f"“{_inside_quotes(_line(reference.title))}”",
        _ended(reference.website),
        *map(_ended, (reference.about, *reference.notes)),
        _ended(dated[:1].upper() + dated[1:]),
        f"Accessed {_american(reference.accessed)}." if reference.accessed else "",
        f"{reference.url}." if reference.url else "",
    ]
    return " ".join(filter(None, parts))


def citations_json(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the citations of the chosen event, of the view and of the data set, each as text in every format.

    `event` is null if no event is chosen. Raises `NeedsEventError` if the data does not have it, and `OptionError` if
    the day of access is not a day.
    """
    event = chosen_event(snapshot, options)
    content = {
        "event": _in_every_format(snapshot, of_event(snapshot, event, options)) if event else None,
        "view": _in_every_format(snapshot, of_view(snapshot, filters, options)),
        "dataset": _in_every_format(snapshot, of_dataset(snapshot, options)),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _in_every_format(snapshot: Snapshot, reference: Reference) -> dict[str, str]:
    software = captions.software(snapshot.dataset)
    return {
        "apa": apa(reference),
        "chicago": chicago(reference),
        "bibtex": bibtex([reference], software),
        "ris": ris([reference], software),
        "csl": csl([reference], software),
    }


def _events(snapshot: Snapshot, filters: Filters, options: Options) -> list[Reference]:
    events = snapshot.dataset.events
    return [of_event(snapshot, events[name], options) for name in snapshot.select(filters).events["event_id"]]


def _sources(snapshot: Snapshot, filters: Filters, options: Options) -> list[Reference]:
    cited = set(snapshot.select(filters).sources["source_id"])
    return [of_source(source) for name, source in snapshot.dataset.sources.items() if name in cited]


def _dataset(snapshot: Snapshot, filters: Filters, options: Options) -> list[Reference]:
    return [of_dataset(snapshot, options)]


def _event(snapshot: Snapshot, filters: Filters, options: Options) -> list[Reference]:
    return [of_event(snapshot, event_of(snapshot, options), options)]


def _view(snapshot: Snapshot, filters: Filters, options: Options) -> list[Reference]:
    return [of_view(snapshot, filters, options)]


_Gather = Callable[[Snapshot, Filters, Options], Sequence[Reference]]

_CITED: dict[str, tuple[str, str, _Gather]] = {
    "events": ("Events", "One citation for each event", _events),
    "sources": ("Sources", "One citation for each source", _sources),
    "dataset": ("Data set", "The citation of the data set", _dataset),
    "event": ("This event", "The citation of one event", _event),
    "view": ("This view", "The citation of the dashboard with these filters", _view),
}
"""What is cited → its label, what a file of it has, and the function that gives the references."""

_FORMATS: dict[str, tuple[str, str, Callable[[Iterable[Reference], str], str]]] = {
    ".bib": ("BibTeX", "LaTeX", bibtex),
    ".ris": ("RIS", "EndNote, Zotero and other reference managers", ris),
    "-csl.json": ("CSL-JSON", "Zotero, Pandoc and other programs", csl),
}
"""Ending of a file → the name of the format, who reads it, and the function that writes it."""


def _file(gather: _Gather, write: Callable[[Iterable[Reference], str], str]) -> Callable[..., bytes]:
    """Give the function that writes references in one format."""

    def make(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
        return write(gather(snapshot, filters, options), captions.software(snapshot.dataset)).encode()

    return make


OFFERED = (
    *(
        (f"{name}{ending}", f"{label}, {form}", _file(gather, write), f"{what}, for {readers}.")
        for name, (label, what, gather) in _CITED.items()
        for ending, (form, readers, write) in _FORMATS.items()
    ),
    (
        "citations.json",
        "Citations, JSON",
        citations_json,
        "The citations of the event, the view and the data set, in every format, for programs.",
    ),
)
"""Name, label, function and purpose of each export."""


def _bibtex(reference: Reference) -> str:
    """Write an entry of BibTeX. `organization` and `date` are for biblatex, `howpublished` and `year` for BibTeX."""
    issued = reference.issued
    fields = {
        "author": _braced(reference.author),
        "title": _braced(reference.title),
        "organization": _tex(reference.website),
        "howpublished": _tex("Data set" if reference.is_data else reference.website),
        "version": _tex(reference.version),
        "year": f"{issued.year:04}" if issued else "",
        "month": _BIB_MONTHS[issued.month or 0] if issued else "",
        "date": str(issued or ""),
        "eventdate": "/".join(dict.fromkeys(map(str, reference.event_days or ()))),
        "venue": _tex(reference.place),
        "language": LANGUAGES.get(reference.language, ""),
        "url": _url(reference.url),
        "urldate": str(reference.accessed or "") if reference.url else "",
        "note": _tex(". ".join(filter(None, ["" if reference.is_data else reference.about, *reference.notes]))),
    }
    # A month without braces is a word that each style writes in its own way.
    written = {name: value if name == "month" else f"{{{value}}}" for name, value in fields.items() if value}
    lines = [f"  {name} = {value}," for name, value in written.items()]
    kind = "dataset" if reference.is_data else "online"
    return "\n".join([f"@{kind}{{{reference.key},", *lines, "}", ""])


def entries(reference: Reference) -> dict[str, str]:
    """Write a citation in every format, without what a file has around it."""
    return {
        "apa": apa(reference),
        "chicago": chicago(reference),
        "bibtex": "\n" + _bibtex(reference),
        "ris": _ris(reference),
        "csl": json.dumps([_csl(reference)], ensure_ascii=False, indent=1).removeprefix("[\n").removesuffix("\n]"),
    }


def _braced(text: str) -> str:
    """Escape a text, in braces that keep its capital letters and let it be one name."""
    return f"{{{_tex(text)}}}" if text else ""


def _tex(text: str) -> str:
    """Escape a text for TeX, on one line."""
    return _TEX_SIGN.sub(lambda sign: TEX[sign[0]], _line(text))


def _url(url: str) -> str:
    """Write an address so that no sign of it ends a field of BibTeX."""
    return _NOT_IN_URL.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), url)


def _ris(reference: Reference) -> str:
    tags = [
        ("TY", "DATA" if reference.is_data else "ELEC"),
        ("ID", reference.key),
        ("AU", reference.author),
        ("TI", reference.title),
        ("T2", reference.website),
        ("PB", reference.website),
        ("ET", reference.version),
        ("PY", f"{reference.issued.year:04}" if reference.issued else ""),
        ("DA", _ris_date(reference.issued)),
        ("Y2", _ris_date(reference.accessed)),
        ("LA", LANGUAGES.get(reference.language, "")),
        ("UR", reference.url),
        *(("N1", note) for note in (reference.about, *reference.notes)),
    ]
    lines = [f"{tag}  - {_line(value)}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - ", ""])


def _csl(reference: Reference) -> dict[str, object]:
    item: dict[str, object] = {
        "id": reference.key,
        "type": "dataset" if reference.is_data else "webpage",
        "author": [{"literal": reference.author}] if reference.author else None,
        "title": _line(reference.title),
        "container-title": reference.website,
        "version": reference.version,
        "issued": _csl_date(reference.issued),
        "accessed": _csl_date(reference.accessed),
        "event-date": _csl_date(*reference.event_days) if reference.event_days else None,
        "event-place": reference.place,
        "language": reference.language,
        "URL": reference.url,
        "note": ". ".join(filter(None, [reference.about, *reference.notes])),
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(*days: PartialDate | None) -> dict[str, object] | None:
    """Write a day, or a first and a last day; None if no day is known."""
    known = [day for day in dict.fromkeys(days) if day]
    if not known:
        return None
    written: dict[str, object] = {
        "date-parts": [[part for part in (day.year, day.month, day.day) if part] for day in known]
    }
    return written | {"circa": True} if any(day.about for day in known) else written


def _ris_date(day: PartialDate | None) -> str:
    """Write a day as `2018/05/03/`, where what is not known is left empty."""
    return "/".join([f"{part:02}" if part else "" for part in (day.year, day.month, day.day)] + [""]) if day else ""


def _apa_date(day: PartialDate | None) -> str:
    if day is None:
        return "n.d."
    month_and_day = " ".join(filter(None, [MONTHS[day.month or 0], str(day.day or "")]))
    return ("ca. " if day.about else "") + ", ".join(filter(None, [str(day.year), month_and_day]))


def _american(day: PartialDate) -> str:
    """Write a day as both styles do: `March 1, 2026`."""
    month = MONTHS[day.month or 0]
    return f"{month} {day.day}, {day.year}" if day.day else f"{month} {day.year}".strip()


def _inside_quotes(title: str) -> str:
    """Write a title that goes between quotation marks: single marks inside, and the full stop before the last mark."""
    single = re.sub(r'"([^"]*)"', r"‘\1’", title).replace("“", "‘").replace("”", "’")
    closed = single.endswith("’") and "‘" in single
    return f"{_ended(single[:-1])}’" if closed else _ended(single)


def _ended(text: str) -> str:
    """End a part of a citation with a full stop; an empty part stays empty."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def _line(text: str) -> str:
    """Bring a text onto one line, so that no line of it is read as a field."""
    return " ".join(text.split())
