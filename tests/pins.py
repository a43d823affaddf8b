"""The versions that the tests passed with. Run as a program, it writes those installed here into constraints.txt.

With `lock`, it writes requirements.lock from that: the versions of what the app needs, with the hashes of all their
published files. For this it asks the registry of Python packages.
"""

import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PINS = ROOT / "constraints.txt"
RANGES = (ROOT / "requirements.txt", ROOT / "requirements-dev.txt")
LOCK = ROOT / "requirements.lock"
HEAD = """\
# The versions that the tests passed with, beside the ranges in requirements.txt, to repeat an installation:
# pip install -r requirements.txt -c constraints.txt
# Written by `make pins`.
"""
LOCK_HEAD = """\
# What the app needs, with the hashes of all published files: pip install --require-hashes -r requirements.lock
# Written by `make pins` from requirements.txt and constraints.txt.
"""


def ranges() -> list[Requirement]:
    """Read what the requirements files ask for."""
    return [one for path in RANGES for one in read_requirements(path)]


def read_requirements(path: Path) -> list[Requirement]:
    """Read what one requirements file asks for, without options and comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
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
    """Say which required packages the constraints leave out, and which versions are outside their ranges."""
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
    """Give the installed versions of the required packages, and of all that these need, by name."""
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


def locked(text: str) -> dict[str, tuple[str, int]]:
    """Read a lock as name → version and number of hashes.

    Raises
    ------
    ValueError
        For a line that is anything but `name==version`, perhaps with a marker, or a hash.
    """
    found = {}
    for entry in re.sub(r"^#.*\n", "", text, flags=re.M).replace(" \\\n", " ").splitlines():
        hashes = re.findall(r" --hash=sha256:[0-9a-f]{64}(?= |$)", entry)
        exact = re.fullmatch(r"([\w.-]+)==([\w.+!-]+)( ; [^-]+)?", re.sub(r" +--hash=\S+", "", entry).strip())
        if exact is None:
            raise ValueError(f'requirements.lock: "{entry[:80]}" is not of the form name==version; run: make pins')
        found[canonicalize_name(exact[1])] = exact[2], len(hashes)
    return found


def lock() -> str:
    """Ask for the hashes of all files of the versions in constraints.txt, for every platform and Python."""
    command = "pip compile requirements.txt -c constraints.txt --generate-hashes --universal --python-version 3.11"
    quiet = "--quiet --no-header --no-annotate --no-emit-index-url"
    words = [sys.executable, "-m", "uv", *command.split(), *quiet.split()]
    return LOCK_HEAD + subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout


if sys.argv[1:] == ["lock"] and __name__ == "__main__":
    LOCK.write_text(lock(), encoding="utf-8")
elif __name__ == "__main__":
    lines = [f"{name}=={version}\n" for name, version in installed(ranges()).items()]
    PINS.write_text(HEAD + "".join(lines), encoding="utf-8")
