"""Addresses of pages: what a browser opens without danger, and what to write instead of anything else."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from dashboard.words.catalogue import MessageError, say

_ADDRESS = re.compile(r"(?P<scheme>https?)://(?P<host>[^\s/?#<>\"]*)(?P<rest>[/?#][^\s<>\"]*)?")
_SITE = re.compile(r"https?://[^\s/?#<>\"]+(?:/[^\s?#<>\"]*)?")
_BEGIN = re.compile(r"https?://", re.IGNORECASE)
_AGAIN = re.compile(r"(?:[\s,;|]|(?<=\w))https?://", re.IGNORECASE)
_PAGE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_PORT = re.compile(r":(\d+)$")
_AROUND = "<>\"'“”„‘’‚«»()[]"
_MARKUP = re.compile(r"\[[^\[\]]*\]\((?P<address>[^()]*)\)")
_FORBIDDEN = re.compile(r"[<>\"]")
_SHOWN = 100
_PRINTED = 64
_TRACKING = re.compile(r"utm_\w+|(?:fb|g|y|ys|d|tw|mc_)clid|msclkid|mc_[ce]id|igshid|gclsrc|_ga|_gl|cmpid")
"""Parameters that say how a reader came to a page, and not which page it is."""
_PASSING = (
    (re.compile(r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}"), "/url", ("q", "url")),
    (re.compile(r"lm?\.facebook\.com"), "/l.php", ("u",)),
    (re.compile(r"(?:m\.)?vk\.com"), "/away.php", ("to",)),
)
"""Hosts that pass a reader on: the host, the path, and the parameters that may hold the page."""


WEB_ARCHIVES = (
    *("web.archive.org", "archive.org", "wayback.archive-it.org", "archive.ph", "archive.today", "archive.is"),
    *("archive.li", "archive.vn", "archive.fo", "archive.md", "perma.cc", "ghostarchive.org", "webcitation.org"),
    *("arquivo.pt", "swap.stanford.edu", "webarchive.loc.gov", "webarchive.nationalarchives.gov.uk", "megalodon.jp"),
)
"""Hosts, without www, that keep pages of others as they were on a day."""
_ARCHIVED = re.compile(r"/(?P<scheme>https?:/{1,2})(?P<page>[^/].*)", re.IGNORECASE)
"""The address of a page after the name of its copy; some archives write one slash instead of two."""
_WAYBACK = re.compile(r"/(?:web/)?(?:\d{1,14}|\*)(?:[a-z]{2}_)?/(?P<page>[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#].*)?)")
"""The same without the scheme of the page, as in `/web/2018/khovar.tj/a`."""


def web_address(text: str) -> str:
    """Give the text back if it is the address of a page, beginning with `https://` or `http://`.

    Raises
    ------
    MessageError
        In one sentence: what is wrong, and what to write.
    """
    match = _ADDRESS.fullmatch(text)
    form, values = _elsewhere(text) if match is None or _AGAIN.search(text) else _host(match["host"])
    if form is not None:
        raise MessageError(say(f"address-not-of-a-page{form}", typed=_short(text), **values))
    return text


def is_site(text: str) -> bool:
    """Tell whether the addresses of pages can begin with this text, so that it has no query."""
    return _SITE.fullmatch(text) is not None


def is_page(text: str) -> bool:
    """Tell whether a text is an address, with or without `https://` before it."""
    return _PAGE.fullmatch(text.strip()) is not None


@lru_cache(2**14)
def short_address(url: str) -> str:
    """Write an address for print: without `https://`, in its own letters; for a long address, only the host."""
    plain = unquote(url).partition("://")[2].rstrip("/")
    return plain if len(plain) <= _PRINTED else plain.partition("/")[0]


def same_page(url: str) -> str:
    """Write an address, with or without `https://`, so that all addresses of one page are equal.

    These make no difference: https or http, www, how the host is written, a slash or a place within the page at the
    end, the order of parameters, and parameters that say how a reader came to the page.
    """
    try:
        parts = urlsplit(passed_on_to(url) or (url if "://" in url else f"https://{url}"))
    except ValueError:
        return url  # no page has such an address
    host = parts.netloc.casefold().removeprefix("www.").removesuffix(":443").removesuffix(":80").rstrip(".")
    query = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0]))
    # Some pages differ only in what follows "#!" or "#/".
    place = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    return f"{host}{unquote(parts.path).rstrip('/')}?{urlencode(query)}{place}"


def passed_on_to(url: str) -> str | None:
    """Give the page behind an address that only passes a reader on, such as `google.com/url?q=…`; None else."""
    parts = urlsplit(url)
    for host, path, names in _PASSING:
        if host.fullmatch(parts.netloc.casefold()) and parts.path == path:
            query = dict(parse_qsl(parts.query))
            return next((query[name] for name in names if _good(query.get(name, ""))), None)
    return None


def host_of(url: str) -> str:
    """Give the host of an address in small letters, without www; empty if it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def archived_page(url: str) -> str | None:
    """Give the page whose copy a web archive keeps at this address.

    None if the address does not show it, such as the short ones of archive.ph, or is not that of an archive.
    """
    if host_of(url) not in WEB_ARCHIVES:
        return None
    kept = "/" + url.split("//", 1)[1].partition("/")[2]
    if shown := _ARCHIVED.search(kept) or _ARCHIVED.search(unquote(kept)):
        return f"{shown['scheme'].split(':')[0].lower()}://{shown['page']}"
    shown = _WAYBACK.match(kept)
    return f"https://{shown['page']}" if shown else None


def _elsewhere(text: str) -> tuple[str, dict[str, str]]:
    """Say what is before, after or inside the address: the form of the message, and its values."""
    if "\\" in text and _good(text.replace("\\", "")):
        return "/backslashes", {"cured": _short(text.replace("\\", ""))}
    words = text.split()
    begun = _BEGIN.match(text)
    within = _MARKUP.fullmatch(text)
    alone = within["address"] if within else text.strip(_AROUND)
    if alone != text and _good(alone):
        return "/signs", {"cured": _short(alone)}
    if _AGAIN.search(text) and begun:
        return "/two", {}
    if begun and not text.startswith(("https://", "http://")):
        return "/capitals", {"scheme": begun[0].lower()}
    inside = [word for word in words if _good(word)]
    if len(words) > 1 and not begun and len(inside) == 1:
        return "/words", {"cured": _short(inside[0])}
    if len(words) > 1 and begun:
        return "/space", {}
    if begun and (sign := _FORBIDDEN.search(text)):
        return "/sign", {"sign": sign[0], "number": f"{ord(sign[0]):02X}"}
    return "", {}


def _host(host: str) -> tuple[str | None, dict[str, str]]:
    """Say what is wrong with the name between `//` and the next `/`: form and values; None if it can be a host."""
    port = _PORT.search(host)
    name = host[: port.start()] if port else host
    if not name:
        return "", {}
    if "@" in name:
        return "/user", {}
    labels = name.split(".")
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)):
        return "/host", {"host": _short(name)}
    if port and not 0 < int(port[1][:6]) <= 65_535:
        return "/port", {"port": _short(port[1])}
    return None, {}


def _good(text: str) -> bool:
    match = _ADDRESS.fullmatch(text)
    return match is not None and not _AGAIN.search(text) and _host(match["host"])[0] is None


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
