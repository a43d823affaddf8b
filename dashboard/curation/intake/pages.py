"""Addresses in a table → sources, one for each page; and the file itself as a source."""

import re
from collections.abc import Container, Iterator
from datetime import date
from urllib.parse import unquote, urlsplit

from dashboard.curation.intake.choices import Choices
from dashboard.curation.intake.table import flat
from dashboard.records.addresses import host_of, same_page
from dashboard.records.dates import PartialDate
from dashboard.records.model import Source
from dashboard.store import objections
from dashboard.words.spelling import as_id, quoted

_BETWEEN = re.compile(r"[\s|]+|[,;](?=\s|https?://|$)")
_ENDING = re.compile(r"\.\w{2,5}$")
_LONGEST = 40
"""The most letters that the words of an address give to an id."""

Record = dict[str, "str | list[dict[str, object]]"]
"""The values of a source, as they are written."""


class Pages:
    """The sources of a series, as its rows name them."""

    def __init__(self, choices: Choices, file: str, today: date) -> None:
        self.records: dict[str, Record] = {}
        self._choices = choices
        self._file = file
        self._today = today
        self._of_pages: dict[str, str] = {}

    def named(self, cell: str, about: str) -> Iterator[tuple[str, str]]:
        """Give the id of the source for each address in a cell, or an empty text and what is wrong with the address."""
        for url in filter(None, _BETWEEN.split(cell)):
            if wrong := objections(Source, {"url": url}).get("url"):
                yield "", f"source {wrong}"
            else:
                yield self._page(url, about), ""

    def of_file(self) -> str:
        """Give the id of the file itself as a source."""
        name = as_id(self._file.rpartition(".")[0]) or "file"
        key = f"{name}-{self._today.isoformat()}"
        day = PartialDate.parse(self._today.isoformat()).words()
        self.records.setdefault(
            key,
            {
                "id": key,
                "title_en": f"The file {self._file}, imported on {day}",
                "publisher": self._choices.publisher,
                "accessed": self._today.isoformat(),
                "language": self._choices.language,
                "kind": self._choices.source_kind,
                "read": "full",
                "says": [],
            },
        )
        return key

    def says(self, source: str, event: str, text: str) -> None:
        """Add what a source says about an event."""
        statements = self.records[source]["says"]
        if isinstance(statements, list):
            statements.append({"event": event, "text": text})

    def used(self, names: Container[str]) -> list[Record]:
        """Give the records of the sources that are named, without keys that are empty."""
        kept = [record for name, record in self.records.items() if name in names]
        return [{key: value for key, value in record.items() if value} for record in kept]

    def _page(self, url: str, about: str) -> str:
        page = same_page(url)
        if page not in self._of_pages:
            host = host_of(url)
            last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
            words = as_id(_ENDING.sub("", last))[:_LONGEST]
            key = unique(f"{as_id(host) or 'page'}-{words}".strip("-"), self.records)
            self._of_pages[page] = key
            self.records[key] = {
                "id": key,
                "title_en": f"Page of {host} about {quoted(flat(about), 80)}",
                "publisher": host,
                "url": url,
                "language": self._choices.language,
                "kind": self._choices.source_kind,
                "read": self._choices.read,
            }
        return self._of_pages[page]


def unique(key: str, taken: Container[str]) -> str:
    """Give an id, with a number behind it if it is taken."""
    number = 2
    free = key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free
