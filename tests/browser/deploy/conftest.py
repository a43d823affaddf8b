"""Two processes of the app behind nginx: at a host of its own, or below a path that nginx keeps or cuts off."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.deploy.proxy import Proxy, blocks
from tests.browser.deploy.replicas import Replica
from tests.browser.server import ROOT
from tests.browser.visitor import Visitor, visit

PUBLIC = "https://example.org"
"""The public address in the settings of the processes."""


@contextmanager
def deployed(folder: Path, data: Path, location: str = "", under: str = "", **environment: str) -> Iterator["Site"]:
    """Start two processes and nginx in front of them; at the end, no log may have an error."""
    with ExitStack() as stack:
        replicas = [Replica(data, folder / f"log-{number}", **environment) for number in (1, 2)]
        for replica in replicas:
            replica.start()
            stack.callback(replica.end)
        proxy = Proxy(folder / "nginx", [replica.port for replica in replicas], location, under)
        proxy.start()
        stack.callback(proxy.stop)
        yield Site(proxy, replicas)
    for replica in replicas:
        assert "Traceback" not in replica.log.read_text(), replica.log.read_text()


class Site:
    """The dashboard behind nginx."""

    def __init__(self, proxy: Proxy, replicas: list[Replica]) -> None:
        self.proxy, self.replicas, self.home = proxy, replicas, proxy.home

    def with_port(self, port: str) -> Replica:
        """Give the process at a port."""
        (found,) = [replica for replica in self.replicas if str(replica.port) == port]
        return found

    def of(self, reader: Visitor) -> Replica:
        """Give the process with which a reader stays, by the cookie."""
        (port,) = [cookie["value"] for cookie in reader.context.cookies() if cookie["name"] == "replica"]
        return self.with_port(port)


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the data for the processes behind nginx."""
    return Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("behind") / "data"))


@pytest.fixture(scope="module")
def site(own: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The dashboard at a host of its own."""
    with deployed(tmp_path_factory.mktemp("site"), own, DASHBOARD_URL=PUBLIC, DASHBOARD_METRICS="1") as site:
        yield site


@pytest.fixture(scope="module", params=["kept", "cut off"])
def below(request: pytest.FixtureRequest, own: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The dashboard below a path of a host, in both ways of deploy/README.md."""
    kept, cut = blocks("Below a path")
    environment = {"DASHBOARD_URL": f"{PUBLIC}/process"}
    if request.param == "kept":
        environment["STREAMLIT_SERVER_BASE_URL_PATH"] = "process"
    location = kept if request.param == "kept" else cut
    with deployed(tmp_path_factory.mktemp("below"), own, location, "process/", **environment) as site:
        yield site


@pytest.fixture
def open_at(browser: Browser) -> Iterator[Callable[[Site], Visitor]]:
    """Open windows at a desk on a site."""
    with ExitStack() as stack:
        yield lambda site: stack.enter_context(visit(browser, site.home, "desk", ignore_https_errors=True))
