"""What the speed is measured with."""

from benchmarks.generate import generate
from dashboard import checks


def test_made_up_events_pass_the_check(tmp_path):
    generate(100, tmp_path / "data")
    reading, problems = checks.read(tmp_path / "data")
    assert len(reading.dataset.events) == len(reading.dataset.articles) == 100
    assert problems == ()
