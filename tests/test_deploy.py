"""The files of deploy/ agree with each other and with the app. nginx runs in tests/browser/deploy/."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.web.headers import FAILED, SENTENCES
from dashboard.web.limits import LONGEST
from tests.browser.server import free_port

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
BASE, GIT = DEPLOY / "kubernetes" / "base", DEPLOY / "kubernetes" / "git"
VENV = "/venv/bin/python"


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def kinds(folder: Path) -> dict[str, Any]:
    """Give what a kustomization consists of, by its kind."""
    kustomization = read(folder / "kustomization.yaml")
    names = [name for name in kustomization["resources"] if name.endswith(".yaml")]
    names += [patch["path"] for patch in kustomization.get("patches", [])]
    assert sorted([*names, "kustomization.yaml"]) == sorted(path.name for path in folder.iterdir())
    objects = [read(folder / name) for name in names]
    assert all(one["apiVersion"] and one["metadata"]["name"] == "dashboard" for one in objects)
    return {one["kind"]: one for one in objects}


def test_the_guide_names_files_that_are_there_and_all_of_them():
    text = (DEPLOY / "README.md").read_text(encoding="utf-8")
    words = set(re.findall(r"`((?:deploy/)?[\w@/-]+\.(?:conf|service|timer|yaml)|Dockerfile|[\w/]+/)`", text))
    words -= {"data/", "/etc/nginx/nginx.conf"}
    places = (ROOT, DEPLOY, DEPLOY / "kubernetes")
    assert [word for word in words if not any((place / word).exists() for place in places)] == []
    named = " ".join(words)
    files = [path for path in DEPLOY.iterdir() if path.is_file() and path.suffix not in (".md", ".py", ".dockerignore")]
    assert [path.name for path in files if path.name not in named] == []


# nginx and Docker Compose


def groups(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def test_compose_has_the_processes_of_nginx_under_other_names():
    compose = read(DEPLOY / "compose.yaml")
    own = re.sub(r"127\.0\.0\.1:(\d+)", r"replica-\1:\1", (DEPLOY / "replicas.conf").read_text(encoding="utf-8"))
    # Compose reads a single dollar as a variable of its own.
    assert groups(compose["configs"]["replicas"]["content"].replace("$$", "$")) == groups(own)
    ports = re.findall(r"^    (\d+) replica_\d+;$", (DEPLOY / "nginx.conf").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(ports) == 2
    for port in ports:
        service = compose["services"][f"replica-{port}"]
        assert service["environment"]["STREAMLIT_SERVER_PORT"] == port
        assert service["environment"]["DASHBOARD_URL"].startswith("${DASHBOARD_URL:?")
        assert service["read_only"] and service["cap_drop"] == ["ALL"] and service["tmpfs"] == ["/tmp"]
        assert [volume for volume in service["volumes"] if not volume.endswith(":ro")] == []
        assert [compose["networks"][name] for name in service["networks"]] == [{"internal": True}]
    proxy = compose["services"]["nginx"]
    assert set(proxy["depends_on"]) == {f"replica-{port}" for port in ports}
    cache = re.findall(r"^proxy_cache_path (\S+)", (DEPLOY / "nginx.conf").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(cache) <= set(proxy["tmpfs"])
    assert (DEPLOY / proxy["volumes"][0].partition(":")[0]).is_file()


def test_nginx_says_what_the_processes_say():
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    (block,) = re.findall(r"^map \$status \$sentence \{\n(.*?)^\}", text, re.DOTALL | re.MULTILINE)
    said = dict(re.findall(r'^    (\w+) "(.+)";$', block, re.MULTILINE))
    assert {status: said.get(str(status), said["default"]) for status in SENTENCES} == SENTENCES
    assert said["500"] == FAILED
    assert f"{LONGEST:,} characters" in said["414"]
    assert re.findall(r"client_max_body_size (\d+)m;", text) == re.findall(r"(\d+) MB", said["413"])


def test_nginx_writes_no_log_of_what_readers_ask():
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert re.findall(r"^ *(?:access|error)_log .*$", text, re.MULTILINE) == [
        "    access_log off;",
        "    error_log /dev/null emerg;",
    ]


# The image


def steps() -> list[tuple[str, str]]:
    """Give the instructions of the last stage of the Dockerfile, without the continued lines."""
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.split(None, 1) for line in text.splitlines() if line and not line.startswith("#")]
    last = max(number for number, line in enumerate(lines) if line[0] == "FROM")
    return [(line[0], line[1]) for line in lines[last:]]


def test_what_the_image_copies_is_there_and_is_not_ignored():
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    sources = [word for line in re.findall(r"^COPY (?!--)(.+)$", text, re.MULTILINE) for word in line.split()[:-1]]
    rules = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert len(sources) > 5 and "*" in rules
    assert [source for source in sources if not (ROOT / source).exists() or f"!{source}" not in rules] == []
    assert sorted(rule[1:] for rule in rules if rule.startswith("!")) == sorted(sources)


@pytest.mark.parametrize("name", ["deploy/Dockerfile", "deploy/README.md", ".github/workflows/pages.yml"])
def test_what_readers_get_is_installed_with_hashes(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = re.findall(r"\bpip install .*", text)
    assert commands
    assert [command for command in commands if not command.endswith("--require-hashes -r requirements.lock")] == []


def test_the_guide_pins_the_base_images_by_digest_again_and_again(tmp_path):
    deploy, docker = tmp_path / "deploy", tmp_path / "docker"
    deploy.mkdir()
    for name in ("Dockerfile", "compose.yaml"):
        shutil.copy(DEPLOY / name, deploy)
    (block,) = re.findall(r"^```sh\n(digest\(\).*?)^```", (DEPLOY / "README.md").read_text("utf-8"), re.DOTALL | re.M)
    path = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    for digest in ("sha256:12ab", "sha256:34cd"):
        docker.write_text(f'#!/bin/sh\n[ "$1 $2" = "buildx imagetools" ] && echo {digest}\n', encoding="utf-8")
        docker.chmod(0o755)
        subprocess.run(["sh", "-ec", block], cwd=tmp_path, env=path, check=True)
        images = re.findall(r"^FROM (\S+)", (deploy / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
        assert images == ["python:${PYTHON}-slim@" + digest] * 2
        assert read(deploy / "compose.yaml")["services"]["nginx"]["image"] == f"nginx:1.28@{digest}"


def test_the_image_has_a_user_without_rights_and_starts_without_a_shell():
    image = dict(steps())
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", image["USER"])
    assert image["CMD"].startswith("[") and "CMD [" in image["HEALTHCHECK"]


@pytest.mark.slow
def test_what_the_image_has_is_enough_to_start(tmp_path):
    app, environment = tmp_path / "app", {"PATH": os.environ["PATH"]}
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    for instruction, words in steps():
        if instruction == "COPY" and not words.startswith("--"):
            source, target = words.split()
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, app / target, ignore=ignored)
            else:
                (app / target).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / source, app / target)
        if instruction == "ENV":
            environment |= dict(word.split("=", 1) for word in shlex.split(words))
    assert environment["DASHBOARD_DATA"] == "/app/data"
    port = str(free_port())
    environment |= {"DASHBOARD_DATA": str(app / "data"), "STREAMLIT_SERVER_PORT": port}
    start, check = (
        [sys.executable if word == VENV else word for word in yaml.safe_load(words[words.index("[") :])]
        for words in (dict(steps())["CMD"], dict(steps())["HEALTHCHECK"])
    )
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(start, cwd=app, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + 60
        while subprocess.run(check, cwd=app, env=environment, check=False).returncode:
            assert time.monotonic() < end and server.poll() is None, (tmp_path / "log").read_text()
            time.sleep(0.2)
    finally:
        server.terminate()
        server.wait()
    assert "Traceback" not in (tmp_path / "log").read_text()


# systemd


def unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string((DEPLOY / name).read_text(encoding="utf-8"))
    return parser


def test_units_start_what_there_is_and_the_process_reaches_this_machine_alone():
    process = unit("dashboard@.service")["Service"]
    assert process["ExecStart"].endswith("-m streamlit run app.py --server.port %i")
    assert process["WorkingDirectory"] == "/srv/dashboard"
    assert (process["DynamicUser"], process["ProtectSystem"]) == ("yes", "strict")
    assert (process["IPAddressDeny"], process["IPAddressAllow"]) == ("any", "localhost")
    pull = unit("dashboard-data.service")["Service"]["ExecStart"]
    assert pull == "git -C /srv/dashboard-data pull --quiet --ff-only"
    assert unit("dashboard-data.timer")["Install"]["WantedBy"] == "timers.target"


# Kubernetes


def test_objects_of_kubernetes_name_each_other():
    objects = kinds(BASE)
    assert set(objects) == {
        "Deployment", "Service", "Ingress", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy",
    }  # fmt: skip
    pods = objects["Deployment"]["spec"]["template"]
    labels = pods["metadata"]["labels"]
    (container,) = pods["spec"]["containers"]
    for selector in (
        objects["Deployment"]["spec"]["selector"]["matchLabels"],
        objects["Service"]["spec"]["selector"],
        objects["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        objects["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"],
    ):
        assert selector.items() <= labels.items()
    (port,) = container["ports"]
    (offered,) = objects["Service"]["spec"]["ports"]
    assert offered["targetPort"] == port["name"]
    (path,) = objects["Ingress"]["spec"]["rules"][0]["http"]["paths"]
    assert path["backend"]["service"] == {"name": "dashboard", "port": {"name": offered["name"]}}
    scaled = objects["HorizontalPodAutoscaler"]["spec"]
    assert scaled["scaleTargetRef"] == {"apiVersion": "apps/v1", "kind": "Deployment", "name": "dashboard"}
    assert scaled["minReplicas"] > objects["PodDisruptionBudget"]["spec"]["minAvailable"]
    image = dict(steps())
    assert f":{port['containerPort']}" in f":{image['EXPOSE']}"
    assert read(BASE / "kustomization.yaml")["images"][0]["name"] == container["image"]


def test_pods_may_write_temporary_files_alone_and_reach_nothing():
    objects = kinds(BASE)
    pods = objects["Deployment"]["spec"]["template"]["spec"]
    (container,) = pods["containers"]
    assert pods["securityContext"]["runAsNonRoot"] and not pods["automountServiceAccountToken"]
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert [(mount["name"], mount["mountPath"]) for mount in container["volumeMounts"]] == [("tmp", "/tmp")]
    policy = objects["NetworkPolicy"]["spec"]
    assert set(policy["policyTypes"]) == {"Ingress", "Egress"} and policy["egress"] == []


def test_a_pod_without_data_that_can_be_shown_gets_no_readers_and_is_not_started_again():
    (container,) = kinds(BASE)["Deployment"]["spec"]["template"]["spec"]["containers"]
    paths = {name: container[name]["httpGet"]["path"] for name in ("startupProbe", "readinessProbe", "livenessProbe")}
    assert paths == {"startupProbe": "/healthz", "readinessProbe": "/healthz", "livenessProbe": "/_stcore/health"}


def test_the_checkout_fits_the_pods_that_it_is_added_to():
    objects = kinds(GIT)
    assert read(GIT / "kustomization.yaml")["resources"] == ["../base"]
    pods = objects["Deployment"]["spec"]["template"]["spec"]
    first, (dashboard, beside) = pods["initContainers"][0], pods["containers"]
    assert dashboard["name"] == kinds(BASE)["Deployment"]["spec"]["template"]["spec"]["containers"][0]["name"]
    arguments = dict(argument.partition("=")[::2] for argument in beside["args"])
    (data,) = [variable["value"] for variable in dashboard["env"] if variable["name"] == "DASHBOARD_DATA"]
    assert data == f"{arguments['--root']}/{arguments['--link']}/data"
    (seen,) = dashboard["volumeMounts"]
    assert seen["readOnly"] and seen["mountPath"] == arguments["--root"]
    assert {volume["name"] for volume in pods["volumes"]} == {mount["name"] for mount in beside["volumeMounts"]}
    once = [argument for argument in first["args"] if argument != "--one-time"]
    assert set(once) <= set(beside["args"]) and first["image"] == beside["image"]
    assert all(one["securityContext"]["readOnlyRootFilesystem"] for one in (first, beside))
