"""Settings of the server: variables of the environment, read once at the start."""

import ipaddress
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FRAMES = "DASHBOARD_FRAMES"
EXPORTS = "DASHBOARD_EXPORTS_PER_MINUTE"
SESSIONS = "DASHBOARD_SESSIONS"
METRICS = "DASHBOARD_METRICS"
LOG = "DASHBOARD_LOG"
ADDRESSES = "DASHBOARD_LOG_ADDRESSES"
PROXIES = "FORWARDED_ALLOW_IPS"
"""The variable of uvicorn: the proxies whose headers about the client the server trusts."""

LOCAL = "127.0.0.1,::1"
"""The proxies that uvicorn trusts if nothing is set."""

USUAL_EXPORTS = 600
"""The default number of exports that one address gets in a minute. Many readers can share one address."""

USUAL_SESSIONS = 1000
"""The default number of readers who can be connected to one process at a time."""

_KEYWORDS = {"self": "'self'", "none": "'none'", "*": "*"}
_ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?", re.IGNORECASE)


class SettingError(ValueError):
    """A variable has a wrong value; the message says what to write."""


@dataclass(frozen=True)
class Settings:
    """The settings of the server.

    Attributes
    ----------
    frames
        Who may show the dashboard in a frame, as sources of `frame-ancestors`; empty for everybody.
    exports
        Exports that one address gets in a minute; 0 for any number.
    sessions
        Readers who can be connected at a time; 0 for any number.
    metrics
        Whether `/metrics` answers.
    log
        Whether each request becomes a line of JSON in the log.
    addresses
        Whether these lines have the addresses of readers.
    proxies
        The proxies whose headers about the client the server trusts.
    """

    frames: str = ""
    exports: int = USUAL_EXPORTS
    sessions: int = USUAL_SESSIONS
    metrics: bool = False
    log: bool = False
    addresses: bool = False
    proxies: tuple[str, ...] = ()


def read(environment: Mapping[str, str]) -> Settings:
    """Read the settings.

    Raises
    ------
    SettingError
        A value is wrong.
    """
    log = environment.get(LOG, "").strip().lower()
    if log not in ("", "json"):
        raise SettingError(f'{LOG} is "{environment[LOG]}"; write json, or leave it out')
    return Settings(
        frames=_frames(environment.get(FRAMES, "")),
        exports=_number(environment, EXPORTS, USUAL_EXPORTS),
        sessions=_number(environment, SESSIONS, USUAL_SESSIONS),
        metrics=_switch(environment, METRICS),
        log=log == "json",
        addresses=_switch(environment, ADDRESSES),
        proxies=tuple(_in_both_forms(environment.get(PROXIES, LOCAL))),
    )


def _frames(value: str) -> str:
    """Give the sources of `frame-ancestors`: `self https://example.org` → `'self' https://example.org`."""
    sources = []
    for word in value.split():
        source = _KEYWORDS.get(word.strip("'").lower()) or (word if _ORIGIN.fullmatch(word) else None)
        if source is None:
            raise SettingError(
                f'{FRAMES} has "{word}", which is not the address of a site; write self, none, or addresses '
                "such as https://example.org, with spaces between"
            )
        sources.append(source)
    if "'none'" in sources and len(sources) > 1:
        raise SettingError(f"{FRAMES} has none and others; write none alone, or leave it out")
    return "" if sources == ["*"] else " ".join(sources)


def _in_both_forms(hosts: str) -> Iterator[str]:
    """Give addresses and networks as they are, and those of IPv4 also as a socket of IPv6 names them.

    Streamlit listens at such a socket, and uvicorn compares texts: for it, `::ffff:127.0.0.1` is not `127.0.0.1`.
    """
    for host in filter(None, (part.strip() for part in hosts.split(","))):
        yield host
        try:
            network = ipaddress.ip_network(host)
        except ValueError:
            continue  # uvicorn knows further names, such as *
        if network.version == 4:
            mapped = f"::ffff:{network.network_address}"
            yield mapped if "/" not in host else f"{mapped}/{96 + network.prefixlen}"


def _number(environment: Mapping[str, str], name: str, usual: int) -> int:
    value = environment.get(name, "").strip()
    if not value:
        return usual
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise SettingError(f'{name} is "{value}"; write a number such as {usual}, or 0 for no limit')
    return int(value)


def _switch(environment: Mapping[str, str], name: str) -> bool:
    value = environment.get(name, "").strip()
    if value not in ("", "0", "1"):
        raise SettingError(f'{name} is "{value}"; write 1 for on, or 0 for off')
    return value == "1"
