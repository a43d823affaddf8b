"""Where the links of an article lead: within the dashboard, between pages without JavaScript, or from paper."""

from dataclasses import dataclass
from urllib.parse import quote

ID = "{}"
"""The place of the id in an address."""


@dataclass(frozen=True)
class Links:
    """The addresses of what an article links to, with `ID` for the id; an empty address makes no link.

    `fact` is the proof of a fact, whose id is its key. `home` is the address of the dashboard, and `view` that of a
    view of it, whose id is the query. `all` is a list of records, whose id is its name. With `cards`, a script shows
    the source of a footnote in a card, so the footnote needs no title. With `anchors`, passages have addresses of
    their own within the page.
    """

    event: str = "#{}"
    fact: str = "#{}"
    question: str = "?page=disagreements&question={}"
    organizer: str = ""
    source: str = ""
    home: str = ""
    view: str = ""
    all: str = ""
    cards: bool = False
    anchors: bool = False

    def to(self, kind: str, name: str) -> str:
        """Give the address of one record; `kind` is the name of a field."""
        address: str = getattr(self, kind)
        return address.replace(ID, quote(name, safe="/=&"))


IN_THE_DASHBOARD = Links(cards=True)
"""The links of an article in the dashboard, which scripts follow."""


def between_pages(home: str) -> Links:
    """Give the links between the pages of events, organizers and sources; `home` ends with a slash."""
    return Links(
        event=f"{home}events/{ID}",
        fact=f"#proof-{ID}",
        question=f"{home}?page=disagreements&question={ID}",
        organizer=f"{home}organizers/{ID}",
        source=f"{home}sources/{ID}",
        home=home,
        view=f"{home}?{ID}",
        all=f"{home}{ID}/",
        anchors=True,
    )


def between_files(up: str, question: str) -> Links:
    """Give the same links between files. `up` leads to their folder, and `question` is the address of a disagreement.

    A link to a list names its file, because a folder on a disk does not open as a page.
    """
    return Links(
        event=f"{up}events/{ID}.html",
        fact=f"#proof-{ID}",
        question=question,
        organizer=f"{up}organizers/{ID}.html",
        source=f"{up}sources/{ID}.html",
        home=f"{up}index.html",
        view=f"{up}index.html?{ID}",
        all=f"{up}{ID}/index.html",
        anchors=True,
    )


def from_paper(site: str, ending: str = "") -> Links:
    """Give the links of a file that is printed: to pages under a public address, and none if it is not known.

    `ending` ends the addresses of the pages.
    """
    if not site:
        return Links("", "", "", "", "", "")
    return Links(
        event=f"{site}/events/{ID}{ending}",
        fact="",
        question="",
        organizer=f"{site}/organizers/{ID}{ending}",
        source=f"{site}/sources/{ID}{ending}",
        home=f"{site}/",
    )
