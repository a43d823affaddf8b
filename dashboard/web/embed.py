"""One view for a frame on another page, with the parameters of the dashboard. It needs no Streamlit."""

from typing import Literal, cast

from dashboard.frames.rows import EventRow, rows
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.html import Html, render
from dashboard.look.shapes import EmbedState, Urls
from dashboard.records.succession import Fate
from dashboard.topics.explore import payload, sentences
from dashboard.topics.explore.article import article_of
from dashboard.web import address, head, typeface
from dashboard.web.files import JOINED, urls
from dashboard.words.pasted import Strange

VIEWS = ("timeline", "matrix", "article")
"""The views, by their names in the address."""

Theme = Literal["light", "dark", ""]

THEMES: tuple[Theme, ...] = ("light", "dark")
"""The values of the parameter `theme`. Without it, the theme of the reader's system is used."""

UP = "../"
"""From the address of a view to that of the first page."""

_OF_DASHBOARD = ("eventPage", "home", "edition")
"""Keys of `Urls` that are not files for the frame to load. The script knows the address of the dashboard for links."""


def embed_html(view: str, snapshot: Snapshot, query: address.Query, public: str = "") -> Html:
    """Write the HTML of a view, one of `VIEWS`; without JavaScript it is an article, or a list of events.

    If the address names something that does not exist, a sentence above the view says so.
    """
    wanted = next(reversed(query.get("theme", [""])), "")
    theme: Theme = next((theme for theme in THEMES if theme == wanted), "")
    choice = address.read({name: values for name, values in query.items() if name != "theme"}, snapshot)
    choice = choice.seeing(page=address.VIEW["page"])
    shown = snapshot.select(choice.filters)
    best = snapshot.with_text(choice.filters)
    event = payload.chosen_event(shown, choice.view["event"], snapshot.dataset.opens, best)
    of_page = urls(snapshot.stamp).items()
    addresses = cast(Urls, {name: path if name in _OF_DASHBOARD else f"{UP}{path}" for name, path in of_page})
    unknown = [*choice.unknown, *([Strange("theme", wanted, known=THEMES)] if wanted != theme else [])]
    link = address.link(choice, snapshot)
    given: EmbedState = {
        "process": snapshot.dataset.process_id,
        "view": view,
        "theme": theme,
        "version": snapshot.stamp,
        "urls": addresses,
        "query": link.removeprefix("?"),
    }
    is_article = view == "article" and event is not None
    return render(
        "web/embed.html",
        given=given,
        about=head.of_view(snapshot, choice, public),
        name=snapshot.dataset.process_name,
        accent=snapshot.dataset.accent,
        face=typeface.ADDRESS,
        up=UP,
        link=link,
        modules=[JOINED],
        article_address=addresses["article"].replace("{event}", event) if is_article and event else "",
        article=article_of(snapshot, event) if is_article and event else "",
        events=[
            {"title": row.title, "when": row.when, "where": sentences.where(row)}
            for row in rows(shown.events, EventRow)
        ],
        which=captions.choice(snapshot, choice.filters, shown),
        notices=[*(part.words() for part in unknown), *map(_became, (fate for _, fate in choice.fates))],
    )


def _became(fate: Fate) -> str:
    """Say what became of an id, and what the view shows instead of a withdrawn record."""
    instead = f" “{fate.label_now}” is shown instead." if fate.why and fate.leads_to else ""
    return fate.words() + instead
