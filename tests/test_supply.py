"""What the app is made of: locked with hashes, listed with licences, and the vendored script as it was published."""

import json
from hashlib import sha256

import pytest
from packaging.utils import canonicalize_name

from tests import pins, sbom

ROOT = pins.ROOT
PUBLISHED = ROOT / ".venv" / "javascript" / "node_modules" / sbom.NPM / sbom.VENDORED.name


@pytest.fixture(scope="module")
def bill() -> dict:
    """The list of components, as programs read it."""
    return json.loads(sbom.written(sbom.bill()))


def asked() -> dict[str, str]:
    """Name → version of all that the app needs here."""
    return pins.installed(pins.read_requirements(ROOT / "requirements.txt"))


def direct() -> set[str]:
    """Name what requirements.txt asks for."""
    return {canonicalize_name(one.name) for one in pins.read_requirements(ROOT / "requirements.txt")}


def test_the_lock_has_the_versions_of_the_constraints_each_with_hashes():
    locked = pins.locked(pins.LOCK.read_text(encoding="utf-8"))
    constraints = pins.pinned(pins.PINS.read_text(encoding="utf-8"))
    assert {name: version for name, (version, _) in locked.items()} == {
        name: version for name, version in constraints.items() if name in locked
    }
    assert [name for name, (_, hashes) in locked.items() if not hashes] == []
    assert [name for name in direct() if name not in locked] == [], "run: make pins"


@pytest.mark.parametrize(
    "line", ["one>=1", "one", "--index-url https://example.org", "one @ https://example.org/one.whl", "-r other.txt"]
)
def test_a_lock_names_no_address_and_no_range(line):
    with pytest.raises(ValueError, match="not of the form name==version"):
        pins.locked(f"# a comment\n{line} \\\n    --hash=sha256:{'0' * 64}\n")


def test_a_lock_is_read_with_its_markers_and_hashes():
    text = f"one==1.0 ; sys_platform != 'darwin' \\\n    --hash=sha256:{'0' * 64} \\\n    --hash=sha256:{'1' * 64}\n"
    assert pins.locked(text + "two==2\n") == {"one": ("1.0", 2), "two": ("2", 0)}


def test_the_list_names_everything_with_its_licence(bill):
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    listed = {component["name"]: component for component in bill["components"]}
    assert {name: listed[name]["version"] for name in asked()} == asked()
    assert [name for name, component in listed.items() if not component.get("licenses")] == []
    assert "pytest" not in listed
    assert listed["streamlit"]["purl"].startswith("pkg:pypi/streamlit@")


def test_the_list_says_what_depends_on_what(bill):
    needs = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    names = {component["bom-ref"]: component["name"] for component in bill["components"]}
    assert {names[ref] for ref in needs["app"]} == direct() | {sbom.NPM}
    (pandas,) = [ref for ref, name in names.items() if name == "pandas"]
    assert "numpy" in {names[ref] for ref in needs[pandas]}


def test_the_list_is_the_same_each_time(bill):
    assert json.loads(sbom.written(sbom.bill())) == bill
    assert "timestamp" not in bill["metadata"]


def test_the_vendored_script_is_the_one_that_was_published(bill):
    # npm has compared the archive with the hash in package-lock.json, which is the one of the registry.
    assert PUBLISHED.read_bytes() == sbom.VENDORED.read_bytes()
    (listed,) = [component for component in bill["components"] if component["name"] == sbom.NPM]
    assert listed["hashes"] == [{"alg": "SHA-256", "content": sha256(sbom.VENDORED.read_bytes()).hexdigest()}]
    lock = json.loads((ROOT / "dashboard" / "assets" / "package-lock.json").read_text(encoding="utf-8"))
    package = lock["packages"][f"node_modules/{sbom.NPM}"]
    assert package["version"] == listed["version"] and package["integrity"].startswith("sha512-")
