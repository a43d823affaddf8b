"""Texts where an id belongs: what is reported, and that following the advice never names another record."""

import pytest

from tests.catalogue import not_shown
from tests.mistakes import told_in
from tests.store.test_mistakes import replace, right_and_cured, told_of
from tests.wrong_ids import WRONG_IDS


@pytest.mark.parametrize("mistake", WRONG_IDS, ids=lambda mistake: mistake.name)
def test_a_wrong_id_is_found_where_it_is(folder, mistake):
    replace(folder / mistake.file, mistake.right, mistake.typed)
    problems = told_of(folder)
    assert [told_in(problem) for problem in problems] == list(mistake.told)
    assert not_shown(problems) == []


@pytest.mark.parametrize("mistake", WRONG_IDS, ids=lambda mistake: mistake.name)
def test_whoever_follows_the_message_names_the_record_that_was_meant(folder, mistake):
    meant, cured = right_and_cured(folder, mistake)
    assert cured == meant
