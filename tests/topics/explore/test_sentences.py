"""Every sentence made from data is true: its numbers and names are computed a second way, and its words agree."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dashboard import checks, frames
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records import declarations
from dashboard.records.model import KIND_NOUNS, ORGANIZING, SHOWN_WEIGHTS, THEMES, Dataset, Event
from dashboard.records.reading import Reading
from dashboard.topics.editions import compare
from dashboard.topics.explore import payload
from dashboard.topics.quality import quality
from dashboard.topics.sources import coverage
from dashboard.words.counting import WORDS, listed
from tests import real
from tests import sentences as said
from tests.conftest import EXAMPLES
from tests.generated import datasets
from tests.real import SNAPSHOT as REAL
from tests.sample import snapshot

SOME = settings(max_examples=max(EXAMPLES // 15, 2), deadline=None, derandomize=True)

# Words


NOUNS = (
    "event|source|role|pair|declaration|side event|follow-up|preparation|announcement|point|theme|cited text|question"
    "|paragraph|publisher|language|warning|error|number|word|state|conference(?! organizer)|conference organizer"
)
MANY = "|".join(WORDS[2:])
ONE_OF_SEVERAL = re.compile(rf"(?<![\d–,.-])\b(?:1|one) (?:{NOUNS})s\b", re.IGNORECASE)
SEVERAL_OF_ONE = re.compile(
    rf"(?<![\d–,.-])\b(?:0|[2-9]|\d\d|1\d\d|{MANY}) (?:{NOUNS})\b(?! (?:or|and)\b)", re.IGNORECASE
)
SPOILED = re.compile(
    r"\b(?:None|nan|NaN|NaT|null|undefined)\b|<NA>|  | [,.;:)]|\( |\(\)|\"\"|“”|''|, ?[,.;]|; ?[;.]|: ?[.;]|\.\."
    r"|\band and\b|^ | $"
)
NAMED = re.compile(
    r"(?P<who>[^.;:/]+?) (?P<verb>is|are) (?:named|listed (?:as|together)|disputed|(?:not )?in any pair)\b"
)
PLURAL = re.compile(rf" and |^(?:[2-9]|\d\d|{MANY})\b|its bodies|^No two", re.IGNORECASE)


def faults(text: str) -> list[str]:
    """Say what is wrong with the words of a sentence, whatever it is about."""
    found = [match[0] for rule in (SPOILED, ONE_OF_SEVERAL) for match in rule.finditer(text)]
    # "0 of 1 event": the number before the noun is the one that counts.
    found += [match[0] for match in SEVERAL_OF_ONE.finditer(text) if not re.match(r"0 of", match[0])]
    plain = text
    while plain != (plain := re.sub(r" ?\([^()]*\)", "", plain)):
        pass
    for match in NAMED.finditer(plain):
        who = re.sub(r"^ ?Of the [\w ]+, ", "", match["who"]).strip()
        if bool(PLURAL.search(who)) != (match["verb"] == "are"):
            found.append(match[0])
    return found


@pytest.mark.parametrize(
    "text",
    [
        "1 events in all.", "One states are listed.", "Two theme is named.", "organized before but not in None.",
        "date not known, <NA>", "A, B are listed as organizer  of all.", "A and B is named as organizer.",
        "A are listed as organizer.", 'Timeline of "".', "3 event from 2018", "Kuwait , Qatar", "Timeline: .",
        "A are listed as organizer.",
    ],
)  # fmt: skip
def test_what_is_wrong_with_words_is_found(text):
    assert faults(text)


def test_what_is_right_is_not_complained_of():
    for text in (
        "1 of 5 events; 0 of 1 event.", "One theme (a and b) is listed for both.",
        "UN itself is listed, but its body A is.",
        "Two states are listed as organizers of another conference.", "A, B and C are listed for both as hosts.",
    ):  # fmt: skip
        assert faults(text) == []


# The facts, from the records alone

HOLDERS = "(?:states?|organizations?|states and organizations)"


def chosen(dataset: Dataset, asked: Filters) -> list[Event]:
    """Give the events that pass filters without a text, in order of time."""

    def passes(event: Event) -> bool:
        held = [
            role for role in event.roles
            if role.organizer in (asked.organizer or (role.organizer,)) and role.role in (asked.role or (role.role,))
        ]  # fmt: skip
        organizers = {role.organizer for role in event.roles if role.role in ORGANIZING}
        return (
            event.weight in asked.weight
            and (not asked.year or (event.start is not None and str(event.start.year) in asked.year))
            and (not asked.kind or event.kind in asked.kind)
            and (not (asked.organizer or asked.role) or bool(held))
            and set(asked.together) <= organizers
        )

    return sorted(filter(passes, dataset.events.values()), key=in_time)


def in_time(event: Event) -> tuple:
    if event.start is None:
        return (1, event.id)
    return (0, event.start.first(), (event.end or event.start).last(), event.id)


def above(dataset: Dataset, name: str) -> list[str]:
    organizer = dataset.organizers[name]
    return [organizer.part_of, *above(dataset, organizer.part_of)] if organizer.part_of else []


def related(dataset: Dataset, one: str, other: str) -> bool:
    return one in above(dataset, other) or other in above(dataset, one)


def short(dataset: Dataset, names) -> list[str]:
    return sorted(dataset.organizers[name].short_name for name in names)


def matches(pattern: str, text: str) -> list[re.Match]:
    """Find the sentences of a text that are as a pattern says, from their first word to their full stop."""
    return [match for one in re.split(r"(?<=\.) ", text) if (match := re.fullmatch(rf"(?:{pattern})\.", one))]


def names_in(pattern: str, text: str) -> list[str]:
    """Give the names in the first group of all such sentences."""
    return sorted(name for match in matches(pattern, text) for name in cut(match[1]))


def cut(text: str) -> list[str]:
    """Give the names in a list, without brackets."""
    return sorted(re.split(r", | and ", re.sub(r" \([^()]*\)", "", text)))


def number(word: str) -> int:
    return WORDS.index(word.lower()) if word.lower() in WORDS else int(word)


def begun(dataset: Dataset, event: Event) -> bool:
    return event.start is not None and event.start.first() <= dataset.process.updated.last()


def organizing(event: Event) -> set[str]:
    return {role.organizer for role in event.roles if role.role in ORGANIZING}


def judge_timeline(dataset: Dataset, events: list[Event], text: str) -> None:
    if not events:
        assert text == "The timeline has no events."
        return
    head, _, rest = text.partition(": ")
    assert int(re.match(r"Timeline of (\d+) event", head)[1]) == len(events)
    dated = [event for event in events if event.start]
    years = {event.start.year for event in dated} | {(event.end or event.start).year for event in dated}
    assert {int(year) for year in re.findall(r"\b\d{4}\b", head)} == ({min(years), max(years)} if years else set())
    certain = {str(day.year) for event in dated for day in (event.start, event.end or event.start) if not day.about}
    for year in re.findall(r"about (\d{4})", head):
        assert len(years) > 1 or year not in certain
    undated = re.search(r"(\d+) of them without a date", head)
    assert (int(undated[1]) if undated else len(events) if not dated else 0) == len(events) - len(dated)
    counts, _, named = rest.partition(". ")
    for kind, nouns in KIND_NOUNS.items():
        of_kind = [event for event in events if event.kind == kind]
        noun = nouns[len(of_kind) != 1]
        assert (f"{len(of_kind)} {noun}" in counts) == bool(of_kind)
    conferences = [event for event in events if event.kind == "conference"]
    listed = re.sub(r"^Conferences?: |\.$", "", named).split("; ") if named else []
    assert len(listed) == len(conferences)
    for event, words in zip(conferences, listed, strict=True):
        assert ("without a date" in words) == (event.start is None)
        assert ("(planned)" in words) == (event.start is not None and not begun(dataset, event))
        online = (event.venue or "").lower() == "online"
        if event.start:
            place = event.city or event.country or event.venue or "place not known"
            assert place.lower() in words.lower()
            assert ("online" in words.lower()) == (online or "online" in place)


def judge_matrix(dataset: Dataset, columns: list[Event], text: str) -> None:
    held = [(event, role) for event in columns for role in event.roles]
    if not held:
        assert text == "No role is known for these events."
        return
    conferences = [event for event in columns if event.kind == "conference"]
    known = [event for event in conferences if organizing(event)]
    disputed = [(event, role) for event, role in held if role.confidence == "disputed"]
    found = matches(r"(\d+) roles? (?:is|are) disputed \((.+)\)", text)
    assert [(int(match[1]), cut(match[2])) for match in found] == (
        [(len(disputed), short(dataset, {role.organizer for _, role in disputed}))] if disputed else []
    )
    are = "(?:is listed as organizer|are listed as organizers)"
    always = set.intersection(*map(organizing, known)) if len(known) > 1 else set()
    found = matches(rf"(.+?) {are} of (?:both|all (\w+)) conferences shown( whose organizers are known)?", text)
    assert sorted(name for match in found for name in cut(match[1])) == short(dataset, always)
    for match in found:
        assert number(match[2] or "two") == len(known)
        assert bool(match[3]) == (len(known) < len(conferences))
    past = [event for event in known if begun(dataset, event)]
    later, gone, stands = set(), set(), set()
    if len(past) > 1:
        ever = set().union(*map(organizing, past))
        later = {name for name in ever - organizing(past[0]) if dataset.organizers[name].kind == "state"}
        lost = ever - organizing(past[-1])
        stands = {name for name in lost if any(related(dataset, name, other) for other in organizing(past[-1]))}
        gone = lost - stands
        first, last = past[0].label, past[-1].label
        if len(past) == 2:
            assert names_in(rf"(.+?) {are} of {last} but not of {first}", text) == short(dataset, later)
            assert names_in(rf"(.+?) {are} of {first} but not of {last}", text) == short(dataset, gone)
        else:

            def others(names: set[str]) -> str:
                often = any(sum(name in organizing(event) for event in past) > 1 for name in names)
                return "other conferences" if often else "another conference"

            found = matches(rf"(\w+) states? {are} of {others(later)} but not of {first}: (.+)", text)
            assert [number(match[1]) for match in found] == ([len(later)] if later else [])
            groups = [group.rpartition(" for ") for match in found for group in match[2].split("; ")]
            assert {name: label for names, _, label in groups for name in cut(names)} == {
                dataset.organizers[name].short_name: listed(event.label for event in past if name in organizing(event))
                for name in later
            }
            assert names_in(rf"(.+?) {are} of {others(gone)} but not of {last}", text) == short(dataset, gone)
        related_now = names_in(rf"(.+?)(?: itself)? is not listed as organizer of {last}, but .+ (?:is|are)", text)
        assert related_now == short(dataset, stands)
    else:
        assert "but not of" not in text
        assert "is not listed" not in text
    if not (always or later or gone or stands):
        bodies = r"(, including .+,)?"
        pattern = rf"(\w+) {HOLDERS}{bodies} (?:has|have) (?:a role|roles) at (\w+) events?"
        (match,) = matches(pattern, text)
        names = {role.organizer for _, role in held}
        assert number(match[1]) == len(names)
        assert bool(match[2]) == any(related(dataset, *two) for two in combinations(names, 2))
        assert number(match[3]) == len({event.id for event, _ in held})


def judge_together(dataset: Dataset, events: list[Event], text: str) -> None:
    shared: dict[frozenset, set[str]] = {}
    for event in events:
        for one, other in combinations(organizing(event), 2):
            if not related(dataset, one, other):
                shared.setdefault(frozenset((one, other)), set()).add(event.id)
    if not shared:
        assert text == "No two organizers are listed together at any of these events."
        return
    paired = set().union(*shared)
    match = re.match(r"(\w+) organizers share events\. They form (\d+) pairs\.", text)
    assert ((number(match[1]), int(match[2])) if match else (2, 1)) == (len(paired), len(shared))
    most = max(map(len, shared.values()))
    best = [pair for pair, ids in shared.items() if len(ids) == most]
    if match and len(best) == 1:
        names = re.search(r"pairs\. (.+?) and (.+?) share the most events, (\d+): ", text)
        assert (sorted(names.groups()[:2]), int(names[3])) == (short(dataset, best[0]), most)
    elif most > 1 and len(best) > 1:
        assert re.search(rf"share the most events, {most} each\.", text)
        several = re.search(r"(\d+) pairs share the most events", text)
        assert (
            int(several[1]) if several else text.split(" share the most")[0].split(". ")[-1].count(" with ")
        ) == len(best)
    for match in matches(r"([^:]+) share (\d+) events?: .+", text):
        held = [event for event in events if set(cut(match[1])) <= set(short(dataset, organizing(event)))]
        assert len(held) == int(match[2])
    doubtful = [
        pair for pair, ids in shared.items()
        if all(any(role.organizer in pair and role.role in ORGANIZING and role.confidence == "disputed"
                   for role in dataset.events[name].roles) for name in ids)
    ]  # fmt: skip
    found = matches(r"In (\d+) pairs? a role is disputed at every shared event", text)
    assert [int(match[1]) for match in found] == ([len(doubtful)] if doubtful else [])
    alone = set().union(*map(organizing, events)) - paired
    assert names_in(r"(.+) (?:is|are) not in any pair", text) == short(dataset, alone)


def judge_filters(of: Snapshot, asked: Filters) -> None:
    """Judge all that is said about what filters leave."""
    events, left = chosen(of.dataset, asked), of.select(asked)
    assert list(left.events["event_id"]) == [event.id for event in events]
    texts = dict(said.of_filters(of, asked))
    assert complaints(texts.items()) == []
    judge_timeline(of.dataset, events, texts["timeline"])
    for columns in payload.COLUMNS:
        drawn = [event for event in events if event.kind == "conference"] if columns == "conferences" else events
        judge_matrix(of.dataset, drawn or events, texts[f"matrix, {columns}"])
    judge_together(of.dataset, events, texts["together"])
    judge_caption(of, asked, events, texts["caption"])


def judge_caption(of: Snapshot, asked: Filters, events: list[Event], caption: str) -> None:
    total = len(of.dataset.events)
    if len(events) == total > 1:
        assert re.match(rf"All {total} events( ·|;)", caption)
    else:
        assert re.match(rf"{len(events)} of {total} events?[; ]", caption)
    every = chosen(of.dataset, Filters(**{**vars(asked), "weight": EVERY_WEIGHT}))
    assert ("not shown: " in caption) == (len(every) > len(events))
    assert ("filters: " in caption) == any(value for name, value in vars(asked).items() if name != "weight")
    sources = {name for event in events for name in event.sources}
    assert f" · {len(sources)} source{'s' * (len(sources) != 1)} · data of " in caption


def complaints(of: said.Said) -> list[tuple[str, list[str]]]:
    """Give what is wrong with the words of sentences and lines; in a line of a page "None" is an answer."""
    return [(text, found) for _, text in of if (found := [one for one in faults(text) if one != "None"])]


def judge_editions(dataset: Dataset, earlier: Event, later: Event) -> None:
    """Judge the paragraph on two editions."""
    text = compare.paragraph(compare.compare(dataset, earlier.id, later.id))
    assert faults(text) == []
    if earlier.id == later.id:
        assert "compared with itself" in text
        return
    one, other = ({role.organizer: role.role for role in event.roles} for event in (earlier, later))
    text = re.sub(r"\. (It is part of|Its bod)", lambda match: f"; {match[1].lower()}", text)
    count = rf"(\w+)(?: {HOLDERS})? with (?:a role|roles) at"
    counts = [WORDS.index(word) for word in re.findall(count, text) if word in WORDS]
    assert counts == [len(side) for side in (one, other) if side]
    are = "(?:is|are) listed"
    for side, there, here in ((one, other, earlier), (other, one, later)):
        lost = set(side) - set(there)
        stands = {name for name in lost if any(related(dataset, name, another) for another in there)}
        alone = names_in(rf"([^;]+?) {are} only for {re.escape(here.label)}, as [^;]+", text)
        assert alone == (short(dataset, lost - stands) if there else [])
        spoken_of = names_in(
            rf"([^;(]+?)(?: itself)?(?: \([^;]+\))? is listed only for {re.escape(here.label)}, as [^;]+;.+", text
        )
        beside = names_in(r"[^;]+; its bod(?:y|ies) (.+) (?:is|are) listed for .+", text)
        assert set(spoken_of) <= set(short(dataset, stands)) <= {*spoken_of, *beside}
    both = names_in(rf"([^;]+?) {are} for both, as [^;]+", text)
    assert both == short(dataset, {name for name in one if one[name] == other.get(name)})
    given = {theme.text.lower(): theme.terms for event in (earlier, later) for theme in event.themes if theme.terms}
    worded = [{theme.text.lower(): theme.terms for theme in event.themes} for event in (earlier, later)]
    terms = [{term for text in side for term in side[text] or given.get(text, ())} for side in worded]
    plain = [side.keys() - given.keys() for side in worded]
    kept = len(terms[0] & terms[1]) + len(plain[0] & plain[1])
    match = re.search(r"(\w+) themes?(?: \([^.]*?\))? (?:is|are) listed for both(?! in)", text)
    if earlier.themes and later.themes and match:
        assert number(match[1]) == kept
    assert ("No theme is listed for both." in text) <= (not kept and not (plain[0] ^ plain[1]))
    themes = re.search(r"No (?:other )?theme is listed for both in the same words\. There (?:is|are) ([^.]+)\.", text)
    apart = sum(number(word) for word in re.findall(r"(\w+) for Meeting", themes[1])) if themes else 0
    if earlier.themes and later.themes and earlier.label.startswith("Meeting"):
        assert apart == len(plain[0] ^ plain[1])
        assert not themes or bool(re.search(r"\bother\b", themes[0])) == bool(kept or terms[0] | terms[1])


def judge_declarations(dataset: Dataset, earlier: Event, later: Event) -> None:
    """Judge what is said of the declarations of two editions, from the records alone."""
    said_of = declarations.sentences(*(declarations.texts_of(dataset, event) for event in (earlier, later)))
    text = " ".join(said_of)
    belonging = [
        [one for one in dataset.events.values() if one.kind == "declaration" and event.id in (one.id, one.parent)]
        for event in (earlier, later)
    ]
    assert bool(text) == (earlier.id != later.id and any(belonging))
    assert not re.search(r"\bno(?:ne|thing)?\b(?! declaration)", text, re.IGNORECASE), "nothing is made absent"
    if not text:
        return
    terms = []
    for sentence, event, texts in zip(said_of, (earlier, later), belonging, strict=False):
        entered = sum(len(one.paragraphs) for one in texts)
        read = {one.text_read for one in texts}
        assert event.label in sentence
        assert ("The data has no declaration of" in sentence) == (not texts)
        assert ("is not known" in sentence) == (bool(texts) and not entered)
        sought = [search for one in (*texts, event) for search in one.sought if search.what == "outcome"]
        assert ("The last search" in sentence) == (bool(texts) and not entered and bool(sought))
        assert ("read in full" in sentence) == (bool(texts) and read == {"full"})
        assert ("read in part" in sentence) == (bool(entered) and read != {"full"})
        assert not entered or f"The data has {entered} paragraph" in sentence
        terms.append({term for one in texts for paragraph in one.paragraphs for term in paragraph.terms})
    rest = " ".join(said_of[2:])

    def named(pattern: str) -> set[str]:
        found = re.search(rf"The data has paragraphs on ([^.]+?) (?:only )?for {pattern}\.", rest)
        names = {name[:1].lower() + name[1:]: term for term, name in THEMES.items()}
        return {
            term for name, term in names.items() if found and re.search(rf"(?:^|, | and ){name}(?=,| and |$)", found[1])
        }

    assert named("both") == terms[0] & terms[1]
    assert named(re.escape(earlier.label)) == terms[0] - terms[1]
    assert named(re.escape(later.label)) == terms[1] - terms[0]
    for event, other, texts, its in ((earlier, later, belonging[1], terms[0] - terms[1]),
                                     (later, earlier, belonging[0], terms[1] - terms[0])):  # fmt: skip
        compared = any(one.paragraphs for one in texts)
        assert (f"only for {event.label}." in rest) == (bool(its) and compared), "only if the other was read"
        whole = {one.text_read for one in texts} == {"full"}
        about = re.search(
            rf"for {re.escape(event.label)}\. The part of [^.]*{re.escape(other.label)} that was not read", rest
        )
        assert bool(about) == (bool(its) and compared and not whole)


# Generated data, and every filter of the published data


@SOME
@given(datasets)
def test_generated_datasets_pass_the_check(dataset):
    assert [problem for problem in checks.check(Reading(dataset)) if problem.level == "error"] == []


@SOME
@given(datasets, some.data())
def test_every_sentence_about_a_choice_is_true_of_any_dataset(dataset, data):
    of = snapshot(dataset)
    asked = [Filters(), Filters(weight=EVERY_WEIGHT)]
    for facet in ("year", "organizer", "role", "kind", "weight"):
        if of.known[facet]:
            asked.append(Filters(**{facet: (data.draw(some.sampled_from(list(of.known[facet]))),)}))
    for one in asked:
        judge_filters(of, one)


@SOME
@given(datasets)
def test_every_sentence_about_two_editions_is_true_of_any_dataset(dataset):
    for earlier, later in combinations(dataset.events.values(), 2):
        judge_editions(dataset, earlier, later)
        judge_declarations(dataset, earlier, later)
        assert complaints(said.of_editions(snapshot(dataset), earlier.id, later.id)) == []


@settings(SOME, max_examples=max(EXAMPLES // 30, 2))
@given(datasets)
def test_every_sentence_about_all_the_data_is_true_of_any_dataset(dataset):
    of = snapshot(dataset)
    assert complaints(said.of_all(of)) == []
    found = coverage.build(dataset)
    words = coverage.coverage_alt(found)
    assert words.startswith(f"The data has {len(dataset.sources)} sources: ")
    assert sum(source.read == "full" for source in dataset.sources.values()) == int(
        (
            re.search(r"(\d+) (?:was|were) read in full", words)
            or [0, len(dataset.sources) if "read in full" in words else 0]
        )[1]
    )
    families = {source.family or source.id for source in dataset.sources.values()}
    assert bool(re.search(rf"they have {len(families)} different texts?\b", words)) == (
        len(families) < len(dataset.sources)
    )
    judged = quality.completeness_alt(quality.build(dataset))
    whole = {"dates": 0, "place": 0, "organizers": 0, "figures": 0}
    for event in dataset.events.values():
        days = (event.start, event.end or event.start)
        whole["dates"] += bool(
            event.start and event.dating == "held" and all(one.day and not one.about for one in days)
        )
        online = (event.venue or "").lower() == "online"
        whole["place"] += bool(event.city and event.country) or (online and not event.city and not event.country)
        for name, facts in (("organizers", event.roles), ("figures", event.figures)):
            texts = [{dataset.sources[one].family or one for one in fact.sources} for fact in facts]
            said_so = [fact.confidence in ("confirmed", "disputed") for fact in facts]
            whole[name] += bool(facts) and all(said_so) and all(len(one) > 1 for one in texts)
    if dataset.events:
        for name, count in whole.items():
            assert f"{name} for {count} of {len(dataset.events)} event" in judged.lower()


@pytest.mark.slow
@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_single_filter_and_every_year_with_an_organizer_of_published_data(of):
    asked = list(said.single_filters(of))
    asked += [Filters(year=(year,), organizer=(one,)) for year in of.known["year"] for one in of.known["organizer"]]
    seen = set()
    for one in asked:
        ids = tuple(of.select(one).events["event_id"])
        if ids not in seen:
            judge_filters(of, one)
        else:  # the same events, of which the same is said
            judge_caption(of, one, chosen(of.dataset, one), captions.caption(of, one, of.select(one)))
        seen.add(ids)


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_two_editions_of_published_data(of):
    editions = compare.editions(of.dataset)
    for earlier in editions:
        for later in editions:
            judge_editions(of.dataset, of.dataset.events[earlier], of.dataset.events[later])
            judge_declarations(of.dataset, of.dataset.events[earlier], of.dataset.events[later])
            assert complaints(said.of_editions(of, earlier, later)) == []


@pytest.mark.slow
@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_sentence_about_all_published_data(of):
    published = {source.title for source in of.dataset.sources.values() if source.title}  # titles are as they are
    assert [one for one in complaints(said.of_all(of)) if not any(title in one[0] for title in published)] == []


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_what_is_shown_without_asking_is_what_the_first_weights_are(of):
    hidden = [event for event in of.dataset.events.values() if event.weight not in SHOWN_WEIGHTS]
    assert len(chosen(of.dataset, Filters())) == len(of.dataset.events) - len(hidden)
    assert frames.build(of.dataset).events["ahead"].sum() == 0


def test_every_theme_of_the_real_data_has_a_term_and_every_term_a_theme():
    used = [term for event in REAL.dataset.events.values() for theme in event.themes for term in theme.terms]
    assert set(used) == set(THEMES)
