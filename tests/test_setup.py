"""The set-up and what starts the app: on machines and in folders of every kind."""

import json
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Variables that make passes to its commands: with them, an inner make prints which folder it enters and leaves.
OF_MAKE = {"MAKEFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MFLAGS", "MAKE_TERMOUT", "MAKE_TERMERR"}


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess:
    """Run a command in a folder, with what it says as text.

    If the tests themselves run under `make`, its variables would make each command a part of that run.
    """
    outside = {name: value for name, value in os.environ.items() if name not in OF_MAKE}
    return subprocess.run(
        words, cwd=folder, env=outside | environment, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Only the set-up, with nothing to install, in a folder whose name has spaces and other letters."""
    folder = tmp_path / "a clone of процесс"
    (folder / ".ci").mkdir(parents=True)
    for name in ("Makefile", ".ci/setup"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "requirements.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture
def quick(tmp_path: Path) -> dict[str, str]:
    """An environment in which new ones take the pip of this one, which is much quicker than to install it."""
    commands = tmp_path / "quick"
    commands.mkdir()
    python = commands / "python3.14"  # of all names the first that is looked for
    python.write_text(
        f'#!/bin/sh\n[ "$2" = venv ] && set -- "$@" --without-pip\nexec {sys.executable} "$@"\n', encoding="utf-8"
    )
    python.chmod(0o755)
    return {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": sysconfig.get_path("purelib")}


@pytest.fixture
def taken() -> str:
    """A port that is in use."""
    with socket.create_server(("", 0)) as server:
        yield str(server.getsockname()[1])


def with_windows_ends(folder: Path) -> None:
    """Write the files as an archive made on Windows has them: other ends of lines, and no right to run."""
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        path.chmod(0o644)


def test_a_port_in_use_is_told_in_a_sentence(project, taken):
    done = run(project, "make", "run", f"PORT={taken}")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        f"Port {taken} is in use, perhaps by this app, started before; choose another, for example: PORT=8600 make run"
    )
    assert not (project / ".venv").exists()


@pytest.mark.slow
@pytest.mark.parametrize("port", ["80800", "-1", "8501a", "a b"])
def test_what_is_no_port_is_told_in_a_sentence(project, port):
    done = run(project, "make", "run", f"PORT={port}")
    assert done.stderr.splitlines()[0] == (
        f'PORT is "{port}", which is no number of a port; choose another, for example: PORT=8600 make run'
    )


def test_the_set_up_starts_from_an_archive_with_the_line_ends_of_windows(project, taken):
    with_windows_ends(project)
    done = run(project, "make", "run", f"PORT={taken}")
    assert done.stderr.startswith(f"Port {taken} is in use")
    done = run(project, "make", "test")
    assert done.stderr.splitlines()[0] == (
        "Lines end here as on Windows. make run works so, but the tests compare files byte by byte: "
        "clone the repository anew."
    )


@pytest.mark.slow
def test_the_environment_is_made_once_and_anew_where_it_does_not_work(project, quick):
    environment = project / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to("/nonexistent/python3")  # copied from another machine
    assert run(project, "bash", ".ci/setup").stdout == "Installing requirements.txt into .venv\n"
    python = environment / "bin" / "python"
    assert run(project, str(python), "-c", "print(1)").stdout == "1\n"
    again = run(project, "bash", ".ci/setup")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    (project / "requirements.txt").write_text("# another\n", encoding="utf-8")
    assert run(project, "bash", ".ci/setup").stdout == "Installing requirements.txt into .venv\n"
    (environment / ".unfinished").touch()  # interrupted while it installed
    (environment / "half").touch()
    assert run(project, "bash", ".ci/setup", **quick).stdout == "Installing requirements.txt into .venv\n"
    assert not (environment / "half").exists()
    moved = project.rename(project.with_name("moved"))
    assert run(moved, "bash", ".ci/setup", **quick).stdout == "Installing requirements.txt into .venv\n"


def test_what_cannot_be_installed_shows_why(project, quick):
    (project / "requirements.txt").write_text("./nonexistent\n", encoding="utf-8")
    done = run(project, "bash", ".ci/setup", **quick)
    assert done.returncode == 1
    assert "nonexistent" in done.stderr
    assert done.stderr.splitlines()[-1] == (
        "The packages of requirements.txt could not be installed; the lines above say why."
    )


@pytest.mark.slow
def test_the_benchmarks_have_an_environment_of_their_own_made_once_and_anew_where_it_is_not_whole(project, quick):
    folder = project / "benchmarks"
    folder.mkdir()
    (folder / "requirements.txt").write_text("-r ../requirements.txt\n", encoding="utf-8")
    for name in ("run", "load"):
        told = f'import sys; print("{name}", sys.prefix.endswith("benchmarks/.venv"), *sys.argv[1:])'
        (folder / f"{name}.py").write_text(told, encoding="utf-8")
    done = run(project, "make", "load", "OPTIONS=--visits 9", **quick)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-2:] == [
        "Installing benchmarks/requirements.txt into benchmarks/.venv",
        "load True --visits 9",
    ]
    assert run(project, "make", "bench", **quick).stdout == "run True\n"
    (folder / ".venv" / ".installed").unlink()  # interrupted while it installed
    (folder / ".venv" / "half").touch()
    assert run(project, "make", "bench", **quick).stdout.endswith("into benchmarks/.venv\nrun True\n")
    assert not (folder / ".venv" / "half").exists()


# Packages of npm


def locked(*names: str) -> str:
    """Write a lock file that names archives, none of which exists."""
    packages = {f"node_modules/{name}": {"version": "1.0.0", "resolved": f"file:{name}.tgz"} for name in names}
    root = {"name": "scripts", "devDependencies": {name: f"file:{name}.tgz" for name in names}}
    return json.dumps({"name": "scripts", "lockfileVersion": 3, "packages": {"": root, **packages}})


@pytest.fixture
def scripted(project) -> Path:
    """The set-up with a lock file that names no package, a browser that starts, and the Node installed here."""
    scripts = project / "dashboard" / "assets"
    scripts.mkdir(parents=True)
    (scripts / "package.json").write_text('{"name": "scripts"}', encoding="utf-8")
    (scripts / "package-lock.json").write_text(locked(), encoding="utf-8")
    (project / "requirements-dev.txt").write_text("", encoding="utf-8")
    (project / "tests" / "browser").mkdir(parents=True)
    (project / "tests" / "browser" / "launch.py").write_text("", encoding="utf-8")
    return project


def set_up(folder: Path, **environment: str) -> subprocess.CompletedProcess:
    """Set up what the tests need, from no network."""
    nowhere = {"npm_config_offline": "true", "npm_config_registry": "http://127.0.0.1:9"}
    return run(folder, "bash", ".ci/setup", "test", **nowhere, **environment)


SCRIPTS = "Installing dashboard/assets/package-lock.json into .venv/javascript\n"


@pytest.mark.slow
def test_packages_of_npm_are_installed_once_and_anew_where_the_lock_file_changed(scripted, quick):
    done = set_up(scripted, **quick)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(SCRIPTS)
    again = set_up(scripted, **quick)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    lock = scripted / "dashboard" / "assets" / "package-lock.json"
    lock.write_text(lock.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert set_up(scripted, **quick).stdout == SCRIPTS
    shutil.rmtree(scripted / ".venv" / "javascript" / "node_modules")
    assert set_up(scripted, **quick).stdout == SCRIPTS
    assert not (scripted / "dashboard" / "assets" / "node_modules").exists()


@pytest.mark.slow
def test_without_a_home_npm_keeps_its_cache_in_the_environment(scripted, quick):
    done = set_up(scripted, **quick, HOME="/dev/null")  # a place where nobody can make a folder, not even root
    assert (done.returncode, done.stderr) == (0, "")
    assert (scripted / ".venv" / "javascript" / "cache").is_dir()


@pytest.mark.slow
def test_packages_of_npm_that_cannot_be_installed_show_why(scripted, quick):
    scripts = scripted / "dashboard" / "assets"
    (scripts / "package.json").write_text('{"name": "scripts", "devDependencies": {"lost": "file:lost.tgz"}}')
    (scripts / "package-lock.json").write_text(locked("lost"), encoding="utf-8")
    for _ in range(2):  # the second time too: nothing is taken for installed
        done = set_up(scripted, **quick)
        assert done.returncode == 1
        assert "lost.tgz" in done.stderr
        assert done.stderr.splitlines()[-1] == (
            "The packages of dashboard/assets/package-lock.json could not be installed; the lines above say why."
        )


@pytest.fixture
def proxied(scripted, tmp_path) -> tuple[Path, dict[str, str]]:
    """The set-up with tests that want a nginx in `.venv/proxy`, and an apt-get and a dpkg-deb that only pretend."""
    wants = "import pathlib, sys; sys.exit(None if pathlib.Path('.venv/proxy/nginx').exists() else 'there is no nginx')"
    (scripted / "tests" / "browser" / "deploy").mkdir()
    (scripted / "tests" / "browser" / "deploy" / "proxy.py").write_text(wants, encoding="utf-8")
    commands = tmp_path / "debian"
    commands.mkdir()
    for name, does in {
        "apt-get": 'if [ "$1" = download ]; then touch nginx.deb; fi',
        "dpkg-deb": 'touch "$3/nginx"',
    }.items():
        (commands / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (commands / name).chmod(0o755)
    return scripted, {"PATH": str(commands)}


UNPACKING = "Unpacking nginx openssl into .venv/proxy for the tests of deploy/\n"


@pytest.mark.slow
def test_nginx_is_unpacked_once_and_not_installed(proxied, quick):
    project, debian = proxied
    path = {"PATH": f"{debian['PATH']}{os.pathsep}{quick['PATH']}"}
    done = run(project, "bash", ".ci/setup", "deploy", **quick | path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(UNPACKING)
    again = run(project, "bash", ".ci/setup", "deploy", **quick | path)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


@pytest.mark.slow
def test_where_nginx_is_not_to_be_had_the_last_line_says_what_to_install(proxied, quick):
    project, debian = proxied
    (Path(debian["PATH"]) / "dpkg-deb").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    path = {"PATH": f"{debian['PATH']}{os.pathsep}{quick['PATH']}"}
    done = run(project, "bash", ".ci/setup", "deploy", **quick | path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "The tests of deploy/ cannot run: there is no nginx. Install what is missing, on Debian for example as root: "
        "apt-get install nginx openssl"
    )


def test_the_lock_file_names_the_public_registry_alone_and_exact_versions():
    scripts = ROOT / "dashboard" / "assets"
    lock = json.loads((scripts / "package-lock.json").read_text(encoding="utf-8"))
    asked = json.loads((scripts / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert [
        name
        for name, one in packages.items()
        if not one["resolved"].startswith("https://registry.npmjs.org/") or not one["integrity"].startswith("sha512-")
    ] == []


def test_without_python_that_is_new_enough_one_line_says_so(project, tmp_path):
    commands = tmp_path / "bin"
    commands.mkdir()
    for name in ("bash", "dirname", "grep", "make", "rm", "sh", "tr"):
        (commands / name).symlink_to(shutil.which(name))
    (commands / "python3").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")  # an old one
    (commands / "python3").chmod(0o755)
    done = run(project, "make", "run", PATH=str(commands))
    assert done.stderr.splitlines()[0] == (
        "Python 3.11 or newer is missing; install it from python.org or with your package manager."
    )
    done = run(project, "make", "test", PATH=str(commands))
    assert done.stderr.splitlines()[0] == "git is missing; install it, for example: apt-get install git"


@pytest.mark.slow
def test_every_checkout_has_unix_ends_whatever_git_is_set_to(tmp_path):
    if run(ROOT, "git", "rev-parse", "--verify", "HEAD").returncode:
        pytest.skip("this is no clone")
    clone = tmp_path / "clone"
    done = run(tmp_path, "git", "clone", "-q", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", str(ROOT), str(clone))
    assert done.returncode == 0, done.stderr
    files = [path for path in clone.rglob("*") if path.is_file() and ".git" not in path.parts]
    assert [path for path in files if b"\r\n" in path.read_bytes() and path.suffix != ".png"] == []
    assert run(clone, "git", "status", "--porcelain").stdout == ""


# A user without a home folder


NOBODY = ["unshare", "--user", "--map-user=12345", "--map-group=12345"]
"""A user that no list knows, and who has no home."""


def as_nobody(*words: str, reads: Path = ROOT) -> list[str]:
    """Run a command as a user whom no list knows, in a folder that cannot be written."""
    inside = f'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && cd "$0" && exec {" ".join(NOBODY)} "$@"'
    return ["unshare", "--mount", "sh", "-c", inside, str(reads), *words]


@pytest.fixture
def nobody() -> dict[str, str]:
    """The environment of somebody without a home."""
    if shutil.which("unshare") is None or run(ROOT, *as_nobody("true")).returncode:
        pytest.skip("this platform does not let us become another user in a folder of its own")
    return {name: value for name, value in os.environ.items() if name != "HOME"}


@pytest.mark.slow
@pytest.mark.parametrize("home", [None, "/", "/nonexistent"])
def test_everything_is_exported_without_a_home_from_a_folder_that_cannot_be_written(nobody, tmp_path, home):
    environment = nobody | ({"HOME": home} if home else {})
    names = ("events.csv", "workbook.xlsx", "timeline.svg")
    program = (
        "import sys; from dashboard.cli import main; folder, *names = sys.argv[1:];"
        "sys.exit(any([main(['export', name, '--weight', 'any', '-o', f'{folder}/{name}']) for name in names]))"
    )
    words = as_nobody(sys.executable, "-c", program, str(tmp_path), *names)
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert [name for name in names if (tmp_path / name).stat().st_size <= 1000] == []


@pytest.mark.slow
def test_a_folder_for_temporary_files_that_cannot_be_written_does_no_harm_where_another_can(nobody, tmp_path):
    words = as_nobody(
        sys.executable, "-m", "dashboard", "export", "timeline.svg", "--weight", "any", "-o", str(tmp_path)
    )
    done = subprocess.run(words, env=nobody | {"TMPDIR": str(ROOT)}, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_where_nothing_can_be_written_a_picture_ends_in_a_sentence(nobody):
    if {"/tmp", "/var/tmp"} & {str(above) for above in ROOT.parents}:
        pytest.skip("the project itself is in a folder for temporary files")
    full = 'for folder in /tmp /var/tmp; do mount -t tmpfs -o ro tmpfs $folder || exit 1; done; exec "$0" "$@"'
    words = as_nobody(sys.executable, "-m", "dashboard", "export", "timeline.svg", "-o", "-")
    words = ["unshare", "--mount", "sh", "-c", full, *words]
    environment = {name: value for name, value in nobody.items() if name not in ("TMPDIR", "TEMP", "TMP")}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert done.stderr.startswith(
        "python -m dashboard: pictures need a folder for temporary files (No usable temporary"
    )
    assert done.stderr.endswith("; set TMPDIR to one that can be written\n")


@pytest.mark.slow
def test_the_server_starts_without_a_home_in_a_folder_that_cannot_be_written(nobody, tmp_path):
    home = run(ROOT, "env", "-u", "HOME", "make", "--no-print-directory", "--eval=home: ; @echo $(HOME)", "home").stdout
    assert home == "/nonexistent\n"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = as_nobody(sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true")
    log = tmp_path / "log"
    with log.open("wb") as out, subprocess.Popen(
        [*words, f"--server.port={port}"], env=nobody | {"HOME": home.strip()}, stdout=out, stderr=subprocess.STDOUT
    ) as server:  # fmt: skip
        try:
            assert answer(f"http://localhost:{port}/_stcore/health", server) == b"ok", log.read_text()
            assert b"<title>" in answer(f"http://localhost:{port}/", server)
            assert answer(f"http://localhost:{port}/export/events.csv", server).startswith(b"event_id,")
        finally:
            server.terminate()
    assert "Traceback" not in log.read_text()


def answer(address: str, server: subprocess.Popen) -> bytes:
    """Ask for an address until there is an answer, some hundred times, or the server has ended."""
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                return response.read()
        except OSError:
            time.sleep(0.2)
    return b""
