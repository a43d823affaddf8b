"""Which values contain a fault that is reported already. They get no other message, so that one value has one cure."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dashboard.records.reading import KeyPath
from dashboard.store.nodes import Place, Tree


def holding(tree: Tree, reported: Iterable[Place]) -> set[KeyPath]:
    """Give the paths of the keys and values, each on one line, that contain one of the places."""
    faults = list(reported)
    if not faults:
        return set()
    begins = {place: path for path, place in tree.places.items()} | {place: path for path, place in tree.keys.items()}
    ordered = sorted(begins)
    paths = set()
    for place in faults:
        at = bisect_right(ordered, place) - 1
        if at >= 0 and ordered[at].line == place.line:
            path = begins[ordered[at]]
            key = tree.keys.get(path) == ordered[at]
            text = path[-1] if key else typed_at(tree.value, path)
            # A quote may be before the value. A comment after it is not part of it.
            if isinstance(text, str) and place.column < ordered[at].column + len(text) + 1:
                paths.add(path)
    return paths


def typed_at(value: object, path: Sequence[object]) -> object:
    """Give what was typed at a path; None if there is nothing."""
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part]
        else:
            return None
    return value
