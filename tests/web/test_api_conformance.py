"""The API against its own OpenAPI document: schemathesis makes up addresses, right ones and wrong ones."""

import re
from dataclasses import replace

import pytest
import schemathesis
from hypothesis import assume, settings
from starlette.applications import Starlette

from dashboard.frames import span
from dashboard.frames.search import is_seen
from dashboard.records.dates import PartialDate
from dashboard.records.model import Change
from dashboard.web import routes
from tests.conftest import EXAMPLES
from tests.sample import DATASET, Shelf, snapshot

pytest_plugins = ["schemathesis.pytest.plugin"]

CHANGE = Change(on=PartialDate(2026, 1, 2), what="added", events=("2018-dushanbe",), why="It was found.")
APP = Starlette(routes=routes.routes(Shelf(snapshot(replace(DATASET, changes={"record 1": CHANGE})))))
schema = schemathesis.openapi.from_asgi("/openapi.json", APP)


@pytest.mark.slow
@schema.parametrize()
@settings(max_examples=max(EXAMPLES // 12, 1), deadline=None)
def test_the_api_does_what_its_description_says(case):
    # A schema cannot say that a text has something to see, that one date is not after another, or that a comma without
    # a name beside it does no harm.
    values = [value for value in (case.query or {}).values() if isinstance(value, str)]
    assume(all(is_seen(value) for value in values if re.search(r"\S", value)))
    given = {name: [value] for name in span.SPAN if isinstance(value := (case.query or {}).get(name), str)}
    assume(len(given) < 2 or not span.read(given)[1])
    fields = (case.query or {}).get("fields", ())
    names = fields.split(",") if isinstance(fields, str) else fields if isinstance(fields, list) else ()
    assume(all(name.strip() for name in names if isinstance(name, str)))
    case.call_and_validate()
