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
    by_event = _by_event(roles)
    names = _names(by_event)
    rank = {organizer: number for number, organizer in enumerate(names)}
    above = _above(by_event)
    shared: dict[tuple[str, str], dict[str, str]] = {}
    doubts: dict[tuple[str, str], int] = {}
    for event_id, its_roles in by_event.items():
        in_doubt = {row.organizer_id for row in its_roles if row.confidence == "disputed"}
        for pair in combinations(sorted({row.organizer_id for row in its_roles}, key=rank.__getitem__), 2):
            if _are_one(above, *pair):
                continue
            shared.setdefault(pair, {})[event_id] = its_roles[0].event
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
    by_event = _by_event(roles)
    names, above = _names(by_event), _above(by_event)
    with_bodies: dict[tuple[str, str], None] = {}
    for its_roles in by_event.values():
        there = list(dict.fromkeys(row.organizer_id for row in its_roles))
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
    by_event = _by_event(roles)
    names, above = _names(by_event), _above(by_event)
    labels = {event: its_roles[0].event for event, its_roles in by_event.items()}
    organizers_of = {event: frozenset(row.organizer_id for row in its_roles) for event, its_roles in by_event.items()}
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


def _by_event(roles: pd.DataFrame) -> dict[str, list[RoleRow]]:
    """Give the organizing roles of each event, both in the order of the frame."""
    by_event: dict[str, list[RoleRow]] = {}
    for row in rows(roles[roles["role"].isin(ORGANIZING)], RoleRow):
        by_event.setdefault(row.event_id, []).append(row)
    return by_event


def _names(by_event: dict[str, list[RoleRow]]) -> dict[str, str]:
    """Give the names of the organizers by their ids, in the order seen."""
    return {row.organizer_id: row.organizer for its_roles in by_event.values() for row in its_roles}


def _above(by_event: dict[str, list[RoleRow]]) -> dict[str, list[str]]:
    """Give for each organizer the ids of what it is part of, the nearest first."""
    return {row.organizer_id: row.part_of.split() for its_roles in by_event.values() for row in its_roles}


def _are_one(above: dict[str, list[str]], organizer: str, other: str) -> bool:
    return organizer in above[other] or other in above[organizer]
