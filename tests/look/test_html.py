"""Templates escape their values, leave no line breaks, and are the only place where HTML is written."""

import ast
import re
import traceback
from pathlib import Path

import pytest
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup

from dashboard.look import html

ROOT = Path(__file__).parents[2] / "dashboard"
TEMPLATES = sorted(ROOT.rglob("*.html"))

TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|blockquote|body|br|button|caption|circle|code|dd|del|details|div|dl|dt|em|extra|"
    r"figcaption|figure|footer|form|g|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|"
    r"nav|ol|option|p|path|pre|q|rect|s|script|section|select|small|span|strong|style|sub|summary|sup|svg|table|tbody|"
    r"td|template|text|textarea|tfoot|th|thead|time|title|tr|u|ul|video)(?:\s[^<>]*)?/?>"
)
NO_HTML = {
    ("look/plot.py", "<b>"): "Plotly's own markup in texts of charts",
    ("look/plot.py", "</b>"): "Plotly's own markup in texts of charts",
    ("look/plot.py", "<br>"): "Plotly's own markup in texts of charts",
    ("look/plot.py", "%{hovertext}<extra></extra>"): "Plotly's own markup in templates of charts",
    (
        "records/model.py",
        "What it is about: `date`, `opening`, `role:<organizer>` or `figure:<label>`.",
    ): "a place holder",
    (
        "cli/doctor.py",
        "<!doctype html><meta charset=utf-8><p>Geneva Женева Женеваи Ҷ جنيف",
    ): "what is printed to try Chrome",
    ("web/door.py", "<script>(.*?)</script>"): "what is looked for in the first HTML",
    ("web/door.py", "<title>Streamlit</title>"): "what is looked for in Streamlit's page",
    ("web/door.py", '<script type="module" crossorigin src="([^"]+)"></script>'): "what is looked for there, too",
    ("web/door.py", '<link rel="stylesheet" crossorigin href="([^"]+)">\\s*'): "what is looked for there, too",
    ("web/door.py", '<link rel="modulepreload" crossorigin href="([^"]+)">\\s*'): "what is looked for there, too",
}
"""Literals that look like HTML but are not: file and literal → the reason."""


def literals(source: str) -> list[str]:
    """Give the texts of a module except docstrings, with the fixed parts of f-strings, without groups of patterns."""
    tree = ast.parse(source)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in said]
    texts = [node.value for node in constants if isinstance(node.value, str)]
    return [re.sub(r"\(\?P<\w+>", "(", text) for text in texts]


def tagged(source: str) -> list[str]:
    return [text for text in literals(source) if TAG.search(text)]


@pytest.fixture
def template(monkeypatch):
    """Fill a template that is given as text."""

    def fill(source: str, **values: object) -> html.Html:
        environment = html._ENVIRONMENT.overlay(loader=DictLoader({"x.html": source}))
        monkeypatch.setattr(html, "_ENVIRONMENT", environment)
        return html.render("x.html", **values)

    return fill


def test_html_is_written_by_templates_alone():
    found = {
        (path.relative_to(ROOT).as_posix(), text)
        for path in sorted(ROOT.rglob("*.py"))
        for text in tagged(path.read_text(encoding="utf-8"))
    }
    assert found == set(NO_HTML)


def test_the_rule_about_html_sees_what_it_should():
    assert tagged("x = f'<p class=\"a\">{y}</p>'\nz = '<b>' + y") == ['<p class="a">', "</p>", "<b>"]
    assert tagged('"""A <b>."""\nx = re.compile(r"(?P<b>x)")\ny = "<id of the event>.md < a > b"') == []


def test_nobody_but_templates_and_look_says_that_a_text_is_html():
    trusted = {
        (path.relative_to(ROOT).as_posix(), ast.unparse(node.args[0]))
        for path in sorted(ROOT.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Html", "Markup") and node.args
    }
    assert trusted == {
        ("look/html.py", "_ENVIRONMENT.get_template(template).render(values)"),
        ("look/html.py", "_HREF.sub(lambda href: escape(address(unescape(href[0]))), html)"),  # it was HTML before
        ("look/markup.py", "css_colors(accent) + following + marks_css()"),  # a style sheet of ours, not escaped
        ("look/markup.py", "f\"{root_colors(accent, '.linked.evidence')}{marks_css()}\""),  # the same
        ("look/style.py", "_declared(selector, accent.light) + at_night"),  # the same
        ("exports/handout.py", "SHEET.read_text(encoding='utf-8')"),  # the same
        ("exports/offline.py", "PLOTLY.read_text(encoding='utf-8')"),  # a script of ours
        ("publish/single.py", "sheets"),  # style sheets of ours
        ("publish/single.py", "script"),  # scripts of ours, in which nothing ends the element
        ("exports/offline.py", "body"),  # Plotly's own page of the chart
    }
    for path in TEMPLATES:
        assert "safe" not in re.findall(r"\w+", path.read_text(encoding="utf-8")), path


def test_a_template_escapes_text_and_leaves_html_as_it_is(template):
    filled = template('<p title="{{ text }}">{{ text }}{{ meant }}</p>', text="<a>&\"'", meant=Markup("<b>x</b>"))
    assert filled == '<p title="&lt;a&gt;&amp;&#34;&#39;">&lt;a&gt;&amp;&#34;&#39;<b>x</b></p>'
    assert isinstance(filled, html.Html)


def test_a_name_that_a_template_is_not_given_is_an_error(template):
    with pytest.raises(UndefinedError, match="'text' is undefined"):
        template("<p>{{ text }}</p>")


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n", "<ul><li>a</li><li>b</li></ul>"),
        ("<p>\n  one\n  two\n</p>", "<p>one two</p>"),
        ("<p>{{ x }}\n  {{ x }}</p>", "<p>11</p>"),
        ("<p>{{ x }} {{ x }}</p>", "<p>1 1</p>"),
        ("{% if x %}\n  a\n{% endif %}\nb", "ab"),
        ("{% if x %} <em>a</em>{% endif %}", " <em>a</em>"),
        ("<a href='#'\n  class='b'>a</a>", "<a href='#' class='b'>a</a>"),
        ("a{{ '\\n' }}\nb", "a\nb"),
    ],
)
def test_line_breaks_of_a_template_are_for_who_reads_it(template, text, filled):
    assert template(text, x=1) == filled


def test_a_message_about_a_template_has_the_right_line(template):
    with pytest.raises(UndefinedError) as error:
        template("<p>\n  a\n  b\n  {{ text }}\n</p>")
    assert [frame.lineno for frame in traceback.extract_tb(error.tb) if frame.filename == "<template>"] == [4]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_opens_with_what_it_is_for_and_compiles(path):
    assert re.match(r"\{# [A-Z].+?[.!] #\}|\{# [A-Z][^#]+\. #\}", path.read_text(encoding="utf-8"))
    html._ENVIRONMENT.get_template(path.relative_to(ROOT).as_posix())
