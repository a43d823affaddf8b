"""What a page receives from its server."""

import base64
from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page


@dataclass
class Received:
    """The bytes received, and the number of answers: answers of HTTP, and messages over a web socket."""

    bytes: int = 0
    answers: int = 0

    def __add__(self, other: "Received") -> "Received":
        return Received(self.bytes + other.bytes, self.answers + other.answers)


class Traffic:
    """Counts what a page receives over the network, including web sockets."""

    def __init__(self, session: CDPSession) -> None:
        self._session = session
        self._received = Received()
        session.on("Network.webSocketFrameReceived", lambda event: self._frame(event["response"]))
        session.on("Network.loadingFinished", lambda event: self._add(event["encodedDataLength"]))
        session.send("Network.enable")

    @classmethod
    def of(cls, page: Page) -> "Traffic":
        """Start to count what a page receives."""
        return cls(page.context.new_cdp_session(page))

    def _frame(self, frame: dict) -> None:
        text = frame["payloadData"]
        self._add(len(text.encode() if frame["opcode"] == 1 else base64.b64decode(text)))

    def _add(self, size: float) -> None:
        self._received.bytes += int(size)
        self._received.answers += 1

    def take(self) -> Received:
        """Give what was received since the last call."""
        received, self._received = self._received, Received()
        return received
