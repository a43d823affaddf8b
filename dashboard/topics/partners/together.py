"""Who organizes events with whom: pairs of organizers, and an order in which frequent partners are neighbours.

A body and its whole, such as UNOCT and the UN, are not a pair, because some sources name the one and some the other.
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
"""One row per pair of organizers that organize at least one event together; neither is part of the other.

`a` is the organizer that was seen earlier. `event_ids` are in order of time with spaces between, `events` their
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
    for event_id, its_roles in strict.groupby("event_id", sort=False):
        in_doubt = set(its_roles.loc[its_roles["confidence"] == "disputed", "organizer_id"])
        for pair in combinations(sorted(its_roles["organizer_id"].unique(), key=rank.__getitem__), 2):
            if _are_one(above, *pair):
                continue
            shared.setdefault(pair, {})[str(event_id)] = its_roles["event"].iloc[0]
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
    """Order the organizers of the pairs so that those who often organized together are neighbours.

    Chains grow as in hierarchical clustering with average linkage: at first each organizer is a
    chain; the two chains whose members share most events on average are joined, at the ends that
    share most, until one chain remains. Ties go to the pair that comes first, so the same pairs always
    give the same order; the chain is turned so that its busier half is on top.
    """
    weight = {frozenset((row.organizer_a, row.organizer_b)): row.n_events for row in rows(pairs, PairRow)}
    chains = [[organizer] for organizer in dict.fromkeys([*pairs["organizer_a"], *pairs["organizer_b"]])]

    def share(members: Iterable[str], others: Iterable[str]) -> float:
        counts = [weight.get(frozenset((member, other)), 0) for member in members for other in others]
        return sum(counts) / len(counts)

    while len(chains) > 1:
        upper, lower = max(combinations(chains, 2), key=lambda two: share(*two))
        ways = [(upper, lower), (upper, lower[::-1]), (upper[::-1], lower), (upper[::-1], lower[::-1])]
        first, second = max(ways, key=lambda two: share(two[0][-1:], two[1][:1]))
        chains = [chain for chain in chains if chain not in (upper, lower)]
        chains.append(first + second)
    if not chains:
        return []
    (chain,) = chains
    half = len(chain) // 2
    busy = {name: sum(count for pair, count in weight.items() if name in pair) for name in chain}
    return (
        chain[::-1] if sum(busy[name] for name in chain[-half:]) > sum(busy[name] for name in chain[:half]) else chain
    )


def wholes_and_bodies(roles: pd.DataFrame) -> list[tuple[str, str]]:
    """Name each organizer with a body of it that organizes the same event, in the order seen."""
    strict = roles[roles["role"].isin(ORGANIZING)]
    names = dict(zip(strict["organizer_id"], strict["organizer"], strict=True))
    above = _above(strict)
    with_bodies: dict[tuple[str, str], None] = {}
    for _, its_roles in strict.groupby("event_id", sort=False):
        there = list(its_roles["organizer_id"].unique())
        for body in there:
            with_bodies |= {(names[whole], names[body]): None for whole in above[body][:1] if whole in there}
    return list(with_bodies)


def alone(roles: pd.DataFrame, pairs: pd.DataFrame) -> list[str]:
    """Name the organizers that are in none of the pairs, in the order seen."""
    strict = roles[roles["role"].isin(ORGANIZING)]
    paired = {*pairs["organizer_a"], *pairs["organizer_b"]}
    return list(strict.loc[~strict["organizer_id"].isin(paired), "organizer"].drop_duplicates())


def groups(roles: pd.DataFrame) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Find groups: three or more organizers, none part of another, that share two or more events.

    Each group comes as its names and the labels of its events. The first group has the most events; if several do, it
    is the largest of them. The next is the best among the events that no group before it has, and so on. So no event
    is in two groups.
    """
    strict = roles[roles["role"].isin(ORGANIZING)]
    names = dict(zip(strict["organizer_id"], strict["organizer"], strict=True))
    labels = dict(zip(strict["event_id"], strict["event"], strict=True))
    above = _above(strict)
    organizers_of = {
        str(event_id): frozenset(its_roles["organizer_id"])
        for event_id, its_roles in strict.groupby("event_id", sort=False)
    }
    triples: dict[frozenset[str], set[str]] = {}
    for event_id, organizers in organizers_of.items():
        for triple in combinations(sorted(organizers), 3):
            if any(_are_one(above, *two) for two in combinations(triple, 2)):
                continue
            triples.setdefault(frozenset(triple), set()).add(event_id)
    # All that organized every event of a triple belong to its group.
    whole = {
        frozenset.intersection(*(organizers_of[event] for event in events)): events
        for events in triples.values()
        if len(events) > 1
    }
    best: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    named: set[str] = set()
    rank = list(organizers_of)
    for group, events in sorted(
        whole.items(), key=lambda item: (-len(item[1]), -len(item[0]), sorted(map(rank.index, item[1])))
    ):
        if not events & named:
            named |= events
            best.append(
                (
                    tuple(name for organizer, name in names.items() if organizer in group),
                    tuple(labels[event_id] for event_id in organizers_of if event_id in events),
                )
            )
    return best


def _above(roles: pd.DataFrame) -> dict[str, list[str]]:
    """Give for each organizer the ids of what it is part of, the nearest first."""
    return {row.organizer_id: row.part_of.split() for row in rows(roles, RoleRow)}


def _are_one(above: dict[str, list[str]], organizer: str, other: str) -> bool:
    return organizer in above[other] or other in above[organizer]
