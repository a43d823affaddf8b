"""The tour of the first page, as `process.yaml` writes it: its steps by their numbers, and what each of them shows."""

from collections.abc import Mapping

from dashboard.library import Snapshot
from dashboard.look.links import query_string
from dashboard.look.shapes import TourStep
from dashboard.records.model import PANES, Dataset, Step


def titles(snapshot: Snapshot) -> dict[str, str]:
    """Give the titles of the steps by their numbers in the address, `1` and on; empty if the series has no tour."""
    return {str(number): step.title for number, step in enumerate(steps(snapshot.dataset), 1)}


def scene(dataset: Dataset, number: str) -> dict[str, list[str]]:
    """Give the parameters of the address that shows a step: its number, event, proof and filter."""
    step = steps(dataset)[int(number) - 1]
    shown = {"organizer": step.organizer, "tour": number, "event": step.event, "at": step.at}
    return {name: [value] for name, value in shown.items() if value}


def uncovered(view: Mapping[str, str], dataset: Dataset) -> dict[str, str]:
    """Give the parameters to change to show the chart of the open step; empty if it is shown.

    The map can replace the timeline, and a table can replace each chart.
    """
    if not view["tour"]:
        return {}
    pane, table = steps(dataset)[int(view["tour"]) - 1].pane, view["table"]
    changes = {"map": ""} if pane == "timeline" and view["map"] else {}
    if table == pane:
        changes["table"] = ""
    elif table == "both" and pane in ("timeline", "matrix"):
        changes["table"] = "timeline" if pane == "matrix" else "matrix"
    return changes


def facts(dataset: Dataset) -> list[TourStep]:
    """Give the steps as the browser shows them."""
    return [
        {
            "title": step.title,
            "text": step.text,
            "pane": step.pane,
            "paneName": PANES[step.pane],
            "query": query_string(scene(dataset, str(number))),
        }
        for number, step in enumerate(steps(dataset), 1)
    ]


def steps(dataset: Dataset) -> tuple[Step, ...]:
    """Give the steps in their order."""
    return dataset.process.tour if dataset.process else ()
