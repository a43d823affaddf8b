"""The shapes that cross to the scripts: their declarations are fresh, and what the page sends fits them."""

import json
import types
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import library
from dashboard.look import shapes
from dashboard.topics.explore import payload
from tests.assets.shapes import PATH, declarations
from tests.sample import EMPTY, snapshot

FIGURES = (shapes.Timeline, shapes.PackedMatrix, shapes.Figure)
"""What Plotly draws: these shapes name only the fields that a script reads, and Plotly reads more."""

FED = {
    "page_links": shapes.LinksState,
    "pages": shapes.PagesState,
    "linked_views": shapes.ViewsState,
    "kept_texts": shapes.KeptState,
    "panel": shapes.ViewsState,
    "figure_view": shapes.ChartState,
}
"""Component → the shape of its data."""


def unlike(value: Any, hint: Any, path: str = "", *, more: bool = False) -> list[str]:
    """Name the places where a value does not have its shape; with `more` it may have further keys."""
    origin, inner = get_origin(hint), get_args(hint)
    if is_typeddict(hint):
        if not isinstance(value, dict):
            return [path]
        more = more or hint in FIGURES
        hints = get_type_hints(hint)
        wrong = [f"{path}.{key}" for key in hint.__required_keys__ - value.keys()]
        wrong += [f"{path}.{key}" for key in value.keys() - hints.keys() if not more]
        parts = [(key, value[key], hints[key]) for key in hints if key in value]
        return wrong + [fault for key, one, kind in parts for fault in unlike(one, kind, f"{path}.{key}", more=more)]
    if origin is types.UnionType:
        return [] if any(not unlike(value, one, path, more=more) for one in inner) else [path]
    if origin is Literal:
        return [] if value in inner else [path]
    if origin is tuple:
        if not isinstance(value, list) or len(value) != len(inner):
            return [path]
        return [fault for one, kind in zip(value, inner, strict=True) for fault in unlike(one, kind, path, more=more)]
    if origin is list:
        if not isinstance(value, list):
            return [path]
        return [fault for one in value for fault in unlike(one, inner[0], f"{path}[]", more=more)]
    if origin is dict:
        if not isinstance(value, dict):
            return [path]
        return [fault for one in value.values() for fault in unlike(one, inner[1], f"{path}{{}}", more=more)]
    if hint is float:
        return [] if type(value) in (int, float) else [path]
    return [] if hint is object or type(value) is hint else [path]


def test_the_written_declarations_are_those_of_the_shapes():
    assert PATH.read_text(encoding="utf-8") == declarations(), "run: python -m tests.assets.shapes"


@pytest.mark.parametrize("of", [snapshot(), snapshot(EMPTY), library.shared().current()], ids=["tiny", "none", "real"])
def test_the_bundle_has_its_shape(of):
    assert unlike(json.loads(payload.bundle(of)), shapes.Facts) == []


def test_the_text_index_has_its_shape():
    assert unlike(json.loads(payload.text_index(snapshot())), shapes.TextIndex) == []


@pytest.mark.parametrize("page", ["explore", "together", "coverage", "quality", "try"])
def test_what_the_page_sends_to_its_scripts_has_its_shape(page):
    app = AppTest.from_string("from dashboard import page\npage.main()", default_timeout=30)
    app.query_params["page"] = page
    sent = [(one.proto.component_name, json.loads(one.proto.json)) for one in app.run().get("bidi_component")]
    assert {"page_links", "pages", "kept_texts"} <= {name for name, _ in sent}
    assert {name: faults for name, data in sent if (faults := unlike(data, FED[name]))} == {}


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({}, []),
        ({"current": 1}, [".current"]),
        ({"href": None}, [".href"]),
        ({"title": "Explore"}, [".title"]),
    ],
)
def test_the_rule_itself_sees_what_it_should(change, faults):
    assert unlike({"page": "explore", "label": "Explore", "href": "?", "current": True} | change, shapes.Page) == faults


def test_of_a_figure_what_a_script_reads_has_to_be_there_and_more_may():
    assert unlike({"data": [], "layout": {"height": 1, "font": {}}, "frames": []}, shapes.Figure) == []
    assert unlike({"data": [], "layout": {}}, shapes.Figure) == [".layout.height"]
    assert unlike({"data": [], "layout": {"height": "1"}}, shapes.Figure) == [".layout.height"]
