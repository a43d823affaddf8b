"""The rules about meaning: each is a generator of problems, and its docstring is the rule."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from dashboard import store
from dashboard.checks import (
    articles,
    declarations,
    disputes,
    duplicates,
    events,
    evidence,
    forms,
    lineage,
    looks,
    names,
    opening,
    references,
    texts,
)
from dashboard.checks.articles import copies
from dashboard.records.model import Problem
from dashboard.records.reading import Reading

__all__ = ["RULES", "brought", "check", "copies", "read"]

RULES: tuple[Callable[..., Iterator[Problem]], ...] = (
    references.ids_are_known,
    references.parents_are_conferences,
    references.no_organizer_is_part_of_itself,
    references.organizers_are_used,
    references.sources_are_used,
    events.ids_begin_with_the_year,
    events.dates_are_in_order,
    events.events_are_of_our_time,
    events.events_last_days,
    events.side_events_are_near_their_conference,
    events.sessions_are_on_days_of_their_event,
    events.names_are_written_out,
    events.cities_are_names_alone,
    events.names_have_no_signs_around_them,
    events.themes_are_spelt_alike,
    events.labels_are_unique,
    events.kinds_fit_weights,
    events.editions_number_the_conferences,
    events.roles_are_given_once,
    events.inferred_roles_have_notes,
    declarations.paragraphs_belong_to_declarations,
    declarations.paragraphs_say_how_much_was_read,
    declarations.paragraphs_have_numbers_of_their_own,
    names.names_belong_to_one_organizer,
    names.organizers_are_named_in_articles,
    evidence.sources_belong_to_the_event,
    evidence.sources_speak_of_their_events,
    evidence.listed_sources_speak,
    evidence.confirmed_takes_two_sources,
    disputes.disputed_takes_a_dispute,
    disputes.claims_are_carried,
    disputes.sides_differ,
    disputes.disputes_concern_something,
    disputes.disputes_compare_like_with_like,
    duplicates.sources_have_pages_of_their_own,
    duplicates.events_are_recorded_once,
    duplicates.titles_are_not_repeated,
    duplicates.figures_can_be_told_apart,
    duplicates.ids_of_organizers_are_no_other_words,
    duplicates.people_are_named_once,
    duplicates.delegations_are_given_once,
    duplicates.places_are_spelt_alike,
    evidence.links_lead_to_originals,
    evidence.archived_copies_are_of_the_page,
    evidence.links_lead_straight_to_the_page,
    evidence.ids_of_sources_give_their_day,
    evidence.sources_are_not_from_the_future,
    evidence.sources_are_of_our_time,
    evidence.sources_are_read_after_they_appear,
    evidence.sources_have_a_title,
    evidence.titles_are_as_published,
    articles.events_have_articles,
    articles.citations_are_known,
    articles.sources_stand_in_square_brackets,
    articles.sentences_are_cited,
    articles.marks_name_passages,
    articles.headings_stand_alone,
    articles.articles_hold_sentences,
    forms.articles_have_no_other_markup,
    texts.texts_hold_no_placeholder,
    texts.texts_hold_no_html,
    looks.processes_have_an_id,
    looks.terms_are_told_apart,
    looks.languages_are_named,
    looks.accents_can_be_read,
    opening.next_is_still_ahead,
    opening.next_is_not_checked_in_the_future,
    opening.steps_show_what_there_is,
    opening.places_are_those_of_events,
    opening.eras_can_be_drawn,
    lineage.aliases_belong_to_one_record,
    lineage.withdrawn_records_lead_on,
    lineage.changes_name_records,
    lineage.changes_cover_records,
    lineage.changes_stand_in_order,
    lineage.changes_are_not_from_the_future,
    lineage.data_is_not_from_the_future,
    lineage.changes_give_reasons,
)

DATED = (
    evidence.sources_are_not_from_the_future,
    lineage.changes_are_not_from_the_future,
    lineage.data_is_not_from_the_future,
    opening.next_is_not_checked_in_the_future,
)
"""The rules that find more problems if they know today's date."""

MOST = 1_000


def read(
    folder: Path, over: store.Files | None = None, *, today: date | None = None
) -> tuple[Reading, tuple[Problem, ...]]:
    """Read a data folder, and give every problem met in reading it or found by a rule.

    `over` is as in `store.load`, and `today` as in `check`.
    """
    reading, unreadable = store.load(folder, over)
    return reading, (*unreadable, *check(reading, today))


def brought(before: Iterable[Problem], after: Iterable[Problem]) -> list[Problem]:
    """Give the problems of `after` that `before` lacks; a problem that only moved to another line is not new."""
    known = {(problem.path, problem.record, problem.message) for problem in before}
    return [problem for problem in after if (problem.path, problem.record, problem.message) not in known]


def check(reading: Reading, today: date | None = None) -> tuple[Problem, ...]:
    """Apply every rule, and give the problems in the order of files and lines.

    A rule stops after `MOST` problems. If `today` is given, a day of the data after it is a problem.
    """
    problems = []
    for rule in RULES:
        met = rule(reading, today) if rule in DATED else rule(reading)
        problems += [replace(problem, rule=rule.__name__) for problem in islice(met, MOST)]
    return tuple(sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column)))
