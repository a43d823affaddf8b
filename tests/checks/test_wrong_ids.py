"""What is written where an id belongs: what is told, and that whoever follows it writes no other record."""

import shutil

import pytest

from tests.conftest import TINY
from tests.cures import follow
from tests.mistakes import told_in
from tests.store.test_mistakes import edit, records_in, replace, told_of
from tests.wrong_ids import WRONG_IDS


@pytest.mark.parametrize("mistake", WRONG_IDS, ids=lambda mistake: mistake.name)
def test_a_wrong_id_is_found_where_it_is(folder, mistake):
    replace(folder / mistake.file, mistake.right, mistake.typed)
    assert [told_in(problem) for problem in told_of(folder)] == list(mistake.told)


@pytest.mark.parametrize("mistake", WRONG_IDS, ids=lambda mistake: mistake.name)
def test_whoever_follows_the_message_names_the_record_that_was_meant(folder, tmp_path, mistake):
    right = tmp_path / "right" / "data"
    shutil.copytree(TINY, right)
    if mistake.meant is not None:
        edit(right, mistake.file, mistake.right, mistake.meant)
    replace(folder / mistake.file, mistake.right, mistake.typed)
    if mistake.cure is not None:
        edit(folder, mistake.file, mistake.typed, mistake.cure)
    else:
        for _ in mistake.told:
            if problems := told_of(folder):
                follow(folder, problems[0])
    assert told_of(folder) == told_of(right)
    assert records_in(folder) == records_in(right)
