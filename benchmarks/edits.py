"""A curator who edits a data folder while readers read it. Every third time, a file is only half saved."""

import re
from pathlib import Path

_NAME = re.compile(r"^name: .*$", re.MULTILINE)


class Curator:
    """Saves the files of a folder again and again.

    A whole edit gives the process a new name, which every page shows. An edit that is half saved leaves the first half
    of the events, as an editor does for a moment; the next one completes them.
    """

    def __init__(self, folder: Path) -> None:
        self._process, self._events = folder / "process.yaml", folder / "events.yaml"
        self._text, self._content = self._process.read_text(encoding="utf-8"), self._events.read_bytes()
        self.name = ""
        """The name that the last whole edit gave; empty before."""
        self.whole = self.half = 0
        """The number of edits of either sort."""

    def edit(self, *, last: bool = False) -> None:
        """Save the next edit; the `last` is whole."""
        if (self.whole + self.half) % 3 == 2 and not last:
            self.half += 1
            self._events.write_bytes(self._content[: len(self._content) // 2])
            return
        self.whole += 1
        self.name = f"Process after edit {self.whole + self.half}"
        self._events.write_bytes(self._content)
        self._process.write_text(_NAME.sub(f"name: {self.name}", self._text, count=1), encoding="utf-8")
