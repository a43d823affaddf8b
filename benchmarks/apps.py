"""The pages that are measured: how each is served, and how its filters are operated."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Value(NamedTuple):
    """A value of a filter: its key in the address, and its label on the page."""

    key: str
    label: str


Press = Callable[["Page", Value], None]
"""Operates a control of a filter for one of its values."""


@dataclass(frozen=True)
class App:
    """One of the pages. `command` comes between `python` and the port. A second `press_year` removes the year.

    With more than `most` events the page is not measured.
    """

    name: str
    command: tuple[str, ...]
    path: str
    press_year: Press
    open_organizers: Press
    press_organizer: Press
    clear_organizer: Press
    close_organizers: Callable[[Page], None] = lambda page: None
    most: float = math.inf


def _box(facet: str) -> Press:
    """Press the label of a checkbox of this app."""

    def press(page: Page, value: Value) -> None:
        box = page.locator(f"input[data-facet='{facet}'][data-value='{value.key}']")
        page.locator("label", has=box).click()

    return press


def _open_facet(page: Page, value: Value) -> None:
    closed = page.locator("details:not([open])", has=page.locator("input[data-facet='organizer']"))
    if closed.count():
        closed.locator("summary").click()


def _press_dash_year(page: Page, year: Value) -> None:
    page.locator("#year label", has_text=year.label).locator("input").click()


def _open_dash_list(page: Page, organizer: Value) -> None:
    page.locator("#organizer").click()


def _press_dash_option(page: Page, organizer: Value) -> None:
    page.locator(".dash-dropdown-content label", has_text=organizer.label).click()


def _press_panel_year(page: Page, year: Value) -> None:
    page.get_by_role("button", name=year.label, exact=True).click()


def _open_panel_list(page: Page, organizer: Value) -> None:
    page.locator(".choices input").click()


def _press_panel_choice(page: Page, organizer: Value) -> None:
    page.locator(".choices__item--choice", has_text=organizer.label).click()


def _remove_panel_choice(page: Page, organizer: Value) -> None:
    page.keyboard.press("Escape")
    page.locator(".choices__list--multiple .choices__button").click()


def _ours(name: str, *command: str, most: float = math.inf) -> App:
    return App(
        name,
        command,
        "/",
        press_year=_box("year"),
        open_organizers=_open_facet,
        press_organizer=_box("organizer"),
        clear_organizer=_box("organizer"),
        most=most,
    )


OURS = _ours("This app (Streamlit)", "-m", "streamlit", "run", "app.py", "--server.headless", "true", "--server.port")


def _dash(name: str, module: str) -> App:
    return App(
        name,
        ("-m", module),
        "/",
        press_year=_press_dash_year,
        open_organizers=_open_dash_list,
        press_organizer=_press_dash_option,
        clear_organizer=_press_dash_option,
        close_organizers=lambda page: page.keyboard.press("Escape"),
    )


APPS = (
    OURS,
    _ours("Its edition as a folder", "-m", "benchmarks.edition", "folder"),
    # One file has all articles. With 10,000 events that is some 200 MB, which nobody sends.
    _ours("Its edition as one file", "-m", "benchmarks.edition", "file", most=1000),
    _dash("Dash", "benchmarks.peers.dash_app"),
    _dash("Dash, filters in the browser", "benchmarks.peers.dash_clientside"),
    App(
        "Panel",
        ("-m", "panel", "serve", "benchmarks/peers/panel_app.py", "--log-level", "error", "--port"),
        "/panel_app",
        press_year=_press_panel_year,
        open_organizers=_open_panel_list,
        press_organizer=_press_panel_choice,
        clear_organizer=_remove_panel_choice,
    ),
)
