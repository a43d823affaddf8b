"""The dashboard behind nginx, as deploy/ describes it: what readers do, what caches keep, and what comes from where."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests
from playwright.sync_api import Browser, expect

from dashboard.web.headers import ALWAYS
from tests.browser.deploy.conftest import PUBLIC, Site, deployed
from tests.browser.deploy.replicas import Replica, hidden
from tests.browser.server import ROOT
from tests.browser.test_embedding import Quiet
from tests.browser.test_restarting import NEW, typed
from tests.browser.test_taking_away import rows, take
from tests.browser.visitor import Visitor

FOREVER = "public, max-age=31536000, immutable"
STATUSES = """async (address) => {
  const statuses = [];
  for (let i = 0; i < 6; i++) statuses.push((await fetch(address, { cache: "no-store" })).status);
  return statuses;
}"""
OURS = (*ALWAYS, "Cross-Origin-Resource-Policy", "Content-Security-Policy", "Cache-Control", "Retry-After")
"""The headers that nginx writes on its own answers, and a process on its own."""

FRAME = (
    '<!doctype html><title>A page of others</title><iframe name="ours" src="{src}" width="1400" height="800"></iframe>'
)


def ask(site: Site, path: str = "", **headers: str) -> requests.Response:
    """Ask for an address below the page. Redirects are not followed."""
    address = urljoin(site.home, path)
    return requests.get(address, headers=headers, verify=str(site.proxy.certificate), allow_redirects=False, timeout=30)


def file_of_the_page(site: Site, ending: str) -> str:
    """Give the address of a file that the first page names."""
    return re.findall(rf'"\.?/?([^"]+{re.escape(ending)}[^"]*)"', ask(site).text)[0]


def data_of_the_page(site: Site) -> str:
    """Give the address of the data with its version."""
    return re.findall(r'"(linked/data\.json\?v=[^"&]+)', ask(site).text)[0]


# What a reader does


def chooses(site: Site, reader: Visitor, _: Path) -> None:
    reader.open("year=2022")
    reader.press("organizer", "osce")
    reader.stands_at("year=2022&organizer=osce")
    expect(reader.chips).to_have_count(2)
    reader.chips.first.click()
    reader.press_mark("matrix", "2022-dushanbe", "osce")
    reader.stands_at("organizer=osce&event=2022-dushanbe&at=osce")
    expect(reader.lit.first).to_be_visible()
    reader.reload()
    reader.sees("2022-dushanbe")
    reader.page.go_back()
    reader.stands_at("organizer=osce")


def goes_to_other_pages(site: Site, reader: Visitor, _: Path) -> None:
    reader.open()
    reader.page.get_by_role("link", name="Disagreements", exact=True).click()
    reader.stands_at("page=disagreements")
    reader.page.locator("[id='disagreement-organizers-2022'] header a").first.click()
    reader.wait_until_drawn()
    reader.stands_at("event=2022-dushanbe")
    page = reader.page
    page.goto(f"{site.home}events/2022-dushanbe")
    expect(page.locator("h1")).to_be_visible()
    links = page.locator("a[href]").evaluate_all(
        "(links) => links.map((link) => new URL(link.getAttribute('href'), document.baseURI).href)"
    )
    inside = sorted({link for link in links if link.startswith(site.home.rstrip("/"))})
    beside = [link for link in links if link.startswith(f"https://localhost:{site.proxy.port}") and link not in inside]
    assert len(inside) > 10 and beside == []
    for link in inside[:: max(1, len(inside) // 20)]:
        assert ask(site, link).status_code == 200, link


def takes_files_away(site: Site, reader: Visitor, folder: Path) -> None:
    reader.open("year=2022&organizer=osce")
    taken = rows(take(reader, "Data", "events.csv", folder))
    assert taken and {row["year"] for row in taken} == {"2022"}
    assert take(reader, "Data", "workbook.xlsx", folder).read_bytes().startswith(b"PK")
    assert take(reader, "Chart", "matrix.png", folder).read_bytes().startswith(b"\x89PNG")


def tries_a_change(site: Site, reader: Visitor, folder: Path) -> None:
    typed(reader)
    first = site.of(reader)
    reader.page.get_by_role("link", name="Explore", exact=True).click()
    reader.wait_until_drawn()
    expect(reader.page.locator("h1")).to_have_text("Process on trial")
    for _ in range(4):  # in turn, requests would go to both processes
        assert "-trial-" in take(reader, "Data", "events.csv", folder).name
    assert site.of(reader) is first
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name=re.compile("^Download process.yaml")).click()
    assert NEW in Path(waiting.value.path()).read_text(encoding="utf-8")


def drops_a_file(site: Site, reader: Visitor, folder: Path) -> None:
    path = folder / "process.yaml"
    text = (ROOT / "data" / "process.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("name: Dushanbe Process", "name: Process that was dropped"), encoding="utf-8")
    for _ in range(3):
        reader.page.goto(f"{site.home}?page=try")
        reader.page.locator("input[type=file]").set_input_files(path)
        expect(reader.page.locator(".trial")).to_contain_text("You are trying a change")


ACTS = (chooses, goes_to_other_pages, takes_files_away, tries_a_change, drops_a_file)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_a_reader_at_a_host_of_its_own(site, open_at, tmp_path, act):
    act(site, open_at(site), tmp_path)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_a_reader_below_a_path(below, open_at, tmp_path, act):
    act(below, open_at(below), tmp_path)


def test_addresses_without_the_last_slash_lead_to_the_page(below):
    bare = ask(below, below.home.rstrip("/") + "?year=2022")
    assert bare.is_redirect
    assert urljoin(below.home, bare.headers["Location"]) == f"{below.home}?year=2022"
    assert bare.headers["Content-Security-Policy"] and "nginx" not in bare.text  # nginx itself gives it
    listed = ask(below, "events")
    assert listed.is_redirect
    assert urljoin(below.home, listed.headers["Location"]) == f"{below.home}events/"
    # With too many slashes.
    assert ask(below, f"{below.home}/?year=2022").status_code in (200, 307)


def test_feeds_and_sitemap_have_the_public_address_of_a_path(below):
    assert f"URL:{PUBLIC}/process/events/2022-dushanbe" in unfolded(ask(below, "export/calendar.ics").text)
    assert f"<loc>{PUBLIC}/process/</loc>" in ask(below, "sitemap.xml").text


def unfolded(text: str) -> str:
    """Join the lines of a calendar that were folded (RFC 5545, section 3.1)."""
    return text.replace("\r\n ", "")


def test_feeds_have_the_public_address(site):
    assert f"URL:{PUBLIC}/events/2022-dushanbe" in unfolded(ask(site, "export/calendar.ics?organizer=osce").text)
    assert f'href="{PUBLIC}/' in ask(site, "export/events.atom").text
    assert ask(site, "export/events.csv?year=1066").status_code == 400


# What caches keep


def test_what_compresses_well_is_compressed_once(site):
    for path in ("", "linked/data.json", "events/2022-dushanbe", "export/events.csv", "sitemap.xml",
                 file_of_the_page(site, ".css"), file_of_the_page(site, "engine.js"),
                 file_of_the_page(site, "static/js/index.")):  # fmt: skip
        plain = ask(site, path, **{"Accept-Encoding": "identity"})
        packed = ask(site, path, **{"Accept-Encoding": "gzip"})
        assert plain.status_code == packed.status_code == 200
        assert "Content-Encoding" not in plain.headers
        assert packed.headers.get("Content-Encoding") == "gzip", path
        assert "accept-encoding" in packed.headers["Vary"].lower()
        assert len(plain.content) > 200
        if path:  # the nonce of a page differs
            assert packed.content == plain.content


def test_files_whose_address_has_a_version_are_kept_for_a_year(site):
    for path in (file_of_the_page(site, ".css"), file_of_the_page(site, "engine.js"), data_of_the_page(site)):
        assert ask(site, path).headers["Cache-Control"] == FOREVER
    streamlit = ask(site, file_of_the_page(site, "static/js/index.")).headers["Cache-Control"]
    assert set(streamlit.split(", ")) == set(FOREVER.split(", "))


def test_what_a_browser_has_already_is_not_sent_again(site):
    for path in (data_of_the_page(site), "linked/data.json", "linked/text.json", "linked/article/2022-dushanbe",
                 "events/2022-dushanbe",
                 "export/events.csv", "export/calendar.ics?year=2022", "sitemap.xml", "api/v1/events",
                 file_of_the_page(site, ".css"), file_of_the_page(site, "static/js/index.")):  # fmt: skip
        for coding in ("gzip", "identity"):
            first = ask(site, path, **{"Accept-Encoding": coding})
            again = ask(site, path, **{"Accept-Encoding": coding, "If-None-Match": first.headers["ETag"]})
            assert (first.status_code, again.status_code, again.content) == (200, 304, b""), path
            assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


@contextmanager
def asleep(*replicas: Replica) -> Iterator[None]:
    """Let processes do nothing for a while; their connections stay open."""
    for replica in replicas:
        replica.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        for replica in replicas:
            replica.process.send_signal(signal.SIGCONT)


def test_nginx_keeps_files_with_a_version_and_asks_no_process_again(site):
    paths = [file_of_the_page(site, name) for name in (".css", "engine.js", "static/js/index.")]
    before = [ask(site, path).content for path in paths]
    with asleep(*site.replicas):
        assert [ask(site, path).content for path in paths] == before


def test_nginx_keeps_nothing_of_a_trial(site, open_at):
    reader = open_at(site)
    with reader.page.expect_request(re.compile("/trial/[^/]+/linked/data.json")) as asked:
        typed(reader)
        reader.page.get_by_role("link", name="Explore", exact=True).click()
    reader.wait_until_drawn()
    kept = [path.read_bytes() for path in (site.proxy.folder / "cache").rglob("*") if path.is_file()]
    assert kept
    assert "no-store" in asked.value.response().headers["cache-control"]
    assert not any(re.search(rb"^KEY: [^/]+/(trial|media|_stcore)/", content, re.MULTILINE) for content in kept)


# Who answers


def test_the_cookie_is_on_pages_and_on_no_file_that_others_may_keep(site):
    set_by_page = ask(site).headers["Set-Cookie"]
    assert re.fullmatch(
        rf"replica=({'|'.join(str(replica.port) for replica in site.replicas)}); Path=/; HttpOnly; Secure; "
        "SameSite=None; Partitioned",
        set_by_page,
    )
    for path in (file_of_the_page(site, ".css"), file_of_the_page(site, "static/js/index."), "linked/data.json"):
        assert "replica=" not in ask(site, path).headers.get("Set-Cookie", "")


def test_new_readers_come_to_both_processes_and_stay(site):
    first = {}
    for number in range(20):
        browsers = {"User-Agent": f"Browser {number}"}
        first[number] = ask(site, **browsers).headers["Set-Cookie"].partition(";")[0]
        # Also where the browser keeps the cookie back.
        assert ask(site, **browsers).headers["Set-Cookie"].partition(";")[0] == first[number]
    assert len(set(first.values())) == 2
    for cookie in set(first.values()):
        again = {
            ask(site, Cookie=cookie, **{"User-Agent": f"Browser {number}"}).headers["Set-Cookie"].partition(";")[0]
            for number in range(6)
        }
        assert again == {cookie}
    for strange in ("replica=1", "replica=8501", "replica=../x", "replica="):
        assert ask(site, Cookie=strange).status_code == 200


def test_no_version_of_a_server_is_told_and_plain_http_leads_to_https(site):
    answer = ask(site)
    assert answer.headers["Server"] == "nginx"  # without a module, nginx cannot leave it out
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    plain = requests.get(f"http://localhost:{site.proxy.plain_port}/?year=2022", allow_redirects=False, timeout=10)
    assert (plain.status_code, plain.headers["Location"]) == (301, f"{site.home}?year=2022")


def test_nginx_adds_none_of_its_headers_to_the_answers_of_a_process(site):
    for path in ("", "export/events.csv", "export/nothing.csv", "events/nobody", "events", "healthz", "api/v1/nothing",
                 "_stcore/health", "_stcore/nothing", f"?q={'x' * 9000}", data_of_the_page(site),
                 file_of_the_page(site, ".css"), file_of_the_page(site, "static/js/index.")):  # fmt: skip
        for method in ("GET", "GET", "HEAD"):  # the second time, nginx has some of them in its cache
            address = urljoin(f"http://127.0.0.1:{site.replicas[0].port}/", path)
            own = requests.request(method, address, allow_redirects=False, timeout=30)
            answer = requests.request(
                method, urljoin(site.home, path), verify=str(site.proxy.certificate), allow_redirects=False, timeout=30
            )
            assert answer.status_code == own.status_code, path
            for name in OURS:
                assert answer.raw.headers.getlist(name) == own.raw.headers.getlist(name), (path, name)


def test_what_nginx_refuses_of_a_file_that_it_keeps_has_the_headers_once(site):
    path = file_of_the_page(site, "static/js/index.")
    assert ask(site, path, **{"Accept-Encoding": "identity"}).status_code == 200
    for status, headers in ((416, {"Range": "bytes=99999999-"}), (412, {"If-Match": '"another"'})):
        answer = ask(site, path, **headers, **{"Accept-Encoding": "identity"})
        assert answer.status_code == status
        assert "<main><p>" in answer.text and "nginx" not in answer.text
        for name in ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "Cache-Control"):
            assert len(answer.raw.headers.getlist(name)) == 1, name


def test_the_numbers_for_prometheus_are_not_public(site):
    at_the_process = requests.get(f"http://127.0.0.1:{site.replicas[0].port}/metrics", timeout=30)
    assert (at_the_process.status_code, ask(site, "metrics").status_code) == (200, 404)


def test_a_file_that_is_too_large_is_refused_by_nginx(site):
    answer = requests.put(
        f"{site.home}_stcore/upload_file/x/y", data=b" " * 4_000_000, verify=str(site.proxy.certificate), timeout=30
    )
    assert answer.status_code == 413


# Frames


@pytest.fixture
def elsewhere(site: Site, tmp_path: Path) -> Iterator[str]:
    """The address of a page of another site, with the dashboard in a frame."""
    (tmp_path / "index.html").write_text(FRAME.format(src=f"{site.home}?organizer=osce"), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_dashboard_works_in_a_frame_of_another_site(elsewhere, browser: Browser):
    context = browser.new_context(ignore_https_errors=True)
    page = context.new_page()
    page.goto(elsewhere)
    page.frame(name="ours").wait_for_selector("html[data-ready]", state="attached", timeout=30_000)
    frame = page.frame_locator("[name=ours]")
    frame.locator("label", has=frame.locator("input[data-facet=year][data-value='2022']")).click()
    expect(frame.locator(".linked .chip")).to_have_count(2)
    frame.get_by_role("link", name="For editors", exact=True).click()
    frame.get_by_role("tab", name="Paste or edit").click()
    frame.get_by_role("combobox", name="File", exact=True).click()
    frame.get_by_role("option", name="process.yaml").click()
    text = frame.get_by_role("textbox", name="Text of the file")
    expect(text).to_have_value(re.compile("name: Dushanbe Process"))
    text.fill(text.input_value().replace("name: Dushanbe Process", f"name: {NEW.partition(': ')[2]}"))
    frame.get_by_role("button", name="Try it").click()
    expect(frame.locator(".trial")).to_contain_text("You are trying a change")
    with page.expect_request(re.compile("/trial/[^/]+/linked/data.json")) as asked:
        frame.get_by_role("link", name="Explore", exact=True).click()
    expect(frame.locator("h1")).to_have_text("Process on trial")
    # In turn, requests would go to both processes, but only one knows the trial.
    assert page.frame(name="ours").evaluate(STATUSES, asked.value.url) == [200] * 6
    context.close()


# Data that changes while readers read


def relabelled(folder: Path, label: str) -> None:
    """Give an event another label, in a checkout or a folder of data."""
    path = folder / "events.yaml"
    path.write_text(re.sub("label: Dushanbe 20?22.*", f"label: {label}", path.read_text("utf-8")), encoding="utf-8")


def soon(site: Site, label: str) -> None:
    """Wait until both processes show a label."""
    for replica in site.replicas:
        end = time.monotonic() + 30
        while label not in ask(site, "export/events.csv", Cookie=f"replica={replica.port}").text:
            assert time.monotonic() < end, f"the process at {replica.port} did not read the edit"
            time.sleep(0.2)


@pytest.fixture
def checkout(tmp_path: Path, own: Path) -> Callable[..., None]:
    """A repository of data at `origin`; gives what runs git in a folder."""

    def git(folder: Path, *words: str) -> None:
        about = ("-c", "user.name=Curator", "-c", "user.email=curator@example.org", "-c", "core.autocrlf=false")
        subprocess.run(["git", "-C", str(folder), *about, *words], check=True, capture_output=True)

    origin = tmp_path / "origin"
    origin.mkdir()
    git(origin, "init", "-q", "-b", "main")
    (origin / "data" / "articles").mkdir(parents=True)
    for path in own.rglob("*"):
        if path.is_file():
            target = origin / "data" / path.relative_to(own)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    git(origin, "add", "-A")
    git(origin, "commit", "-qm", "Begin")
    return git


def test_a_change_of_the_data_shows_without_a_restart(checkout, tmp_path):
    origin, clone, link = tmp_path / "origin", tmp_path / "clone", tmp_path / "current"
    checkout(tmp_path, "clone", "-q", str(origin), str(clone))
    link.symlink_to(clone)
    with deployed(tmp_path, link / "data") as site:
        pids = [replica.process.pid for replica in site.replicas]
        relabelled(clone / "data", "Edited in place")
        soon(site, "Edited in place")
        checkout(clone, "checkout", "-q", ".")
        relabelled(origin / "data", "Dushanbe 2022, pulled")
        checkout(origin, "commit", "-qam", "Change a label")
        checkout(clone, "pull", "-q", "--ff-only")
        soon(site, "Dushanbe 2022, pulled")
        # As git-sync does it: another checkout, and a link that then points to it.
        relabelled(origin / "data", "Dushanbe 2022, linked")
        checkout(origin, "commit", "-qam", "Change it again")
        checkout(tmp_path, "clone", "-q", str(origin), str(tmp_path / "newer"))
        (tmp_path / "next").symlink_to(tmp_path / "newer")
        os.replace(tmp_path / "next", link)
        soon(site, "Dushanbe 2022, linked")
        assert [(replica.process.pid, replica.process.poll()) for replica in site.replicas] == [(p, None) for p in pids]


# The process itself


def test_a_process_runs_as_anybody_without_a_home_and_can_write_nothing_of_the_project(site):
    if not hidden():
        pytest.skip("this platform does not let us become another user in a folder of its own")
    for replica in site.replicas:
        about = Path(f"/proc/{replica.process.pid}")
        variables = dict(part.split("=", 1) for part in (about / "environ").read_text().split("\0") if part)
        assert variables["HOME"] == "/nonexistent"
        (mounted,) = [line for line in (about / "mountinfo").read_text().splitlines() if line.split()[4] == str(ROOT)]
        assert mounted.split()[5].startswith("ro")
        assert "12345" in (about / "uid_map").read_text().split()


@pytest.mark.parametrize("base", ["", "process", "/process/"])
def test_the_check_of_the_container_says_whether_the_data_can_be_shown(tmp_path, own, base):
    replica = Replica(own, tmp_path / "log", STREAMLIT_SERVER_BASE_URL_PATH=base.strip("/"))
    replica.start()
    check = [sys.executable, str(ROOT / "deploy" / "health.py")]
    settings = {"STREAMLIT_SERVER_PORT": str(replica.port), "STREAMLIT_SERVER_BASE_URL_PATH": base}
    settings |= {"http_proxy": "http://127.0.0.1:9"}
    try:
        assert subprocess.run(check, env=settings, check=False).returncode == 0
        replica.process.send_signal(signal.SIGSTOP)
        assert subprocess.run(check, env=settings, check=False).returncode == 1
    finally:
        replica.end()
    assert subprocess.run(check, env=settings, check=False).returncode == 1
