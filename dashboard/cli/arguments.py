"""What several commands are given: the data folder, and words that are looked up when asked for."""

import argparse
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"


class Later(Collection):
    """Words that another room knows; it is imported when they are asked for, which most commands never do."""

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        self.words = words

    def __contains__(self, word: object) -> bool:
        return word in self.words()

    def __iter__(self) -> Iterator[str]:
        return iter(self.words())

    def __len__(self) -> int:
        return len(list(self.words()))


def folder_argument() -> dict:
    """Describe the argument that names the data folder, for `add_argument`."""
    return {
        "type": _folder,
        "default": os.environ.get("DASHBOARD_DATA") or str(DATA),
        "metavar": "DIR",
        "help": "the data folder; without it that of DASHBOARD_DATA, else data/ beside the program",
    }


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f'"{text}" is not a folder')
    return Path(text)
