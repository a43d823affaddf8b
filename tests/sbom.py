"""What the app is made of. Run as a program, it writes that to sbom.cdx.json, as CycloneDX with versions and licences.

The versions are the installed ones, of the packages in requirements.txt and of all that these need. The same packages
give the same bytes.
"""

import json
import re
import uuid
from hashlib import sha256
from importlib import metadata

from cyclonedx.contrib.hash.factories import HashTypeFactory
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from dashboard import __version__
from tests import pins

ROOT = pins.ROOT
SBOM = ROOT / "sbom.cdx.json"
VENDORED = ROOT / "dashboard" / "assets" / "vendor" / "plotly-basic.min.js"
NPM = "plotly.js-basic-dist-min"
"""The package of npm that the vendored script is from."""

SPELLED = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "The MIT License (MIT)": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Names of licences that leave no doubt → their identifiers at https://spdx.org/licenses/. “BSD License” does."""


def licences_of(package: str) -> list[str]:
    """Give the licences of an installed package, as SPDX expressions if their names leave no doubt.

    The newest field comes first (PEP 639), then the classifiers, then the field in which anything can be written.
    """
    about = metadata.metadata(package)
    classifiers = [one.split(" :: ") for one in about.get_all("Classifier") or []]
    named = [about.get("License-Expression") or ""]
    named = [name for name in named if name] or [parts[-1] for parts in classifiers if parts[0] == "License"]
    named = [name for name in named if name != "OSI Approved"] or [(about.get("License") or "").partition("\n")[0]]
    return [SPELLED.get(name, name) for name in named if name]


def bill() -> Bom:
    """Give the list of all components, with what depends on what."""
    asked = pins.read_requirements(ROOT / "requirements.txt")
    versions = pins.installed(asked)
    app = Component(
        name="dushanbe-process-dashboard", version=__version__, type=ComponentType.APPLICATION, bom_ref="app"
    )
    bom = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([__version__, versions])))
    bom.metadata.component, bom.metadata.timestamp = app, None
    components = {name: _package(name, version) for name, version in versions.items()}
    plotly = _plotly()
    for component in (*components.values(), plotly):
        bom.components.add(component)
    bom.register_dependency(app, [components[canonicalize_name(one.name)] for one in asked] + [plotly])
    for name, component in components.items():
        others = {canonicalize_name(Requirement(one).name) for one in metadata.requires(name) or []}
        bom.register_dependency(component, [components[other] for other in sorted(others & components.keys())])
    return bom


def written(bom: Bom) -> str:
    """Write the list as CycloneDX 1.6 in JSON."""
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _package(name: str, version: str) -> Component:
    purl = PackageURL("pypi", None, name, version)
    licences = [LicenseFactory().make_from_string(licence) for licence in licences_of(name)]
    return Component(name=name, version=version, purl=purl, bom_ref=str(purl), licenses=licences)


def _plotly() -> Component:
    content = VENDORED.read_bytes()
    version = re.search(rb"plotly\.js .*?v(\d+\.\d+\.\d+)", content[:200])
    assert version, f"{VENDORED} does not name its version"
    purl = PackageURL("npm", None, NPM, version[1].decode())
    return Component(
        name=NPM, version=purl.version, purl=purl, bom_ref=str(purl),
        licenses=[LicenseFactory().make_from_string("MIT")],
        hashes=[HashTypeFactory().from_composite_str(f"sha256:{sha256(content).hexdigest()}")],
    )  # fmt: skip


if __name__ == "__main__":
    SBOM.write_text(written(bill()), encoding="utf-8")
    print(SBOM.name)
