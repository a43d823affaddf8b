"""Which organizers are part of others: the UN and its offices, a state and its missions."""

from collections.abc import Mapping

from dashboard.model import Organizer


def wholes(organizers: Mapping[str, Organizer], name: str) -> tuple[str, ...]:
    """Give the ids of what an organizer is part of, the nearest first; an id that is not known ends the way.

    A way that leads back, which the check reports, ends before it comes to an organizer a second time.
    """
    found: list[str] = []
    here = organizers.get(name)
    while here and here.part_of in organizers and here.part_of not in (name, *found):
        found.append(here.part_of)
        here = organizers[here.part_of]
    return tuple(found)


def circle_of(organizers: Mapping[str, Organizer], name: str) -> tuple[str, ...]:
    """Give the way that leads from an organizer back to itself, with its id at both ends; empty where none does."""
    way = (name, *wholes(organizers, name))
    return (*way, name) if organizers[way[-1]].part_of == name else ()
