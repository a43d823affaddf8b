"""Rules about ids over time: none is reused, none just disappears, and CHANGES.yaml says what happened to each."""

from collections.abc import Iterator

from dashboard.checks.findings import found, is_there
from dashboard.model import Dataset, Problem
from dashboard.spelling import quoted
from dashboard.store import CHANGES
from dashboard.succession import KEYS, NOUNS, Succession, aliases, lasting


def aliases_belong_to_one_record(dataset: Dataset) -> Iterator[Problem]:
    """An alias is the former id of one record, and no id that is in use."""
    for file in NOUNS:
        owners: dict[str, str] = {}
        for record in lasting(dataset, file).values():
            for index, alias in enumerate(record.aliases):
                owner = owners.setdefault(alias, record.id)
                if (file, alias) in dataset.places:
                    message = f"{quoted(alias)} is the id of a record; an id is never reused, so take it out here"
                elif owner != record.id:
                    message = f"{quoted(alias)} is already an alias of {quoted(owner)}; leave it to one of the two"
                else:
                    continue
                yield found(dataset, (file, record.id, "aliases", index), message)


def withdrawn_records_lead_on(dataset: Dataset) -> Iterator[Problem]:
    """What stands instead of a withdrawn record is another record of the file, and following it ends at one in use."""
    succession = Succession(dataset)
    former = {file: aliases(dataset, file) for file in NOUNS}
    for (file, name), record in dataset.withdrawn.items():
        instead = record.withdrawn.instead
        here = former[file].get(instead, instead)
        if instead and not is_there(dataset, file, here):
            message = f"{quoted(instead)} is not an id in {file}; write the id of a record, or none"
        elif (file, here) in dataset.withdrawn and not succession.end(file, here):
            message = f"{quoted(instead)} leads to no record in use; write the id of one, or none"
        else:
            continue
        yield found(dataset, (file, name, "withdrawn", "instead"), message)


def changes_name_records(dataset: Dataset) -> Iterator[Problem]:
    """Every id that the list of changes names is still there: as an id, an alias, or withdrawn."""
    former = {file: aliases(dataset, file) for file in KEYS}
    for entry, change in dataset.changes.items():
        if not any((change.process, change.mirrors, *(getattr(change, key) for key in KEYS.values()))):
            message = "names no record; write ids under events, organizers, sources or disputes"
            yield found(dataset, (CHANGES, entry), message)
        for file, key in KEYS.items():
            for index, name in enumerate(getattr(change, key)):
                if not is_there(dataset, file, name) and name not in former[file]:
                    message = (
                        f'{quoted(name)} is no longer in {file}; write "aliases: [{quoted(name)[1:-1]}]" in the record '
                        "it became, or bring it back and write withdrawn in it"
                    )
                    yield found(dataset, (CHANGES, entry, key, index), message)


def changes_cover_records(dataset: Dataset) -> Iterator[Problem]:
    """Every record is named by a change that added it, and every withdrawn one by a change of its day."""
    if (CHANGES,) not in dataset.places:
        return
    added = {key: _named(dataset, "added", key) for key in KEYS.values()}
    withdrawn = {key: _named(dataset, "withdrawn", key) for key in KEYS.values()}
    for file, key in KEYS.items():
        for name, record in lasting(dataset, file).items():
            if not {name, *record.aliases} & set(added[key]):
                message = f'no entry of {CHANGES} says when it was added; write one with "{key}: [{name}]"'
                yield found(dataset, (file, name), message, "warning")
            if record.withdrawn and str(record.withdrawn.on) not in withdrawn[key].get(name, ()):
                message = (
                    f'no entry of {CHANGES} says so; write one with "on: {record.withdrawn.on}", "what: withdrawn" '
                    f'and "{key}: [{name}]"'
                )
                yield found(dataset, (file, name, "withdrawn"), message, "warning")


def changes_are_not_from_the_future(dataset: Dataset) -> Iterator[Problem]:
    """No change is dated after the day on which the data was last brought up to date."""
    if dataset.process is None:
        return
    updated = dataset.process.updated
    for entry, change in dataset.changes.items():
        if change.on.first() > updated.last():
            message = f"{change.on} is after {updated}; set updated in process.yaml to {change.on}"
            yield found(dataset, (CHANGES, entry, "on"), message, "warning")


def changes_give_reasons(dataset: Dataset) -> Iterator[Problem]:
    """A change says why; the dots that stand for a reason are none."""
    for entry, change in dataset.changes.items():
        if not any(letter.isalpha() for letter in change.why):
            message = f"{quoted(change.why)} is no reason; write what called for the change, in a sentence"
            yield found(dataset, (CHANGES, entry, "why"), message)


def _named(dataset: Dataset, what: str, key: str) -> dict[str, set[str]]:
    """Give the ids that changes of one sort name, and the days on which they do."""
    named: dict[str, set[str]] = {}
    for change in dataset.changes.values():
        if change.what == what:
            for name in getattr(change, key):
                named.setdefault(name, set()).add(str(change.on))
    return named
