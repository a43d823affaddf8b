"""Which organizers are part of others: the UN and its offices, a state and its missions."""

from collections.abc import Mapping, Sequence

from dashboard.records.model import Organizer
from dashboard.words.counting import agreeing, listed
from dashboard.words.phrases import FORMS, worded


def wholes(organizers: Mapping[str, Organizer], name: str) -> tuple[str, ...]:
    """Give the ids of what an organizer is part of, the nearest first; an unknown id ends the chain.

    A chain that leads back, which the check reports, ends before an organizer comes a second time.
    """
    above: list[str] = []
    here = organizers.get(name)
    while here and here.part_of and here.part_of in organizers and here.part_of not in (name, *above):
        above.append(here.part_of)
        here = organizers[here.part_of]
    return tuple(above)


def circle_of(organizers: Mapping[str, Organizer], name: str) -> tuple[str, ...]:
    """Give the chain that leads from an organizer back to itself, with its id at both ends; empty if there is none."""
    way = (name, *wholes(organizers, name))
    return (*way, name) if organizers[way[-1]].part_of == name else ()


def with_bodies(names: Mapping[str, str], above: Mapping[str, Sequence[str]]) -> list[str]:
    """Name who is counted together with a body of it: `UN and its bodies UNOCT and UNRCCA`.

    `names` are those counted, by id; `above` gives what each is part of, the nearest first. Without such a body the
    list is empty.
    """
    bodies: dict[str, list[str]] = {}
    for name in names:
        counted = [whole for whole in above[name] if whole in names]
        if counted:
            bodies.setdefault(counted[-1], []).append(names[name])
    return [
        worded("bodies", whole=names[whole], noun=agreeing(len(parts), *FORMS["body"]), bodies=listed(parts))
        for whole, parts in bodies.items()
    ]
