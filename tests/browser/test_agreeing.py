"""What the browser chooses by itself, and what the server chooses for an export."""

import random
from urllib.parse import urlencode

from dashboard.frames.filters import FACETS
from tests.browser.visitor import IDS

MANY = 200

# Opens an address as Back would, waits until the views agree with its export, and gives the ids of both.
BOTH = """async (query) => {
  const csv = await (await fetch(`export/events.csv?${query}`)).text();
  const exported = [...csv.matchAll(/^(?:\\d{4}|undated)-[a-z0-9-]+(?=,)/gm)].map(([id]) => id).sort();
  history.pushState({}, "", `?${query}`);
  dispatchEvent(new PopStateEvent("popstate"));
  const ids = IDS;
  const late = performance.now() + 5000;
  const frame = () => new Promise(requestAnimationFrame);
  while (ids().join() !== exported.join() && performance.now() < late) await frame();
  await frame();
  await frame();
  return [ids(), exported];
}""".replace("IDS", IDS)


def random_queries(snapshot, chance: random.Random) -> list[str]:
    """Make queries with up to three filters, some of them with words to search for."""
    words = ["border", "united nations", "declaration", "терроризм", "qatar", "youth online", "zzz"]
    queries = []
    for _ in range(MANY):
        facets = chance.sample(FACETS, chance.choice([1, 1, 2, 2, 3]))
        query = {
            facet: chance.sample([*snapshot.known[facet]], min(chance.choice([1, 1, 2, 3]), len(snapshot.known[facet])))
            for facet in facets
        }
        if chance.random() < 0.3:
            query["weight"] = ["any"]
        if chance.random() < 0.3:
            query["q"] = [chance.choice(words)]
        queries.append(urlencode(query, doseq=True))
    return queries


def test_for_two_hundred_random_filters_the_views_show_the_events_of_the_export(desk, snapshot):
    desk.open()
    answers = {query: desk.page.evaluate(BOTH, query) for query in random_queries(snapshot, random.Random(11))}
    differences = {query: set(drawn) ^ set(exported) for query, (drawn, exported) in answers.items()}
    assert {query: ids for query, ids in differences.items() if ids} == {}
    sizes = {len(exported) for _, exported in answers.values()}
    assert 0 in sizes and len(sizes) > 10, "the queries leave different numbers of events"
