"""What the speed is measured with."""

from benchmarks.generate import generate
from dashboard import checks


def test_a_thousand_events_pass_the_check(tmp_path):
    generate(1000, tmp_path / "data")
    reading, problems = checks.read(tmp_path / "data")
    assert len(reading.dataset.events) == len(reading.dataset.articles) == 1000
    assert problems == ()
