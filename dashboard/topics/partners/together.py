"""Who organizes events with whom: pairs of organizers, and an order that sets neighbours side by side.

A body and what it is part of, such as UNOCT and the UN, are no pair: sources name now the one and now the other.
"""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from dashboard.frames.rows import RoleRow, rows
from dashboard.records.model import ORGANIZING

PAIRS = {
    "organizer_a": "str",
    "organizer_b": "str",
    "name_a": "str",
    "name_b": "str",
    "n_events": "int64",
    "n_disputed": "int64",
    "event_ids": "str",
    "events": "str",
}
"""One row per pair of organizers that organize at least one event together, and of which neither is part of the other.

The one seen earlier is `a`. `event_ids` are in order of time with spaces between, `events` their
labels with semicolons; `n_disputed` counts those at which the role of either is disputed. Most
events first, then in the order in which the organizers were seen.
"""


class PairRow(NamedTuple):
    """A row of `PAIRS`."""

    organizer_a: str
    organizer_b: str
    name_a: str
    name_b: str
    n_events: int
    n_disputed: int
    event_ids: str
    events: str


def pairs(roles: pd.DataFrame) -> pd.DataFrame:
    """Count the events that each two organizers organize together.

    Parameters
    ----------
    roles
        One row per event, organizer and role, columns as in `frames.ROLES`, in order of time. Roles
        outside `model.ORGANIZING` are not looked at.

    Returns
    -------
    Columns as in `PAIRS`; without any pair the frame is empty and still has them.
    """
    strict = roles[roles["role"].isin(ORGANIZING)]
    names = dict(zip(strict["organizer_id"], strict["organizer"], strict=True))
    rank = {organizer: number for number, organizer in enumerate(names)}
    above = _above(strict)
    shared: dict[tuple[str, str], dict[str, str]] = {}
    doubts: dict[tuple[str, str], int] = {}
    for event_id, held in strict.groupby("event_id", sort=False):
        in_doubt = set(held.loc[held["confidence"] == "disputed", "organizer_id"])
        for pair in combinations(sorted(held["organizer_id"].unique(), key=rank.__getitem__), 2):
            if _are_one(above, *pair):
                continue
            shared.setdefault(pair, {})[str(event_id)] = held["event"].iloc[0]
            doubts[pair] = doubts.get(pair, 0) + bool(in_doubt & set(pair))
    ordered = sorted(shared.items(), key=lambda item: (-len(item[1]), rank[item[0][0]], rank[item[0][1]]))
    return pd.DataFrame(
        [
            (*pair, *map(names.get, pair), len(events), doubts[pair], " ".join(events), "; ".join(events.values()))
            for pair, events in ordered
        ],
        columns=list(PAIRS),
    ).astype(PAIRS)


def order(pairs: pd.DataFrame) -> list[str]:
    """Order the organizers of the pairs so that those who often organized together stand side by side.

    Chains grow as in hierarchical clustering with average linkage: at first each organizer is a
    chain; the two chains whose members share most events on average are joined, at the ends that
    share most, until one is left. Ties go to the pair that comes first, so the same pairs always
    give the same order; the chain is turned so that its busier half is on top.
    """
    weight = {frozenset((row.organizer_a, row.organizer_b)): row.n_events for row in rows(pairs, PairRow)}
    chains = [[one] for one in dict.fromkeys([*pairs["organizer_a"], *pairs["organizer_b"]])]

    def share(ones: Iterable[str], others: Iterable[str]) -> float:
        found = [weight.get(frozenset((one, other)), 0) for one in ones for other in others]
        return sum(found) / len(found)

    while len(chains) > 1:
        left, right = max(combinations(chains, 2), key=lambda two: share(*two))
        ways = [(left, right), (left, right[::-1]), (left[::-1], right), (left[::-1], right[::-1])]
        first, second = max(ways, key=lambda two: share(two[0][-1:], two[1][:1]))
        chains = [chain for chain in chains if chain not in (left, right)]
        chains.append(first + second)
    if not chains:
        return []
    (chain,) = chains
    half = len(chain) // 2
    busy = {one: sum(count for pair, count in weight.items() if one in pair) for one in chain}
    return (
        chain[::-1] if sum(busy[name] for name in chain[-half:]) > sum(busy[name] for name in chain[:half]) else chain
    )


def one_with_its_body(roles: pd.DataFrame) -> list[tuple[str, str]]:
    """Name each organizer and the body of it that organizes an event beside it, in the order seen."""
    strict = roles[roles["role"].isin(ORGANIZING)]
    names = dict(zip(strict["organizer_id"], strict["organizer"], strict=True))
    above = _above(strict)
    found: dict[tuple[str, str], None] = {}
    for _, held in strict.groupby("event_id", sort=False):
        there = list(held["organizer_id"].unique())
        for body in there:
            found |= {(names[whole], names[body]): None for whole in above[body][:1] if whole in there}
    return list(found)


def alone(roles: pd.DataFrame, pairs: pd.DataFrame) -> list[str]:
    """Name the organizers that are in none of their pairs, in the order seen."""
    strict = roles[roles["role"].isin(ORGANIZING)]
    paired = {*pairs["organizer_a"], *pairs["organizer_b"]}
    return list(strict.loc[~strict["organizer_id"].isin(paired), "organizer"].drop_duplicates())


def groups(roles: pd.DataFrame) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Find who makes a group: three or more organizers, none part of another, that share two or more events.

    Each group comes as its names and the labels of its events. The first is the one with most
    events, and of those the largest; the next is the best among events that no group before it
    has, and so on, so that no event is told twice.
    """
    strict = roles[roles["role"].isin(ORGANIZING)]
    names = dict(zip(strict["organizer_id"], strict["organizer"], strict=True))
    labels = dict(zip(strict["event_id"], strict["event"], strict=True))
    above = _above(strict)
    held = {str(event_id): frozenset(part["organizer_id"]) for event_id, part in strict.groupby("event_id", sort=False)}
    triples: dict[frozenset[str], set[str]] = {}
    for event_id, organizers in held.items():
        for triple in combinations(sorted(organizers), 3):
            if any(_are_one(above, *two) for two in combinations(triple, 2)):
                continue
            triples.setdefault(frozenset(triple), set()).add(event_id)
    # All that organized every event of a triple belong to its group.
    whole = {
        frozenset.intersection(*(held[event] for event in events)): events
        for events in triples.values()
        if len(events) > 1
    }
    found: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    named: set[str] = set()
    rank = list(held)
    for group, events in sorted(
        whole.items(), key=lambda item: (-len(item[1]), -len(item[0]), sorted(map(rank.index, item[1])))
    ):
        if not events & named:
            named |= events
            found.append(
                (
                    tuple(name for one, name in names.items() if one in group),
                    tuple(labels[event_id] for event_id in held if event_id in events),
                )
            )
    return found


def _above(roles: pd.DataFrame) -> dict[str, list[str]]:
    """Give for each organizer the ids of what it is part of, the nearest first."""
    return {row.organizer_id: row.part_of.split() for row in rows(roles, RoleRow)}


def _are_one(above: dict[str, list[str]], one: str, other: str) -> bool:
    return one in above[other] or other in above[one]
