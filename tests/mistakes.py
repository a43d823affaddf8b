"""The mistakes people make; what `check` finds; and what the file means after somebody has followed the messages.

A row is `row(name, file, right, typed, *told, meant=…, cure=…)`:

- `right` is a text of the tiny dataset (`tests/tiny`) in `file`, and `typed` is what somebody typed instead. If `right`
  is None, `typed` is the whole file: its bytes, a `FOLDER`, or None for no file at all.
- `told` is a line for each problem that `check` finds, as `told_in` writes it: file, line, column, record and code. The
  texts of the messages are in `tests/catalogue.txt`.
- `meant` is what should have been typed instead of `right`; it gives the intended records. By default it is `right`
  itself: the mistake was made in a good file. The text may have any form, because only the records are compared.
- `cure` is what replaces `typed` after the messages were followed, or `AS_IT_WAS` for a whole file. By default, the
  test follows the messages itself: `tests/cures.py` knows what "write …", "delete …" and "indent …" do at a place. Give
  `cure` if only a person can follow the message, such as "keep one of them". Write exactly the result of the message,
  not a nicer one.

`typed`, `meant` and `cure` may also be a list of edits `(file, old, new)`, made one after another: `typed` and `meant`
in the tiny dataset, `cure` in the spoiled one.

`test_mistakes.py` makes each mistake, compares the problems and their places, and cures it as the messages say. Then
`check` must find nothing, and the records and articles must be those that were meant.
"""

from dataclasses import dataclass

from dashboard.records.model import Problem

FOLDER = "a folder"
AS_IT_WAS = "the file as it was"

Edits = list[tuple[str, str, str]]
"""Texts replaced in files: file, old, new."""


@dataclass(frozen=True)
class Mistake:
    """One row of the table; its parts are explained above."""

    name: str
    file: str
    right: str | None
    typed: str | bytes | Edits | None
    told: tuple[str, ...]
    meant: str | bytes | Edits | None = None
    cure: str | bytes | Edits | None = None


def told_in(problem: Problem) -> str:
    """Write file, line, column, record, code, and whether it is a warning: `events.yaml:3:1: a: tab`."""
    path = problem.path.partition("/")[2]
    warning = " (warning)" if problem.level == "warning" else ""
    return f"{path}:{problem.line}:{problem.column}: {problem.record}: {problem.code}{warning}"


def row(name: str, file: str, right: str | None, typed: str | bytes | Edits | None, *told: str, **rest) -> Mistake:
    """Write a row of the table without a bracket around the problems."""
    return Mistake(name, file, right, typed, told, **rest)


# One mistake is one paragraph.
# fmt: off
# ruff: noqa: E501
MISTAKES = (
    row(
        'tab indentation', 'events.yaml', '  label: Plan\n', '\tlabel: Plan\n',
        'events.yaml:53:1: events: tab-indents',
    ),
    row(
        'wrong indentation', 'events.yaml', '  label: Plan\n', '   label: Plan\n',
        'events.yaml:53:4: events: indent-too-small',
    ),
    row(
        'missing colon', 'events.yaml', 'label: Plan\n', 'label Plan\n',
        'events.yaml:53:3: events: colon-missing',
    ),
    row(
        'unclosed quote', 'events.yaml', 'next steps"', 'next steps',
        'events.yaml:52:10: events: quote-not-closed',
    ),
    row(
        'unclosed quote, with other quotes below', 'events.yaml', 'label: Dushanbe 2018', 'label: "Dushanbe 2018',
        'events.yaml:3:10: events: quote-not-closed',
    ),
    row(
        'words before the first record', 'events.yaml', '- id: 2018-dushanbe', 'Events\n# all of them\n- id: 2018-dushanbe',
        'events.yaml:1:1: events: words-before-records',
        cure='# all of them\n- id: 2018-dushanbe',
    ),
    row(
        'a colon and a space in an unquoted title', 'events.yaml', '"Plan: the next steps"', 'Plan: the next steps',
        'events.yaml:52:14: events: colon-in-value',
    ),
    row(
        'duplicate key', 'events.yaml', 'city: Dushanbe', 'label: Dushanbe',
        'events.yaml:9:3: 2018-dushanbe: key-given-twice',
        meant=[('events.yaml', '  city: Dushanbe\n', '')], cure=[('events.yaml', '  label: Dushanbe\n', '')],
    ),
    row(
        'unknown key', 'events.yaml', 'city: Dushanbe', 'ctiy: Dushanbe',
        'events.yaml:9:3: 2018-dushanbe: key-unknown',
    ),
    row(
        'missing required key', 'events.yaml', '  label: Plan\n', '',
        'events.yaml:51:3: 2019-plan: key-missing',
        cure=[('events.yaml', '  kind: follow-up', '  label: Plan\n  kind: follow-up')],
    ),
    row(
        'NO typed as a country', 'events.yaml', 'country: Tajikistan', 'country: NO',
        'events.yaml:10:12: 2018-dushanbe: name-is-a-code (warning)',
        meant='country: Norway', cure='country: Norway',
    ),
    row(
        'ON typed as a country', 'events.yaml', 'country: Tajikistan', 'country: ON',
        'events.yaml:10:12: 2018-dushanbe: name-is-a-code (warning)',
        meant='country: Canada', cure='country: Canada',
    ),
    row(
        'yes typed as a title', 'events.yaml', 'title: Countering Terrorism', 'title: yes',
        'events.yaml:2:10: 2018-dushanbe: name-is-a-code (warning)',
        cure='title: Countering Terrorism',
    ),
    row(
        '12:30 typed as a date', 'events.yaml', 'start: 2018-05-03', 'start: 12:30',
        'events.yaml:7:10: 2018-dushanbe: date-not-understood',
        cure='start: 2018-05-03',
    ),
    row(
        '0123 typed as an edition', 'events.yaml', 'edition: 1', 'edition: 0123',
        'events.yaml:6:12: 2018-dushanbe: number-not-whole',
        meant='edition: 123',
    ),
    row(
        '0123 typed as a day of publication', 'sources.yaml', 'published: 2018-05-03', 'published: 0123',
        'sources.yaml:5:14: khovar-2018: date-of-another-time',
        cure='published: 2018-05-03',
    ),
    row(
        '0123 typed as a date', 'events.yaml', 'start: 2018-05-03', 'start: 0123',
        'events.yaml:7:10: 2018-dushanbe: date-of-another-time',
        cure='start: 2018-05-03',
    ),
    row(
        '2018-5-4', 'events.yaml', 'start: 2018-05-03', 'start: 2018-5-4',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
        meant='start: 2018-05-04',
    ),
    row(
        '2018-04-31', 'events.yaml', 'start: 2018-05-03', 'start: 2018-04-31',
        'events.yaml:7:10: 2018-dushanbe: date-not-in-calendar',
        meant='start: 2018-04-30', cure='start: 2018-04-30',
    ),
    row(
        '03.05.2018', 'events.yaml', 'start: 2018-05-03', 'start: 03.05.2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'May 2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: May 2018\n  end: May 2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
        'events.yaml:8:8: 2018-dushanbe: date-in-other-words',
        meant='start: 2018-05\n  end: 2018-05',
    ),
    row(
        'end before start', 'events.yaml', 'end: 2018-05-04', 'end: 2018-05-02',
        'events.yaml:8:8: 2018-dushanbe: end-before-start',
        cure='end: 2018-05-04',
    ),
    row(
        'range with mixed precision', 'events.yaml', 'end: 2018-05-04', 'end: 2018-05',
        'events.yaml:8:8: 2018-dushanbe: end-not-as-precise',
        meant=[('events.yaml', 'start: 2018-05-03\n  end: 2018-05-04\n', 'start: 2018-05\n  end: 2018-05\n')], cure=[('events.yaml', 'start: 2018-05-03\n  end: 2018-05\n', 'start: 2018-05\n  end: 2018-05\n')],
    ),
    row(
        'unknown organizer', 'events.yaml', 'organizer: qatar', 'organizer: quatar',
        'events.yaml:20:18: 2018-dushanbe: id-unknown-perhaps-another',
    ),
    row(
        'unknown source', 'events.yaml', 'sources: [peninsula-2018]', 'sources: [peninsula-2019]',
        'events.yaml:23:17: 2018-dushanbe: id-unknown-perhaps-another',
    ),
    row(
        'unknown role', 'events.yaml', 'role: sponsor', 'role: sponser',
        'events.yaml:21:13: 2018-dushanbe: word-unknown',
    ),
    row(
        'unknown kind', 'events.yaml', 'kind: conference', 'kind: confrence',
        'events.yaml:4:9: 2018-dushanbe: word-unknown',
    ),
    row(
        'unknown confidence', 'events.yaml', 'confidence: disputed', 'confidence: dispute',
        'events.yaml:22:19: 2018-dushanbe: word-unknown',
    ),
    row(
        'theme spelt in two ways', 'events.yaml', '  outcomes:\n', '  themes: [terrorist financing, terrorist finacing]\n  outcomes:\n',
        'events.yaml:29:33: 2018-dushanbe: themes-almost-alike (warning)',
        meant='  themes: [terrorist financing, terrorist financing]\n  outcomes:\n', cure='  themes: [terrorist financing, terrorist financing]\n  outcomes:\n',
    ),
    row(
        'duplicate id', 'events.yaml', '- id: 2019-plan', '- id: 2018-side',
        'events.yaml:51:7: 2018-side: record-id-taken',
        cure=[('events.yaml', '- id: 2018-side\n  title: "Plan', '- id: 2019-plan\n  title: "Plan')],
    ),
    row(
        'id not matching its year', 'events.yaml', 'start: 2019-06', 'start: 2020-06',
        'events.yaml:51:7: 2019-plan: id-of-another-year',
        'events.yaml:57:8: 2019-plan: end-before-start',
        cure='start: 2019-06',
    ),
    row(
        'renamed id without alias', 'events.yaml', '- id: 2018-dushanbe', '- id: 2018-dushanbe-1',
        'CHANGES.yaml:3:12: record 1: change-id-lost',
        'articles/2018-dushanbe.md:1:1: 2018-dushanbe: article-of-lost-event',
        'disputes.yaml:2:10: qatar-role: id-lost-perhaps-renamed',
        'events.yaml:41:11: 2018-side: id-lost-perhaps-renamed',
        'sources.yaml:9:18: khovar-2018: id-lost-perhaps-renamed',
        'sources.yaml:18:18: osce-2018: id-lost-perhaps-renamed',
        'sources.yaml:27:18: peninsula-2018: id-lost-perhaps-renamed',
        'sources.yaml:35:18: asiaplus-2022: id-lost-perhaps-renamed',
        'events.yaml:1:3: 2018-dushanbe-1: article-missing (warning)',
        'events.yaml:1:3: 2018-dushanbe-1: change-missing-for-new-record (warning)',
        cure='- id: 2018-dushanbe',
    ),
    row(
        'role twice', 'events.yaml', 'organizer: qatar\n      role: sponsor', 'organizer: tajikistan\n      role: host',
        'disputes.yaml:4:14: qatar-role: dispute-concerns-nothing',
        'events.yaml:20:7: 2018-dushanbe: role-given-twice',
        'organizers.yaml:16:3: qatar: organizer-unused (warning)',
        cure=[('events.yaml', '    - organizer: tajikistan\n      role: host\n      confidence: disputed', '    - organizer: qatar\n      role: sponsor\n      confidence: disputed')],
    ),
    row(
        'organizer without any name', 'organizers.yaml', '  name: State of Qatar\n  short_name: Qatar\n', '',
        'organizers.yaml:16:3: qatar: key-missing',
        'organizers.yaml:16:3: qatar: key-missing',
        cure=[('organizers.yaml', '- id: qatar\n', '- id: qatar\n  name: State of Qatar\n  short_name: Qatar\n')],
    ),
    row(
        'organizer whose name is a space', 'organizers.yaml', 'name: State of Qatar', 'name: " "',
        'organizers.yaml:17:9: qatar: text-empty',
        cure='name: State of Qatar',
    ),
    row(
        'source without publisher', 'sources.yaml', '  publisher: Khovar\n', '',
        'sources.yaml:1:3: khovar-2018: key-missing',
        cure=[('sources.yaml', '  url: https://khovar.tj/1', '  publisher: Khovar\n  url: https://khovar.tj/1')],
    ),
    row(
        'source with javascript:', 'sources.yaml', 'https://khovar.tj/1', 'javascript:alert(1)',
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
        cure='https://khovar.tj/1',
    ),
    row(
        'source without scheme', 'sources.yaml', 'https://khovar.tj/1', 'www.khovar.tj/1',
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
        cure='https://khovar.tj/1',
    ),
    row(
        'published after accessed', 'sources.yaml', 'published: 2018-05-03', 'published: 2018-05-03\n  accessed: 2018-05-02',
        'sources.yaml:6:13: khovar-2018: source-read-before-published',
        meant='published: 2018-05-03\n  accessed: 2018-05-04', cure='published: 2018-05-03\n  accessed: 2018-05-04',
    ),
    row(
        'article for an unknown event', 'articles/2018-duschanbe.md', None, b'One [khovar-2018].\n',
        'articles/2018-duschanbe.md:1:1: 2018-duschanbe: article-of-unknown-event',
        cure=AS_IT_WAS,
    ),
    row(
        'event without article', 'articles/2019-plan.md', None, None,
        'events.yaml:51:3: 2019-plan: article-missing (warning)',
        cure=AS_IT_WAS,
    ),
    row(
        'citation of an unknown source', 'articles/2018-dushanbe.md', '[khovar-2018]', '[khovar-2081]',
        'articles/2018-dushanbe.md:1:25: 2018-dushanbe: id-unknown-perhaps-another',
    ),
    row(
        'citation never closed', 'articles/2018-dushanbe.md', '[khovar-2018]', '[khovar-2018',
        'articles/2018-dushanbe.md:1:25: 2018-dushanbe: citation-not-closed',
    ),
    row(
        'invisible character', 'events.yaml', 'city: Dushanbe', 'city: Dush\u200banbe',
        'events.yaml:9:13: events: character-hidden',
    ),
    row(
        'no-break space', 'events.yaml', 'title: Countering Terrorism', 'title: Countering\xa0Terrorism',
        'events.yaml:2:20: events: space-of-another-kind',
    ),
    row(
        'Cyrillic letter in a Latin acronym', 'organizers.yaml', 'short_name: OSCE', 'short_name: OS\u0421E',
        'organizers.yaml:12:17: organizers: word-of-two-alphabets',
    ),
    row(
        'Latin letter in a Cyrillic word', 'events.yaml', 'title: \u041f\u0435\u0440\u0435\u0433\u043e\u0432\u043e\u0440\u044b', 'title: \u041fe\u0440e\u0433\u043e\u0432\u043e\u0440\u044b',
        'events.yaml:68:11: events: word-of-two-alphabets',
    ),
    row(
        'letters of two alphabets that are not alike', 'articles/2018-dushanbe.md', 'Tajikistan', 'Taжikistan',
        'articles/2018-dushanbe.md:1:3: 2018-dushanbe: word-of-two-alphabets (warning)',
        cure='Tajikistan',
    ),
    row(
        'invisible character in an article', 'articles/2018-dushanbe.md', 'Tajikistan', 'Tajik\xadistan',
        'articles/2018-dushanbe.md:1:6: 2018-dushanbe: character-hidden',
    ),
    row(
        'trailing spaces', 'events.yaml', 'city: Dushanbe\n', 'city: Dushanbe  \n',
        'events.yaml:9:17: events: spaces-at-line-end (warning)',
    ),
    row(
        'Windows line ends', 'mirrors.yaml', None, b'- host: mirror.example\r\n  why: Copies newspapers.\r\n',
        'mirrors.yaml:1:23: mirrors: file-with-windows-line-ends (warning)',
        cure=AS_IT_WAS,
    ),
    row(
        'byte-order mark', 'mirrors.yaml', None, b'\xef\xbb\xbf- host: mirror.example\n  why: Copies newspapers.\n',
        'mirrors.yaml:1:1: mirrors: file-with-byte-order-mark',
        cure=AS_IT_WAS,
    ),
    row(
        'not UTF-8', 'mirrors.yaml', None, b'- host: mirror.example\n  why: Copies newsp\xe4pers.\n',
        'mirrors.yaml:2:20: mirrors: file-not-utf-8',
        cure=AS_IT_WAS,
    ),
    row(
        'empty file', 'organizers.yaml', None, b'',
        'organizers.yaml:1:1: organizers: list-file-empty',
        cure=AS_IT_WAS,
    ),
    row(
        'a list where a mapping belongs', 'process.yaml', None, b'- name: Dushanbe Process\n',
        'process.yaml:1:1: process: file-of-another-shape',
        cure=AS_IT_WAS,
    ),
    row(
        'a mapping where a list belongs', 'mirrors.yaml', None, b'host: mirror.example\nwhy: Copies newspapers.\n',
        'mirrors.yaml:1:1: mirrors: file-of-another-shape',
        cure=AS_IT_WAS,
    ),
    row(
        'alias bomb', 'mirrors.yaml', None, b'- &a [x, x, x, x]\n- &b [*a, *a, *a, *a]\n- &c [*b, *b, *b, *b]\n',
        'mirrors.yaml:1:3: record 1: yaml-anchor',
        'mirrors.yaml:1:3: record 1: record-not-of-keys',
        'mirrors.yaml:2:3: record 2: yaml-anchor',
        'mirrors.yaml:2:3: record 2: record-not-of-keys',
        'mirrors.yaml:2:7: record 2: yaml-alias-of-list',
        'mirrors.yaml:2:11: record 2: yaml-alias-of-list',
        'mirrors.yaml:2:15: record 2: yaml-alias-of-list',
        'mirrors.yaml:2:19: record 2: yaml-alias-of-list',
        'mirrors.yaml:3:3: record 3: yaml-anchor',
        'mirrors.yaml:3:3: record 3: record-not-of-keys',
        'mirrors.yaml:3:7: record 3: yaml-alias',
        'mirrors.yaml:3:11: record 3: yaml-alias',
        'mirrors.yaml:3:15: record 3: yaml-alias',
        'mirrors.yaml:3:19: record 3: yaml-alias',
        cure=AS_IT_WAS,
    ),
    row(
        'file over the size limit', 'mirrors.yaml', None, b'#' * 20_000_001,
        'mirrors.yaml:1:1: mirrors: file-too-long',
        cure=AS_IT_WAS,
    ),
    row(
        'directory instead of a file', 'mirrors.yaml', None, FOLDER,
        'mirrors.yaml:1:1: mirrors: file-is-folder',
        cure=AS_IT_WAS,
    ),
    row(
        '05/13/2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 05/13/2018\n  end: 05/14/2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
        'events.yaml:8:8: 2018-dushanbe: date-in-other-words',
        meant='start: 2018-05-13\n  end: 2018-05-14',
    ),
    row(
        'a long dash in a date', 'events.yaml', 'start: 2018-05-03', 'start: 2018–05–03',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'curly quotes around a date', 'events.yaml', 'start: 2018-05-03', 'start: “2018-05-03”',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        '20180503', 'events.yaml', 'start: 2018-05-03', 'start: 20180503',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a date with the time of day', 'events.yaml', 'start: 2018-05-03', 'start: 2018-05-03 10:00',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'about May 2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: about May 2018\n  end: about May 2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
        'events.yaml:8:8: 2018-dushanbe: date-in-other-words',
        meant='start: 2018-05~\n  end: 2018-05~',
    ),
    row(
        'digits of another script', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: ٢٠١٨\n  end: ٢٠١٨',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
        'events.yaml:8:8: 2018-dushanbe: date-in-other-words',
        meant='start: 2018\n  end: 2018',
    ),
    row(
        'curly quotes around a city', 'events.yaml', '  city: Dushanbe\n', '  city: “Dushanbe”\n',
        'events.yaml:9:9: 2018-dushanbe: name-in-curly-quotes (warning)',
        cure='  city: Dushanbe\n',
    ),
    row(
        'guillemets around a label', 'events.yaml', 'label: Dushanbe 2018', 'label: «Dushanbe 2018»',
        'events.yaml:3:10: 2018-dushanbe: name-in-curly-quotes (warning)',
        cure='label: Dushanbe 2018',
    ),
    row(
        'a comma after a city', 'events.yaml', '  city: Dushanbe\n', '  "city": Dushanbe,\n',
        'events.yaml:9:11: 2018-dushanbe: name-ends-with-sign (warning)',
    ),
    row(
        'a number sign in a title without quotes', 'events.yaml', 'title: Countering Terrorism', 'title: Countering Terrorism #3 of 5',
        'events.yaml:2:31: 2018-dushanbe: text-read-as-note (warning)',
        meant='title: "Countering Terrorism #3 of 5"',
    ),
    row(
        'a number sign in a title with other quotes', 'events.yaml', 'title: Countering Terrorism', 'title: The "Dialogue" #3',
        'events.yaml:2:25: 2018-dushanbe: text-read-as-note (warning)',
        meant='title: \'The "Dialogue" #3\'',
    ),
    row(
        'a number sign that begins a title', 'events.yaml', 'title: Countering Terrorism', 'title: #3 of 5',
        'events.yaml:2:10: 2018-dushanbe: text-read-as-note',
        meant='title: "#3 of 5"', cure='title: "#3 of 5"',
    ),
    row(
        'a number sign in a list', 'events.yaml', '  outcomes:\n', '  themes:\n    - panel #3\n  outcomes:\n',
        'events.yaml:30:13: 2018-dushanbe: text-read-as-note (warning)',
        meant='  themes:\n    - "panel #3"\n  outcomes:\n',
    ),
    row(
        'two sources in one pair of brackets', 'articles/2018-dushanbe.md', '[khovar-2018] [osce-2018].', '[khovar-2018, osce-2018].',
        'articles/2018-dushanbe.md:1:25: 2018-dushanbe: citation-of-several-ids',
    ),
    row(
        'a full stop before the brackets', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people. [khovar-2018]',
        'articles/2018-dushanbe.md:2:19: 2018-dushanbe: full-stop-before-citation',
        cure='counted 400 people [khovar-2018].',
    ),
    row(
        'no full stop after the brackets', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people [khovar-2018]',
        'articles/2018-dushanbe.md:1:52: 2018-dushanbe: full-stop-missing',
        cure='counted 400 people [khovar-2018].',
    ),
    row(
        'double brackets', 'articles/2018-dushanbe.md', '[khovar-2018] [osce-2018].', '[[khovar-2018]] [osce-2018].',
        'articles/2018-dushanbe.md:1:25: 2018-dushanbe: citation-in-two-brackets',
    ),
    row(
        'a title in an article', 'articles/2018-dushanbe.md', 'Tajikistan was', '# Dushanbe 2018\n\nTajikistan was',
        'articles/2018-dushanbe.md:1:1: 2018-dushanbe: article-with-title',
        cure='Tajikistan was',
    ),
    row(
        'front matter in an article', 'articles/2018-dushanbe.md', 'Tajikistan was', '---\ntitle: Dushanbe 2018\n---\n\nTajikistan was',
        'articles/2018-dushanbe.md:1:1: 2018-dushanbe: article-with-front-matter',
        cure='Tajikistan was',
    ),
    row(
        'a page beside the id in brackets', 'articles/2018-dushanbe.md', 'people [khovar-2018].', 'people [khovar-2018, p. 3].',
        'articles/2018-dushanbe.md:2:20: 2018-dushanbe: citation-with-other-words',
        cure='people [khovar-2018].',
    ),
    row(
        'a word in brackets in a quotation', 'articles/2018-dushanbe.md', 'We go on,"', 'We [sic] go on,"',
        'articles/2018-dushanbe.md:1:67: 2018-dushanbe: bracket-without-id',
        meant='We (sic) go on,"', cure='We (sic) go on,"',
    ),
    row(
        'brackets without a sentence', 'articles/2018-dushanbe.md', 'people [khovar-2018].', 'people [khovar-2018].\n\n[osce-2018].',
        'articles/2018-dushanbe.md:4:1: 2018-dushanbe: citation-without-sentence',
        cure='people [khovar-2018].',
    ),
    row(
        'a source in a heading', 'articles/2018-dushanbe.md', '## Who paid', '## Who paid [osce-2018]',
        'articles/2018-dushanbe.md:4:13: 2018-dushanbe: heading-with-citation',
        cure='## Who paid',
    ),
    row(
        'signs behind a heading', 'articles/2018-dushanbe.md', '## Who paid', '## Who paid ##',
        'articles/2018-dushanbe.md:4:13: 2018-dushanbe: heading-with-signs-behind',
        cure='## Who paid',
    ),
    row(
        'a heading without sentences', 'articles/2018-dushanbe.md', '## Who paid', '## Who came\n\n## Who paid',
        'articles/2018-dushanbe.md:4:1: 2018-dushanbe: heading-without-sentences (warning)',
        cure='## Who paid',
    ),
    row(
        'a backslash in an article', 'articles/2018-dushanbe.md', 'Qatar, by one', 'Qatar\\, by one',
        'articles/2018-dushanbe.md:6:6: 2018-dushanbe: article-with-backslash (warning)',
        cure='Qatar, by one',
    ),
    row(
        'words struck through', 'articles/2018-dushanbe.md', 'Qatar, by one', '~~Qatar~~, by one',
        'articles/2018-dushanbe.md:6:1: 2018-dushanbe: article-with-emphasis (warning)',
        cure='Qatar, by one',
    ),
    row(
        'a heading of the third level', 'articles/2018-dushanbe.md', '## Who paid', '### Who paid',
        'articles/2018-dushanbe.md:4:1: 2018-dushanbe: heading-with-more-signs',
    ),
    row(
        'a heading without a space', 'articles/2018-dushanbe.md', '## Who paid', '##Who paid',
        'articles/2018-dushanbe.md:4:1: 2018-dushanbe: heading-without-space',
    ),
    row(
        'a comment in an article', 'articles/2018-dushanbe.md', '## Who paid', '<!-- to be written -->\n\n## Who paid',
        'articles/2018-dushanbe.md:4:1: 2018-dushanbe: article-with-comment',
        cure='## Who paid',
    ),
    row(
        'a list in an article', 'articles/2018-dushanbe.md', 'Qatar, by one', '- Qatar, by one',
        'articles/2018-dushanbe.md:6:1: 2018-dushanbe: article-with-list',
        cure='Qatar, by one',
    ),
    row(
        'bold letters in an article', 'articles/2018-dushanbe.md', 'Qatar, by one', '**Qatar**, by one',
        'articles/2018-dushanbe.md:6:1: 2018-dushanbe: article-with-emphasis (warning)',
        cure='Qatar, by one',
    ),
    row(
        'a link in an article', 'articles/2018-dushanbe.md', 'Qatar, by one', 'Qatar, by [one](https://khovar.tj/1)',
        'articles/2018-dushanbe.md:6:11: 2018-dushanbe: article-with-link',
        cure='Qatar, by one',
    ),
    row(
        'two versions of an article', 'articles/2018-dushanbe.md', '## Who paid\n', '<<<<<<< HEAD\n## Who paid\n=======\n## Who came\n>>>>>>> other\n',
        'articles/2018-dushanbe.md:4:1: 2018-dushanbe: conflict-of-two-versions',
        cure='## Who paid\n',
    ),
    row(
        'an article of one heading', 'articles/2018-side.md', None, b'## Who came\n',
        'articles/2018-side.md:1:1: 2018-side: article-without-sentences',
        cure=AS_IT_WAS,
    ),
    row(
        'an address in an article', 'articles/2018-dushanbe.md', 'Qatar, by one', 'Qatar (https://khovar.tj/1), by one',
        'articles/2018-dushanbe.md:6:8: 2018-dushanbe: article-with-address',
        cure='Qatar, by one',
    ),
    row(
        'three lines that begin with tabs', 'events.yaml', '  label: Plan\n  kind: follow-up\n  weight: minor\n', '\tlabel: Plan\n\tkind: follow-up\n\tweight: minor\n',
        'events.yaml:53:1: events: tab-indents',
        'events.yaml:54:1: events: tab-indents',
        'events.yaml:55:1: events: tab-indents',
    ),
)
