"""Limits, so that one reader does not overload the server for the others. Each refusal is a sentence.

There are limits for the length of an address, for the exports that one network address gets in a minute, for the
exports that are made at a time (the others wait, without holding a thread), for the time until an export begins, and
for the readers who are connected.
"""

import asyncio
import ipaddress
import math
import re
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.answers import refusal
from dashboard.words.counting import counted

LONGEST = 8_000
"""The most bytes of an address, from the first slash of its path on."""

MINUTE = 60
"""The seconds in which exports are counted."""

AT_ONCE = 2
"""Exports that are made at a time. Chrome prints one PDF at a time beside them."""

WAIT = 30
"""The most seconds that an export waits for its turn."""

LONGEST_WORK = 90
"""The most seconds until an export begins. Chrome has 60 seconds for each step of a PDF."""

_EXPORT = re.compile(r"(?:/trial/[^/]+)?/export/")


class Limits:
    """Refuses what is too long, too much or too often; `exports` and `sessions` are 0 for any number."""

    def __init__(
        self,
        app: ASGIApp,
        base: str = "",
        exports: int = 0,
        sessions: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.app, self.base, self.exports, self.sessions, self.clock = app, base, exports, sessions, clock
        self.connected = 0
        self._asked: Counter[str] = Counter()
        self._since = clock()
        self._turns, self._prints = asyncio.Semaphore(AT_ONCE), asyncio.Semaphore(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._connect(scope, receive, send)
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        elif _length(scope) > LONGEST:
            await refusal(f"This address is longer than {LONGEST:,} characters. Choose fewer filters.", 414)(
                scope, receive, send
            )
        elif _EXPORT.match(scope["path"].removeprefix(self.base)):
            await self._export(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _connect(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.sessions and self.connected >= self.sessions:
            await receive()
            # Refuse the handshake: then Streamlit's page waits longer before each further attempt. If the connection
            # were accepted and closed at once, the page would try again every half second, for ever.
            room = counted(self.sessions, "reader")
            words = f"There is no room for more than {room} at a time. Try it again later."
            await refusal(words, 503, MINUTE)(scope, receive, send)
            return
        self.connected += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.connected -= 1

    async def _export(self, scope: Scope, receive: Receive, send: Send) -> None:
        if seconds := self._seconds_to_wait(scope):
            words = f"Your network address asked for more than {self.exports} files in a minute. Try it again later."
            await refusal(words, 429, seconds)(scope, receive, send)
            return
        turns = self._prints if scope["path"].endswith(".pdf") else self._turns
        try:
            await asyncio.wait_for(turns.acquire(), WAIT)
        except TimeoutError:
            words = "The server is making files for other readers. Try it again in a minute."
            await refusal(words, 503, MINUTE)(scope, receive, send)
            return
        made = asyncio.Event()
        refused = False

        def leave() -> None:
            if not made.is_set():
                made.set()
                turns.release()

        async def answer(message: Message) -> None:
            leave()  # nobody waits for a slow reader
            if not refused:
                await send(message)

        async def work() -> None:
            try:
                await self.app(scope, receive, answer)
            finally:
                leave()

        # The work of a thread cannot be stopped. After a refusal it goes on, and its turn is not free before it ends.
        task = asyncio.ensure_future(work())
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(made.wait(), LONGEST_WORK)
            refused = not made.is_set()
            if refused:
                words = f"This file was not ready after {LONGEST_WORK} seconds. Try it again later."
                await refusal(words, 503, MINUTE)(scope, receive, send)
            await task
        except asyncio.CancelledError:
            task.cancel()
            raise

    def _seconds_to_wait(self, scope: Scope) -> int:
        """Count an export, and give the seconds after which the address gets one again; 0 if it gets this one."""
        if not self.exports:
            return 0
        passed = self.clock() - self._since
        if passed >= MINUTE:
            self._asked.clear()
            self._since, passed = self.clock(), 0
        network = network_of(scope)
        self._asked[network] += 1
        return max(math.ceil(MINUTE - passed), 1) if self._asked[network] > self.exports else 0


def network_of(scope: Scope) -> str:
    """Give the network address of a reader. One with IPv6 has 2^64 addresses, so their network counts as one."""
    host: str = (scope.get("client") or ("", 0))[0]
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((int(address), 64), strict=False))
    return host


def _length(scope: Scope) -> int:
    return len(scope.get("raw_path") or scope["path"].encode()) + len(scope.get("query_string", b""))
