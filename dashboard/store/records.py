"""Values and texts → the dataset. What cannot be read is reported and left out; everything else loads."""

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dashboard.records.ids import ID
from dashboard.records.kinds import BY_FILE, CHANGES, EVENTS, LISTS, NAMED, PROCESS
from dashboard.records.model import (
    Article,
    Change,
    Dataset,
    Identity,
    Lasting,
    Problem,
    Process,
    Record,
)
from dashboard.records.reading import KeyPath, Reading
from dashboard.store import files, nodes
from dashboard.store.copies import copied
from dashboard.store.faults import characters, lines
from dashboard.store.faults.called import Called
from dashboard.store.faults.objections import (
    STRUCTURAL,
    Details,
    details_of,
    left_out,
    misfiled,
    moved,
    translate,
    wrong_top,
)
from dashboard.store.faults.reported import holding, typed_at
from dashboard.store.faults.salvage import in_doubt, salvaged
from dashboard.store.files import Fault
from dashboard.store.nodes import Place, Tree
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import quoted

_MODELS = {kind.file: kind.model for kind in NAMED.values()}
_MOST_TRIED = 20


def load(folder: Path, over: files.Files | None = None) -> tuple[Reading, tuple[Problem, ...]]:
    """Read a data folder; never raises for what the files contain or lack.

    `over` has files that a reader tries, which replace those of the same names. Their limit of size is lower. Nothing
    is written.

    Returns
    -------
    What was read, and a problem for each fault that was met, in the order of files and lines.
    """
    content = files.read_files(folder) | dict(over or {})
    opened = _Folder(os.path.basename(os.path.abspath(folder)), frozenset(over or ()))
    trees = {name: opened.list_in(name, content[name]) for name in LISTS}
    opened.called = Called({name: tree.value for name, tree in trees.items()})
    process = opened.process(PROCESS, content[PROCESS])
    records: dict[str, Any] = {
        kind.key: opened.records(name, trees[name], kind.model, kind.id_key) for name, kind in LISTS.items()
    }
    entries = (*records[BY_FILE[CHANGES].key].values(), *opened.faulty.values())
    articles = opened.articles(files.articles_in(content), _ids_of_events(opened.places.own))
    spoiled = opened.faulty.get((PROCESS, BY_FILE[PROCESS].key))
    # Names of files and of calendar entries must not change because of a mistake elsewhere in the record.
    known = process or (spoiled if isinstance(spoiled, Process) else None)
    dataset = Dataset(
        process=process,
        identity=Identity(known.name, known.id or "") if known else Identity(),
        articles=articles,
        withdrawn=opened.withdrawn,
        **records,
    )
    reading = Reading(
        dataset=dataset,
        folder=opened.folder,
        places=opened.places,
        faulty=opened.faulty,
        gaps=opened.gaps,
        unsure=in_doubt(opened.nameless, opened.places, [entry for entry in entries if isinstance(entry, Change)]),
    )
    problems = sorted(opened.problems, key=lambda problem: (problem.path, problem.line, problem.column))
    return reading, tuple(problems)


class _Places(Mapping[KeyPath, tuple[int, int]]):
    """The places of a folder, as in `Reading.places`.

    Places inside records stay in the trees of their files, because they are many, and few are needed.
    """

    def __init__(self) -> None:
        self.own: dict[KeyPath, tuple[int, int]] = {}
        self._inside: dict[str, tuple[Mapping[KeyPath, Place], list[str], dict[str, int]]] = {}

    def add(self, file: str, tree: Tree, names: list[str]) -> None:
        """Add the places inside the records of a file; `names` are the names of its records, in their order."""
        self._inside[file] = (tree.places, names, {name: number for number, name in enumerate(names)})

    def __getitem__(self, path: KeyPath) -> tuple[int, int]:
        if len(path) < 3 or path in self.own:
            return self.own[path]
        file, name, *inner = path
        places, _, numbers = self._inside[str(file)]
        return places[(numbers[str(name)], *inner)]

    def __iter__(self) -> Iterator[KeyPath]:
        yield from self.own
        for file, (places, names, _) in self._inside.items():
            for number, *inner in filter(None, places):
                if inner and isinstance(number, int):
                    yield (file, names[number], *inner)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Folder:
    """Collects records, places and problems while a folder is read; a reader tries the files of `from_a_reader`."""

    def __init__(self, folder: str, from_a_reader: Collection[str]) -> None:
        self.folder = folder
        self.from_a_reader = from_a_reader
        self.places = _Places()
        self.withdrawn: dict[tuple[str, str], Lasting] = {}
        self.faulty: dict[tuple[str, str], Record] = {}
        self.gaps: dict[KeyPath, bool] = {}
        self.nameless: list[tuple[str, str]] = []
        self.odd: dict[str, set[KeyPath]] = {}
        self.problems: list[Problem] = []
        self.reported: Counter[str] = Counter()
        self.tried: Counter[str] = Counter()
        self.called = Called({})

    def list_in(self, file: str, content: bytes | Message) -> Tree:
        """Parse a file of records; the list is empty if the file is not a list of records, or may be absent and is."""
        if content == files.MISSING and LISTS[file].may_be_absent:
            self.places.own[(file,)] = (1, 1)
            return Tree(value=[])
        return self._tree(file, content, list) or Tree(value=[])

    def process(self, file: str, content: bytes | Message) -> Process | None:
        tree = self._tree(file, content, dict)
        if tree is None:
            return None
        self.places.own |= {(file, "process", *inner): place for inner, place in tree.places.items()}
        record = self._record(file, "process", Process, tree, (), tree.faults)
        return record if isinstance(record, Process) else None

    def records(self, file: str, tree: Tree, model: type[Record], key: str) -> dict[str, Record]:
        names: list[str] = []
        faults: dict[KeyPath, list[Fault]] = defaultdict(list)
        for fault in tree.faults:
            faults[fault.path[:1]].append(fault)
        published = {}
        for index, value in enumerate(_entries(tree)):
            name = record_name(value, index, key)
            first = self.places.own.get((file, name))
            if first:
                # It is read under its number, so that its other mistakes are reported as well. Either of the two may
                # be the one that has the id by mistake.
                self.gaps[file, name, key] = True
                message = say("record-id-taken", name=quoted(name), key=key, line=first[0])
                place = tree.places.get((index, key), first)
                self._report(file, name, [Fault(*place, message)])
                name = record_name(None, index, key)
            names.append(name)
            self.places.own[file, name] = tree.places[index,]
            spoiled = [(key,)] if first else []
            record = self._record(file, name, model, tree, (index,), faults[(index,)], spoiled)
            if isinstance(record, Lasting) and record.withdrawn:
                self.withdrawn[file, name] = record
            elif record is not None:
                published[name] = record
            elif (file, name) not in self.faulty or {(file, name, "id"), (file, name, "aliases")} & self.gaps.keys():
                self.nameless.append((file, name))
        self.places.add(file, tree, names)
        return published

    def articles(self, contents: Mapping[str, bytes | Message], events: Collection[str] | None) -> dict[str, Article]:
        articles = {}
        spare = copied(contents, events)
        for event, content in contents.items():
            if event in spare:
                continue
            name = files.article_file(event)
            text, faults = self._read(name, content)
            if not ID.fullmatch(event):
                faults = [Fault(1, 1, say("article-name-no-id")), *faults]
                text = None
            if text is not None and "<<<<<<<" in text:
                faults += lines.conflicts(text.split("\n"))
                text = None
            if text is not None and not text.strip():
                faults.append(Fault(1, 1, say("article-empty")))
                text = None
            self._report(name, event, chain(faults, characters.odd(text or "")))
            self.places.own[name, event] = (1, 1)
            if text is not None:
                articles[event] = Article(event=event, text=text)
        return articles

    def _read(self, file: str, content: bytes | Message) -> tuple[str | None, list[Fault]]:
        limit = files.LIMIT_OF_A_READER if file in self.from_a_reader else files.LIMIT
        return files.read(content, limit)

    def _tree(self, file: str, content: bytes | Message, shape: type[list[Any]] | type[dict[str, Any]]) -> Tree | None:
        """Parse one file; None if its content cannot be used."""
        most = nodes.MOST_OF_A_READER if file in self.from_a_reader else nodes.MOST
        text, faults = self._read(file, content)
        if text is not None:
            faults += islice(characters.odd(text), nodes.MOST_FAULTS)
            text, tabs = files.without_tabs(text)
            faults += tabs
        tree = nodes.parse(text, most) if text is not None else Tree()
        # Report only what breaks the syntax: odd characters if only they do, else the mistake of the line.
        odd = text is not None and any(fault.level == "error" for fault in faults)
        healed = (
            odd
            and text is not None
            and tree.value is None
            and nodes.parse(characters.plain(text), most).value is not None
        )
        if not healed and tree.value is None:
            lines = {fault.line for fault in tree.faults}
            faults = [fault for fault in faults if fault.level == "error" or fault.line not in lines]
        self.odd[file] = holding(tree, (Place(fault.line, fault.column) for fault in faults if fault.level == "error"))
        if text is not None and not isinstance(tree.value, shape):
            faults += [] if healed else tree.faults or [wrong_top(tree, shape)]
        stem = BY_FILE[file].stem
        self._report(file, stem, faults)
        if not isinstance(tree.value, shape):
            return None
        self.places.own[(file,)] = (1, 1)
        self._report(file, stem, [fault for fault in tree.faults if not fault.path and shape is list])
        return tree

    def _record(
        self,
        file: str,
        name: str,
        model: type[Record],
        tree: Tree,
        top: tuple[int, ...],
        met: Iterable[Fault],
        spoiled: Iterable[KeyPath] = (),
    ) -> Record | None:
        """Make one record of the value at `top`, or report why there is none, and keep what can be read of it.

        `met` are the faults below `top`. `spoiled` are paths inside the record whose faults are reported already.
        """
        value = typed_at(tree.value, top)
        faults = list(met)
        gaps = [*spoiled, *(fault.path[len(top) :] for fault in faults if fault.level == "error")]
        record = None
        if isinstance(value, dict):
            try:
                record = model.model_validate(value)
            except ValidationError as error:
                if self.reported[file] >= nodes.MOST_FAULTS:
                    return None
                details = details_of(error)
                if other := misfiled(value, model, _MODELS):
                    self._misfiled(file, name, other, tree.places[top])
                    return None
                if top and (fault := self._moved(file, details, faults, model, tree, top)):
                    faults = [fault, *(each for each in faults if each.level != "error")]
                    gaps += left_out(details, model, value)
                    details = [detail for detail in details if detail["type"] not in STRUCTURAL]
                # What breaks the YAML, or is an odd letter, is reported already. Its consequences are not reported.
                broken = {fault.path for fault in faults if fault.level == "error"} | self.odd[file]
                translated = translate(details, model, tree, top, self.called)
                faults += [each for each in translated if not _inside(each.path, broken)]
                faults = _one_each(faults, tree)
                gaps += left_out(details, model, value)
            if gaps and self.reported[file] < nodes.MOST_FAULTS:
                self._salvage(file, name, model, value, gaps)
        else:
            code = "record-without-content" if value is None else "record-not-of-keys"
            faults.append(Fault(*tree.places[top], say(code)))
        self._report(file, name, faults)
        return None if gaps or any(fault.level == "error" for fault in faults) else record

    def _misfiled(self, file: str, name: str, other: str, place: Place) -> None:
        """Report a record that belongs in another file; then no rule reports that the other file lacks its id."""
        word = LISTS[other].word
        article = "an" if word[0] in "aeiou" else "a"
        message = say("record-in-another-file", kind=f"{article} {word}", file=other)
        self._report(file, name, [Fault(*place, message)])
        self.nameless.append((other, name))

    def _moved(
        self, file: str, details: Details, met: Iterable[Fault], model: type[Record], tree: Tree, top: tuple[int, ...]
    ) -> Fault | None:
        """Find the line in a wrong column that explains the faults of a record; for the first `_MOST_TRIED` records."""
        self.tried[file] += 1
        if self.tried[file] > _MOST_TRIED:
            return None
        following = tree.places.get((top[0] + 1,))
        lines = tree.text.split("\n")
        place = range(tree.places[top].line - 1, following.line - 1 if following else len(lines))
        return moved(lines, place, details, met, model)

    def _salvage(
        self, file: str, name: str, model: type[Record], typed: dict[str, Any], faults: Iterable[KeyPath]
    ) -> None:
        record, gaps = salvaged(model, typed, faults)
        key = (file, name)
        # The place of the record is found by its name, whatever was typed as its id.
        self.faulty[key] = record.model_copy(update={"id": name}) if isinstance(record, Lasting) else record
        self.gaps |= {(*key, *path): whole for path, whole in gaps.items()}

    def _report(self, file: str, record: str, faults: Iterable[Fault]) -> None:
        for fault in islice(faults, nodes.MOST_FAULTS - self.reported[file]):
            self.reported[file] += 1
            path = f"{self.folder}/{file}"
            self.problems.append(Problem.of(path, fault.line, fault.column, record, fault.message, fault.level))


def _one_each(faults: list[Fault], tree: Tree) -> list[Fault]:
    """Keep one fault of each value: the error, or the warning if that says why there is no value."""
    wrong = {fault.path for fault in faults if fault.level == "error"}
    warned = {fault.path: fault for fault in faults if fault.level == "warning" and fault.path in wrong}
    causes = [fault._replace(level="error") for path, fault in warned.items() if typed_at(tree.value, path) is None]
    given = {fault.path for fault in causes}
    kept = [fault for fault in faults if fault.level == "error" or fault.path not in warned]
    return [*(fault for fault in kept if fault.path not in given), *causes]


def record_name(value: object, index: int, key: str) -> str:
    """Give the key of a record in a list, or its number if it has none."""
    name = value.get(key) if isinstance(value, dict) else None
    return name if isinstance(name, str) else f"record {index + 1}"


def _ids_of_events(places: Mapping[KeyPath, object]) -> set[str] | None:
    """Give the ids of all events, also of those that cannot be read; None if they are not known."""
    ids = {str(path[1]) for path in places if len(path) == 2 and path[0] == EVENTS}
    return ids if (EVENTS,) in places else None


def _entries(tree: Tree) -> list[Any]:
    """Give the records of a file that lists them, as typed."""
    return tree.value if isinstance(tree.value, list) else []


def _inside(path: KeyPath, spoiled: set[KeyPath]) -> bool:
    return any(path[:length] in spoiled for length in range(len(path) + 1))
