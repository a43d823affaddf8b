"""Any file is read, or refused in a sentence: whatever its name says, and whatever is broken in it."""

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from dashboard.curation import intake
from dashboard.curation.intake.table import LIMIT, IntakeError
from tests.conftest import EXAMPLES


def workbook() -> bytes:
    """Save a small workbook."""
    book = Workbook()
    for row in (["Title", "Start", "Source"], ["Forum", "2018-05-03", "https://a.org/1"]):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


SLIDE = {"start_date": {"year": 2018}, "text": {"headline": "Forum", "text": "x"}, "group": "Others"}
WHOLE = {
    ".csv": b'title,start,source\n"Forum, one",2018-05-03,https://a.org/1\n',
    ".xlsx": workbook(),
    ".json": json.dumps({"title": {"text": {"headline": "x"}}, "events": [SLIDE]}).encode(),
    ".ics": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Forum\r\nDTSTART;TZID=Asia/Dushanbe:20180503T090000\r\n"
    b"DURATION:P2D\r\nURL:https://a.org/1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
}


@pytest.mark.parametrize("ending", WHOLE)
@settings(max_examples=max(EXAMPLES // 6, 1), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_broken_file_is_read_or_refused_in_a_sentence(tmp_path, ending, data):
    content = bytearray(WHOLE[ending])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[at] = data.draw(st.sampled_from(b'\0\n\r",;:<>{}[]-09AZ\xff\xc3'))
    end = data.draw(st.integers(len(content) // 2, len(content)))
    path = tmp_path / f"list{ending}"
    path.write_bytes(content[:end])
    try:
        table = intake.read(path)
    except IntakeError as error:
        assert 0 < len(str(error)) < 400
        assert "\n" not in str(error)
    else:
        assert all(row.where and all(row.values.values()) for row in table.rows)


@pytest.mark.parametrize("ending", WHOLE)
@pytest.mark.parametrize("of", WHOLE)
def test_a_file_with_the_name_of_another_kind_is_read_as_its_name_says(tmp_path, ending, of):
    path = tmp_path / f"list{ending}"
    path.write_bytes(WHOLE[of])
    if ending == of:
        assert len(intake.read(path).rows) == 1
    else:
        with pytest.raises(IntakeError):
            intake.read(path)


def test_a_file_that_is_too_long_is_refused(tmp_path):
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(IntakeError, match="the file has more than 20,000,000 bytes"):
        intake.read(path)


@pytest.mark.parametrize("name", ["list.xls", "list.ods", "list.numbers", "list", "list.pdf"])
def test_the_name_says_what_a_file_is(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(WHOLE[".csv"])
    with pytest.raises(IntakeError, match=r"does not say what it is; save the table as \.csv or \.xlsx"):
        intake.read(path)
