"""What a series calls its kinds of events and its roles: the words of `model`, or those that its process names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.records.model import (
    KIND_NAMES,
    KIND_NOUNS,
    KINDS,
    ROLES,
    WEIGHT_NOUNS,
    WEIGHTS,
    Dataset,
    KindTerm,
    RoleTerm,
    role_word,
    roles_word,
)
from dashboard.words.counting import capital


@dataclass(frozen=True, eq=False)
class Terms:
    """The words for kinds, weights and roles, each by the word of the data; all in the order of `model`.

    Attributes
    ----------
    lanes, kinds, nouns
        Kind of event → the name of its lane, its name for one event, and the words for one and for several inside a
        sentence.
    weights, weight_nouns
        Weight → its name, and the word for events of it inside a sentence.
    roles, role_nouns
        Role → its name, and the words for one and for several inside a sentence.
    """

    lanes: Mapping[str, str]
    kinds: Mapping[str, str]
    nouns: Mapping[str, tuple[str, str]]
    weights: Mapping[str, str]
    weight_nouns: Mapping[str, str]
    roles: Mapping[str, str]
    role_nouns: Mapping[str, tuple[str, str]]

    def role(self, role: str, number: int = 1) -> str:
        """Write a role that this number of organizers hold, inside a sentence."""
        return self.role_nouns[role][number != 1]

    def holders(self, role: str, number: int) -> str:
        """Name those who have a role, as a heading: `Host`, `Hosts`."""
        return self.roles[role] if number == 1 else capital(self.role(role, number))

    def conference(self, number: int = 1) -> str:
        """Write what the series calls this number of conferences, inside a sentence."""
        return self.nouns["conference"][number != 1]


def terms_of(dataset: Dataset) -> Terms:
    """Give the words of a series."""
    process = dataset.process
    return _terms(process.kinds, process.roles) if process else TERMS


@cache
def _terms(kinds: tuple[KindTerm, ...], roles: tuple[RoleTerm, ...]) -> Terms:
    nouns = KIND_NOUNS | {term.kind: (term.one, term.many) for term in kinds}
    names = KIND_NAMES | {term.kind: capital(term.one) for term in kinds}
    weights, weight_nouns = dict(WEIGHTS), dict(WEIGHT_NOUNS)
    for kind, weight, before in (("conference", "main", "The "), ("context", "related", "")):
        if any(term.kind == kind for term in kinds):
            weight_nouns[weight] = nouns[kind][1]
            weights[weight] = f"{before}{nouns[kind][1]}" if before else capital(nouns[kind][1])
    return Terms(
        lanes=KINDS | {term.kind: term.lane or capital(term.many) for term in kinds},
        kinds=names,
        nouns=nouns,
        weights=weights,
        weight_nouns=weight_nouns,
        roles=ROLES | {term.role: capital(term.one) for term in roles},
        role_nouns={role: (role_word(role), roles_word(role)) for role in ROLES}
        | {term.role: (term.one, term.many) for term in roles},
    )


TERMS = _terms((), ())
"""The words of a series that has none of its own."""
