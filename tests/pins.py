"""The versions that the tests passed with. Run as a program, it writes those installed here into constraints.txt."""

import re
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PINS = ROOT / "constraints.txt"
RANGES = (ROOT / "requirements.txt", ROOT / "requirements-dev.txt")
HEAD = """\
# The versions that the tests passed with, beside the ranges in requirements.txt, to repeat an installation:
# pip install -r requirements.txt -c constraints.txt
# Written by `make pins`.
"""


def ranges() -> list[Requirement]:
    """Read what the requirements files ask for; options and comments are passed over."""
    lines = [line for path in RANGES for line in path.read_text(encoding="utf-8").splitlines()]
    words = [re.sub(r"(^|\s)#.*", "", line).strip() for line in lines]
    return [Requirement(word) for word in words if word and not word.startswith("-")]


def pinned(text: str) -> dict[str, str]:
    """Read constraints as name → version.

    Raises
    ------
    ValueError
        For a line that is anything but `name==version`, such as the address of a package.
    """
    found = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        exact = re.fullmatch(r"([\w.-]+)==([\w.+!-]+)", line)
        if exact is None:
            raise ValueError(f'constraints.txt: "{line}" is not of the form name==version; run: make pins')
        found[canonicalize_name(exact[1])] = exact[2]
    return found


def faults(asked: list[Requirement], pins: dict[str, str]) -> list[str]:
    """Say where the constraints leave out what is asked for, or name a version that its range does not allow."""
    said = []
    for one in asked:
        version = pins.get(canonicalize_name(one.name))
        if version is None:
            said.append(f"constraints.txt has no version of {one.name}; run: make pins")
        elif not one.specifier.contains(version, prereleases=True):
            said.append(
                f"constraints.txt has {one.name} {version}, which is not in the range {one.specifier}; "
                "run: make pins, or widen the range"
            )
    return said


def installed(asked: list[Requirement]) -> dict[str, str]:
    """Give the versions installed here of what is asked for, and of all that these lead to, by name."""
    found, seen, waiting = {}, set(), list(asked)
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if (name, frozenset(one.extras)) in seen:
            continue
        seen.add((name, frozenset(one.extras)))
        found[name] = metadata.version(name)
        for further in map(Requirement, metadata.requires(name) or []):
            marker = further.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in one.extras or {""}):
                waiting.append(further)
    return dict(sorted(found.items()))


if __name__ == "__main__":
    lines = [f"{name}=={version}\n" for name, version in installed(ranges()).items()]
    PINS.write_text(HEAD + "".join(lines), encoding="utf-8")
