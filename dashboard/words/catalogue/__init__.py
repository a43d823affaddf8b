"""The texts of all messages about the data, each under a code that does not change when its text is improved.

A message says what is wrong and, after a semicolon, what to write. The code that finds a problem gives the code and
the values: `say("end-before-start", start=…, end=…)`. The texts are in the modules beside this one, by subject.

A message whose words depend on the case has a text for each form, all under its code: `word-unknown/meant` is a form of
`word-unknown`. So every text is here as a whole.
"""

from collections.abc import Mapping

from dashboard.words.catalogue import articles, dates, entries, history, lines, records, sources


class Message(str):
    """A text that knows its code. A text made from parts of it has no code, and is not a message."""

    code: str

    def __new__(cls, code: str, text: str) -> "Message":
        """Join a code and its text."""
        message = super().__new__(cls, text)
        message.code = code
        return message

    def __reduce__(self) -> tuple[type["Message"], tuple[str, str]]:
        """Give what makes an equal message, for copies."""
        return Message, (self.code, str(self))


class MessageError(ValueError):
    """A value is refused; `message` says why, and what to write."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


_MODULES = (lines, entries, dates, records, sources, articles, history)

TEXTS: Mapping[str, str] = {code: text for module in _MODULES for code, text in module.TEXTS.items()}
"""Code, or code and form → text, with the names of its values in braces."""

CODES = tuple(dict.fromkeys(key.partition("/")[0] for key in TEXTS))
"""The codes of all messages."""


def say(code: str, /, **values: object) -> Message:
    """Word a message; `code` may name a form, which the code of the message does not have.

    Raises
    ------
    KeyError
        If the catalogue has no such code, or its text needs a value that is not given.
    """
    return Message(code.partition("/")[0], TEXTS[code].format_map(values))
