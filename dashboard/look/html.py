"""HTML comes from templates, which escape all text. Intended HTML has a type of its own, `Html`.

A template is a file beside the module that fills it, and its name is its path in this package.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from html import unescape
from pathlib import Path
from typing import cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from dashboard.look.links import export_path, to_page, to_view

Html = Markup
"""HTML in which everything is escaped that has to be. A template writes it as it is, and escapes any other text."""

_AT_TAG = re.compile(r"(?:(?<=>)|^)\s*\n\s*|\s*\n\s*(?:(?=<)|$)")
_HREF = re.compile(r'(?<=\shref=")\?[^"]*(?=")')
_BREAK = re.compile(r"\s*\n\s*")


class _Unbroken(Extension):
    """Takes line breaks and indentation out of templates, as JSX does; line numbers in messages stay right.

    A line break next to a tag, an expression or a statement becomes nothing, and one between words becomes a space. So
    a space that readers need must be inside a line.
    """

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        for token in stream:
            yield Token(token.lineno, "data", _unbroken(token.value)) if token.type == "data" else token


_ENVIRONMENT = Environment(
    autoescape=True,
    undefined=StrictUndefined,
    loader=FileSystemLoader(Path(__file__).parents[1]),
    auto_reload=False,
    extensions=[_Unbroken],
)
_ENVIRONMENT.globals |= {"export_path": export_path, "to_page": to_page, "to_view": to_view}


def render(template: str, **values: object) -> Html:
    """Fill a template; `values` are the names that it uses, and a name that is not among them is an error.

    Raises
    ------
    jinja2.UndefinedError
        The template uses a name or an attribute that does not exist.
    """
    return Html(_ENVIRONMENT.get_template(template).render(values))


def piece(template: str, macro: str, *values: object) -> Html:
    """Fill one macro of a template; it sees only these values."""
    return _macro(template, macro)(*values)


def readdressed(html: Html, address: Callable[[str], str]) -> Html:
    """Replace the address of each link that begins with a question mark, in HTML of our own.

    `address` gives the new address for an old one; both are texts in which nothing is escaped.
    """
    return Html(_HREF.sub(lambda href: escape(address(unescape(href[0]))), html))


def escaped(text: str) -> Html:
    """Escape a text; what is HTML already stays as it is."""
    return escape(text)


def _unbroken(text: str) -> str:
    return _BREAK.sub(" ", _AT_TAG.sub("", text))


@cache
def _macro(template: str, name: str) -> Callable[..., Html]:
    return cast(Callable[..., Html], getattr(_ENVIRONMENT.get_template(template).module, name))
