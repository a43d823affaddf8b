"""The same days in every time zone, of the reader and of the server."""

import os
import subprocess
import sys
from pathlib import Path

from tests.browser.test_moving import middle
from tests.browser.visitor import visit

ROOT = Path(__file__).parents[2]
ZONES = ("UTC", "Pacific/Kiritimati", "Pacific/Niue", "America/St_Johns")
"""Fourteen hours ahead, eleven behind, and one whose offset is not in whole hours."""

# The words of the axis, the place of every mark, and the labels that a mouse would see.
SEEN = """() => {
  const plot = document.querySelector(".chart"), { xaxis } = plot._fullLayout;
  const marks = plot.data.filter((trace) => trace.meta?.part === "mark");
  return [
    [...plot.querySelectorAll(".xtick text")].map((node) => node.textContent),
    marks.flatMap((trace) => trace.x.map((at) => Math.round(xaxis.d2p(at)))),
    marks.flatMap((trace) => trace.hovertext),
  ];
}"""


def days_seen(browser, home, zone: str) -> list:
    """Collect every day that a reader in a zone sees, after acts that compute with days."""
    seen = []
    with visit(browser, home, "desk") as visitor:
        device = visitor.context.new_cdp_session(visitor.page)
        device.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
        visitor.open("event=2022-dushanbe&at=date", anew=True)
        visitor.window.spoil()
        assert visitor.page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == zone
        visitor.rest()
        seen += [visitor.page.evaluate(SEEN), visitor.view("article").inner_text()]
        visitor.button("timeline", "2022").click()
        seen += [visitor.page.evaluate(SEEN), visitor.span()]
        x, y = middle(visitor)
        visitor.page.mouse.move(x, y + 60)
        visitor.page.mouse.down()
        visitor.page.mouse.move(x - 100, y + 60, steps=4)
        visitor.page.mouse.up()
        visitor.button("timeline", "+").click()  # computes with the ends after the drag
        seen += [visitor.page.evaluate(SEEN)]
        visitor.page.get_by_role("button", name="Next event").click()  # moves the axis to a day that is not visible
        visitor.button("timeline", "Table").click()
        seen += [visitor.view("timeline").locator("tbody").inner_text()]
    return seen


def test_a_reader_sees_the_same_days_in_every_zone(browser, home):
    expected = days_seen(browser, home, ZONES[0])
    assert "18–19 October 2022" in str(expected)
    for zone in ZONES[1:]:
        assert days_seen(browser, home, zone) == expected, zone


def test_the_server_says_the_same_days_in_every_zone():
    code = (
        "import sys; from pathlib import Path; from dashboard import exports, library\n"
        "from dashboard.topics.explore import payload\n"
        "from dashboard.frames.filters import Filters\n"
        "found = library.Library(Path('data')).current()\n"
        "sys.stdout.buffer.write(payload.bundle(found))\n"
        "for name in ('events.csv', 'changes.csv', 'data.json', 'workbook.xlsx'):\n"
        "    sys.stdout.buffer.write(exports.EXPORTS[name].make(found, Filters(), exports.Options()))"
    )
    ahead, behind = (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=os.environ | {"TZ": zone}, capture_output=True)
        for zone in ZONES[1:3]
    )
    assert ahead.stdout == behind.stdout and len(ahead.stdout) > 100_000, ahead.stderr
