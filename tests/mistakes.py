"""The mistakes people make; what `check` then prints; and what the file means after whoever reads it has followed it.

A row is `row(name, file, right, typed, *told, meant=…, cure=…)`:

- `right` is a text of the tiny dataset (`tests/tiny`) in `file`, and `typed` is what somebody typed in its place. Where
  `right` is None, `typed` is the whole file: its bytes, a `FOLDER`, or None for no file at all.
- `told` are all lines that `check` prints, without the folder in front.
- `meant` is what should have been typed in the place of `right`; it gives the records intended. Left out, it is `right`
  itself: the mistake was made in a good file. The text may have any form, for only the records are compared.
- `cure` is what stands in the place of `typed` once the messages were followed, or `AS_IT_WAS` for a whole file. Left
  out, the test follows them itself: `tests/cures.py` knows what "write …", "delete …" and "indent …" do at a place. Give
  it where only a person can follow the words, such as "keep one of them", and write exactly what the words lead to, not
  what would be nicer.

`typed`, `meant` and `cure` may also be a list of edits `(file, old, new)`, made one after another: `typed` and `meant`
in the tiny dataset, `cure` in the spoiled one.

`test_mistakes.py` makes each mistake, compares what is told to the letter, cures it, and asks two things: that `check`
finds nothing any more, and that the records and articles are those that were meant.
"""

from dataclasses import dataclass

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


def row(name: str, file: str, right: str | None, typed: str | bytes | Edits | None, *told: str, **rest) -> Mistake:
    """Write a row of the table without a bracket around what is told."""
    return Mistake(name, file, right, typed, told, **rest)


# One mistake is one paragraph; wrapped, the messages could no longer be compared by eye.
# fmt: off
# ruff: noqa: E501
MISTAKES = (
    row(
        'tab indentation', 'events.yaml', '  label: Plan\n', '\tlabel: Plan\n',
        'events.yaml:53:1: events: the line begins with a tab; indent it with spaces',
    ),
    row(
        'wrong indentation', 'events.yaml', '  label: Plan\n', '   label: Plan\n',
        'events.yaml:53:4: events: indent "label" by 2 spaces, as elsewhere in this file',
    ),
    row(
        'missing colon', 'events.yaml', 'label: Plan\n', 'label Plan\n',
        'events.yaml:53:3: events: "label Plan" has no colon; write "label: Plan"',
    ),
    row(
        'unclosed quote', 'events.yaml', 'next steps"', 'next steps',
        'events.yaml:52:10: events: the quote that begins here is never closed; write the same quote at its end',
    ),
    row(
        'unclosed quote, with other quotes below', 'events.yaml', 'label: Dushanbe 2018', 'label: "Dushanbe 2018',
        'events.yaml:3:10: events: the quote that begins here is never closed; write the same quote at its end',
    ),
    row(
        'words before the first record', 'events.yaml', '- id: 2018-dushanbe', 'Events\n# all of them\n- id: 2018-dushanbe',
        'events.yaml:1:1: events: "Events" is not part of a record; delete it, or write "- " or "# " before it',
        cure='# all of them\n- id: 2018-dushanbe',
    ),
    row(
        'a colon and a space in an unquoted title', 'events.yaml', '"Plan: the next steps"', 'Plan: the next steps',
        'events.yaml:52:14: events: a value with a colon needs quotes; write title: "Plan: the next steps"',
    ),
    row(
        'duplicate key', 'events.yaml', 'city: Dushanbe', 'label: Dushanbe',
        'events.yaml:9:3: 2018-dushanbe: "label" was given before, on line 3; keep one of the two',
        meant=[('events.yaml', '  city: Dushanbe\n', '')], cure=[('events.yaml', '  label: Dushanbe\n', '')],
    ),
    row(
        'unknown key', 'events.yaml', 'city: Dushanbe', 'ctiy: Dushanbe',
        'events.yaml:9:3: 2018-dushanbe: "ctiy" is not a key of an event; if you meant "city", write that',
    ),
    row(
        'missing required key', 'events.yaml', '  label: Plan\n', '',
        'events.yaml:51:3: 2019-plan: "label" is missing; write "label: …" (short name for charts; unique)',
        cure=[('events.yaml', '  kind: follow-up', '  label: Plan\n  kind: follow-up')],
    ),
    row(
        'NO typed as a country', 'events.yaml', 'country: Tajikistan', 'country: NO',
        'events.yaml:10:12: 2018-dushanbe: "NO" is read as these letters, not as a name; write the country out, such as Norway (warning)',
        meant='country: Norway', cure='country: Norway',
    ),
    row(
        'ON typed as a country', 'events.yaml', 'country: Tajikistan', 'country: ON',
        'events.yaml:10:12: 2018-dushanbe: "ON" is read as these letters, not as a name; write the country out (warning)',
        meant='country: Canada', cure='country: Canada',
    ),
    row(
        'yes typed as a title', 'events.yaml', 'title: Countering Terrorism', 'title: yes',
        'events.yaml:2:10: 2018-dushanbe: "yes" is read as these letters, not as a name; write the title out (warning)',
        cure='title: Countering Terrorism',
    ),
    row(
        '12:30 typed as a date', 'events.yaml', 'start: 2018-05-03', 'start: 12:30',
        'events.yaml:7:10: 2018-dushanbe: "12:30" is not a date; write it as year-month-day, such as 2022-10-18 (2022-10 or 2022 if no more is known; ~ at the end means "about"); if it is not known, delete the line',
        cure='start: 2018-05-03',
    ),
    row(
        '0123 typed as an edition', 'events.yaml', 'edition: 1', 'edition: 0123',
        'events.yaml:6:12: 2018-dushanbe: "0123" is not a whole number; write 123',
        meant='edition: 123',
    ),
    row(
        '0123 typed as a day of publication', 'sources.yaml', 'published: 2018-05-03', 'published: 0123',
        'sources.yaml:5:14: khovar-2018: "0123" is in the year 123; write a year from 1800 to 2100, such as 2018',
        cure='published: 2018-05-03',
    ),
    row(
        '0123 typed as a date', 'events.yaml', 'start: 2018-05-03', 'start: 0123',
        'events.yaml:7:10: 2018-dushanbe: "0123" is in the year 123; write a year from 1800 to 2100, such as 2018',
        cure='start: 2018-05-03',
    ),
    row(
        '2018-5-4', 'events.yaml', 'start: 2018-05-03', 'start: 2018-5-4',
        'events.yaml:7:10: 2018-dushanbe: "2018-5-4" is not a date; write 2018-05-04',
        meant='start: 2018-05-04',
    ),
    row(
        '2018-04-31', 'events.yaml', 'start: 2018-05-03', 'start: 2018-04-31',
        'events.yaml:7:10: 2018-dushanbe: "2018-04-31" is not in the calendar; write a day from 01 to 30',
        meant='start: 2018-04-30', cure='start: 2018-04-30',
    ),
    row(
        '03.05.2018', 'events.yaml', 'start: 2018-05-03', 'start: 03.05.2018',
        'events.yaml:7:10: 2018-dushanbe: "03.05.2018" is not a date; write 2018-05-03 (year, month, day)',
    ),
    row(
        'May 2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: May 2018\n  end: May 2018',
        'events.yaml:7:10: 2018-dushanbe: "May 2018" is not a date; write 2018-05',
        'events.yaml:8:8: 2018-dushanbe: "May 2018" is not a date; write 2018-05',
        meant='start: 2018-05\n  end: 2018-05',
    ),
    row(
        'end before start', 'events.yaml', 'end: 2018-05-04', 'end: 2018-05-02',
        'events.yaml:8:8: 2018-dushanbe: the end 2018-05-02 is before the start 2018-05-03; exchange them, or correct one',
        cure='end: 2018-05-04',
    ),
    row(
        'range with mixed precision', 'events.yaml', 'end: 2018-05-04', 'end: 2018-05',
        'events.yaml:8:8: 2018-dushanbe: start "2018-05-03" and end "2018-05" differ in precision; write both by month',
        meant=[('events.yaml', 'start: 2018-05-03\n  end: 2018-05-04\n', 'start: 2018-05\n  end: 2018-05\n')], cure=[('events.yaml', 'start: 2018-05-03\n  end: 2018-05\n', 'start: 2018-05\n  end: 2018-05\n')],
    ),
    row(
        'unknown organizer', 'events.yaml', 'organizer: qatar', 'organizer: quatar',
        'events.yaml:20:18: 2018-dushanbe: "quatar" is not an id in organizers.yaml; add it to organizers.yaml; if you meant "qatar", write that',
    ),
    row(
        'unknown source', 'events.yaml', 'sources: [peninsula-2018]', 'sources: [peninsula-2019]',
        'events.yaml:23:17: 2018-dushanbe: "peninsula-2019" is not an id in sources.yaml; add it to sources.yaml; if its day is mistyped, there is "peninsula-2018"',
    ),
    row(
        'unknown role', 'events.yaml', 'role: sponsor', 'role: sponser',
        'events.yaml:21:13: 2018-dushanbe: "sponser" cannot stand for role; if you meant "sponsor", write that, else one of: host, organizer, co-organizer, co-host, lead, convener, chair, sponsor, supporter, partner, party, announcer, presenter',
    ),
    row(
        'unknown kind', 'events.yaml', 'kind: conference', 'kind: confrence',
        'events.yaml:4:9: 2018-dushanbe: "confrence" cannot stand for kind; if you meant "conference", write that, else one of: conference, declaration, side-event, preparation, follow-up, context',
    ),
    row(
        'unknown confidence', 'events.yaml', 'confidence: disputed', 'confidence: dispute',
        'events.yaml:22:19: 2018-dushanbe: "dispute" cannot stand for confidence; if you meant "disputed", write that, else one of: confirmed, single, disputed, inferred',
    ),
    row(
        'theme spelt in two ways', 'events.yaml', '  outcomes:\n', '  themes: [terrorist financing, terrorist finacing]\n  outcomes:\n',
        'events.yaml:29:33: 2018-dushanbe: "terrorist finacing" is almost "terrorist financing", a theme of "2018-dushanbe"; if it is the same, write "terrorist financing" in both (warning)',
        meant='  themes: [terrorist financing, terrorist financing]\n  outcomes:\n', cure='  themes: [terrorist financing, terrorist financing]\n  outcomes:\n',
    ),
    row(
        'duplicate id', 'events.yaml', '- id: 2019-plan', '- id: 2018-side',
        'events.yaml:51:7: 2018-side: "2018-side" is already the id of the record on line 36; give this one another',
        cure=[('events.yaml', '- id: 2018-side\n  title: "Plan', '- id: 2019-plan\n  title: "Plan')],
    ),
    row(
        'id not matching its year', 'events.yaml', 'start: 2019-06', 'start: 2020-06',
        'events.yaml:51:7: 2019-plan: the event starts in 2020, but the id is "2019-plan"; correct the start, or begin the id with 2020- and write "aliases: [2019-plan]"',
        'events.yaml:57:8: 2019-plan: the end 2019-06 is before the start 2020-06; exchange them, or correct one',
        cure='start: 2019-06',
    ),
    row(
        'renamed id without alias', 'events.yaml', '- id: 2018-dushanbe', '- id: 2018-dushanbe-1',
        'CHANGES.yaml:3:12: record 1: "2018-dushanbe" is no longer in events.yaml; if its id was changed, write "aliases: [2018-dushanbe]" in "2018-dushanbe-1"; if it was taken out, bring it back, and write withdrawn in it',
        'articles/2018-dushanbe.md:1:1: 2018-dushanbe: "2018-dushanbe" is no longer in events.yaml; if the id of its event was changed, name the file 2018-dushanbe-1.md; if the event was taken out, bring it back, and write withdrawn in it',
        'disputes.yaml:2:10: qatar-role: "2018-dushanbe" is no longer in events.yaml; if its id was changed, write "2018-dushanbe-1"; if it was taken out, bring it back, and write withdrawn in it',
        'events.yaml:41:11: 2018-side: "2018-dushanbe" is no longer in events.yaml; if its id was changed, write "2018-dushanbe-1"; if it was taken out, bring it back, and write withdrawn in it',
        'sources.yaml:9:18: khovar-2018: "2018-dushanbe" is no longer in events.yaml; if its id was changed, write "2018-dushanbe-1"; if it was taken out, bring it back, and write withdrawn in it',
        'sources.yaml:18:18: osce-2018: "2018-dushanbe" is no longer in events.yaml; if its id was changed, write "2018-dushanbe-1"; if it was taken out, bring it back, and write withdrawn in it',
        'sources.yaml:27:18: peninsula-2018: "2018-dushanbe" is no longer in events.yaml; if its id was changed, write "2018-dushanbe-1"; if it was taken out, bring it back, and write withdrawn in it',
        'sources.yaml:35:18: asiaplus-2022: "2018-dushanbe" is no longer in events.yaml; if its id was changed, write "2018-dushanbe-1"; if it was taken out, bring it back, and write withdrawn in it',
        'events.yaml:1:3: 2018-dushanbe-1: there is no article; write data/articles/2018-dushanbe-1.md (warning)',
        'events.yaml:1:3: 2018-dushanbe-1: no entry of CHANGES.yaml says when it was added; write one with "events: [2018-dushanbe-1]" (warning)',
        cure='- id: 2018-dushanbe',
    ),
    row(
        'role twice', 'events.yaml', 'organizer: qatar\n      role: sponsor', 'organizer: tajikistan\n      role: host',
        'disputes.yaml:4:14: qatar-role: "2018-dushanbe" has no date, role or figure called "role:qatar"; add it to the event, or write one of: date, opening, role:tajikistan, figure:participants',
        'events.yaml:20:7: 2018-dushanbe: "tajikistan" is host already; make it one entry, and say the rest in its note',
        'organizers.yaml:16:3: qatar: "qatar" has no role at any event; give it one, or withdraw it (warning)',
        cure=[('events.yaml', '    - organizer: tajikistan\n      role: host\n      confidence: disputed', '    - organizer: qatar\n      role: sponsor\n      confidence: disputed')],
    ),
    row(
        'organizer without any name', 'organizers.yaml', '  name: State of Qatar\n  short_name: Qatar\n', '',
        'organizers.yaml:16:3: qatar: "name" is missing; write "name: …" (name in full)',
        'organizers.yaml:16:3: qatar: "short_name" is missing; write "short_name: …" (label in charts and filters; unique)',
        cure=[('organizers.yaml', '- id: qatar\n', '- id: qatar\n  name: State of Qatar\n  short_name: Qatar\n')],
    ),
    row(
        'organizer whose name is a space', 'organizers.yaml', 'name: State of Qatar', 'name: " "',
        'organizers.yaml:17:9: qatar: "name" is an empty text; write something, or delete the line',
        cure='name: State of Qatar',
    ),
    row(
        'source without publisher', 'sources.yaml', '  publisher: Khovar\n', '',
        'sources.yaml:1:3: khovar-2018: "publisher" is missing; write "publisher: …" (who published it)',
        cure=[('sources.yaml', '  url: https://khovar.tj/1', '  publisher: Khovar\n  url: https://khovar.tj/1')],
    ),
    row(
        'source with javascript:', 'sources.yaml', 'https://khovar.tj/1', 'javascript:alert(1)',
        'sources.yaml:4:8: khovar-2018: "javascript:alert(1)" is not a web address; write it whole, beginning with https:// or http://',
        cure='https://khovar.tj/1',
    ),
    row(
        'source without scheme', 'sources.yaml', 'https://khovar.tj/1', 'www.khovar.tj/1',
        'sources.yaml:4:8: khovar-2018: "www.khovar.tj/1" is not a web address; write it whole, beginning with https:// or http://',
        cure='https://khovar.tj/1',
    ),
    row(
        'published after accessed', 'sources.yaml', 'published: 2018-05-03', 'published: 2018-05-03\n  accessed: 2018-05-02',
        'sources.yaml:6:13: khovar-2018: was read on 2018-05-02, but published on 2018-05-03; correct one of the two',
        meant='published: 2018-05-03\n  accessed: 2018-05-04', cure='published: 2018-05-03\n  accessed: 2018-05-04',
    ),
    row(
        'article for an unknown event', 'articles/2018-duschanbe.md', None, b'One [khovar-2018].\n',
        'articles/2018-duschanbe.md:1:1: 2018-duschanbe: "2018-duschanbe" is not an id in events.yaml; if it is a copy of 2018-dushanbe.md, delete it, or move it out of the folder; else add the event',
        cure=AS_IT_WAS,
    ),
    row(
        'event without article', 'articles/2019-plan.md', None, None,
        'events.yaml:51:3: 2019-plan: there is no article; write data/articles/2019-plan.md (warning)',
        cure=AS_IT_WAS,
    ),
    row(
        'citation of an unknown source', 'articles/2018-dushanbe.md', '[khovar-2018]', '[khovar-2081]',
        'articles/2018-dushanbe.md:1:25: 2018-dushanbe: "[khovar-2081]" is not an id in sources.yaml; add it to sources.yaml; if its day is mistyped, there is "[khovar-2018]"',
    ),
    row(
        'citation never closed', 'articles/2018-dushanbe.md', '[khovar-2018]', '[khovar-2018',
        'articles/2018-dushanbe.md:1:25: 2018-dushanbe: the bracket before "khovar-2018" is never closed; write "]" after the id',
    ),
    row(
        'invisible character', 'events.yaml', 'city: Dushanbe', 'city: Dush\u200banbe',
        'events.yaml:9:13: events: U+200B (zero width space) cannot be seen; delete it',
    ),
    row(
        'no-break space', 'events.yaml', 'title: Countering Terrorism', 'title: Countering\xa0Terrorism',
        'events.yaml:2:20: events: U+00A0 (no-break space) only looks like a space; write a plain space',
    ),
    row(
        'Cyrillic letter in a Latin acronym', 'organizers.yaml', 'short_name: OSCE', 'short_name: OS\u0421E',
        'organizers.yaml:12:17: organizers: "OSСE" mixes alphabets: "С" is a cyrillic capital letter es; write "OSCE"',
    ),
    row(
        'Latin letter in a Cyrillic word', 'events.yaml', 'title: \u041f\u0435\u0440\u0435\u0433\u043e\u0432\u043e\u0440\u044b', 'title: \u041fe\u0440e\u0433\u043e\u0432\u043e\u0440\u044b',
        'events.yaml:68:11: events: "Пeрeговоры" mixes alphabets: "e" is a latin small letter e; write "Переговоры"',
    ),
    row(
        'letters of two alphabets that are not alike', 'articles/2018-dushanbe.md', 'Tajikistan', 'Taжikistan',
        'articles/2018-dushanbe.md:1:3: 2018-dushanbe: "Taжikistan" mixes alphabets: "ж" is a cyrillic small letter zhe; write the word in one alphabet (warning)',
        cure='Tajikistan',
    ),
    row(
        'invisible character in an article', 'articles/2018-dushanbe.md', 'Tajikistan', 'Tajik\xadistan',
        'articles/2018-dushanbe.md:1:6: 2018-dushanbe: U+00AD (soft hyphen) cannot be seen; delete it',
    ),
    row(
        'trailing spaces', 'events.yaml', 'city: Dushanbe\n', 'city: Dushanbe  \n',
        'events.yaml:9:17: events: the line ends with spaces; delete them (warning)',
    ),
    row(
        'Windows line ends', 'mirrors.yaml', None, b'- host: mirror.example\r\n  why: Copies newspapers.\r\n',
        'mirrors.yaml:1:23: mirrors: lines end as on Windows; save the file with Unix line ends (LF) (warning)',
        cure=AS_IT_WAS,
    ),
    row(
        'byte-order mark', 'mirrors.yaml', None, b'\xef\xbb\xbf- host: mirror.example\n  why: Copies newspapers.\n',
        'mirrors.yaml:1:1: mirrors: begins with a byte order mark; save the file as UTF-8 without BOM',
        cure=AS_IT_WAS,
    ),
    row(
        'not UTF-8', 'mirrors.yaml', None, b'- host: mirror.example\n  why: Copies newsp\xe4pers.\n',
        'mirrors.yaml:2:20: mirrors: the file is not saved as UTF-8 text (byte 0xE4); in the editor choose Save with encoding, and there UTF-8',
        cure=AS_IT_WAS,
    ),
    row(
        'empty file', 'organizers.yaml', None, b'',
        'organizers.yaml:1:1: organizers: is empty; write records into it, or [] for none',
        cure=AS_IT_WAS,
    ),
    row(
        'a list where a mapping belongs', 'process.yaml', None, b'- name: Dushanbe Process\n',
        'process.yaml:1:1: process: the file does not hold what it should; write keys such as "name: …", without dashes',
        cure=AS_IT_WAS,
    ),
    row(
        'a mapping where a list belongs', 'mirrors.yaml', None, b'host: mirror.example\nwhy: Copies newspapers.\n',
        'mirrors.yaml:1:1: mirrors: the file does not hold what it should; write a list of records, each beginning with "- "',
        cure=AS_IT_WAS,
    ),
    row(
        'alias bomb', 'mirrors.yaml', None, b'- &a [x, x, x, x]\n- &b [*a, *a, *a, *a]\n- &c [*b, *b, *b, *b]\n',
        'mirrors.yaml:1:3: record 1: "&a" is a mark of YAML and no part of the value; delete it',
        'mirrors.yaml:1:3: record 1: the entry is not a record; write "- " and then its keys, or delete it',
        'mirrors.yaml:2:3: record 2: "&b" is a mark of YAML and no part of the value; delete it',
        'mirrors.yaml:2:3: record 2: the entry is not a record; write "- " and then its keys, or delete it',
        'mirrors.yaml:2:7: record 2: "*a" stands for the list on line 1; write [x, x, x, x]',
        'mirrors.yaml:2:11: record 2: "*a" stands for the list on line 1; write [x, x, x, x]',
        'mirrors.yaml:2:15: record 2: "*a" stands for the list on line 1; write [x, x, x, x]',
        'mirrors.yaml:2:19: record 2: "*a" stands for the list on line 1; write [x, x, x, x]',
        'mirrors.yaml:3:3: record 3: "&c" is a mark of YAML and no part of the value; delete it',
        'mirrors.yaml:3:3: record 3: the entry is not a record; write "- " and then its keys, or delete it',
        'mirrors.yaml:3:7: record 3: "*b" stands for what is on line 2; write that out here',
        'mirrors.yaml:3:11: record 3: "*b" stands for what is on line 2; write that out here',
        'mirrors.yaml:3:15: record 3: "*b" stands for what is on line 2; write that out here',
        'mirrors.yaml:3:19: record 3: "*b" stands for what is on line 2; write that out here',
        cure=AS_IT_WAS,
    ),
    row(
        'file over the size limit', 'mirrors.yaml', None, b'#' * 2_000_001,
        'mirrors.yaml:1:1: mirrors: has more than 2,000,000 bytes; take out what is not data',
        cure=AS_IT_WAS,
    ),
    row(
        'directory instead of a file', 'mirrors.yaml', None, FOLDER,
        'mirrors.yaml:1:1: mirrors: is a folder; a file belongs here',
        cure=AS_IT_WAS,
    ),
    row(
        '05/13/2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 05/13/2018\n  end: 05/14/2018',
        'events.yaml:7:10: 2018-dushanbe: "05/13/2018" is not a date; write 2018-05-13 (year, month, day)',
        'events.yaml:8:8: 2018-dushanbe: "05/14/2018" is not a date; write 2018-05-14 (year, month, day)',
        meant='start: 2018-05-13\n  end: 2018-05-14',
    ),
    row(
        'a long dash in a date', 'events.yaml', 'start: 2018-05-03', 'start: 2018–05–03',
        'events.yaml:7:10: 2018-dushanbe: "2018–05–03" is not a date; write 2018-05-03',
    ),
    row(
        'curly quotes around a date', 'events.yaml', 'start: 2018-05-03', 'start: “2018-05-03”',
        'events.yaml:7:10: 2018-dushanbe: "“2018-05-03”" is not a date; write 2018-05-03',
    ),
    row(
        '20180503', 'events.yaml', 'start: 2018-05-03', 'start: 20180503',
        'events.yaml:7:10: 2018-dushanbe: "20180503" is not a date; write 2018-05-03',
    ),
    row(
        'a date with the time of day', 'events.yaml', 'start: 2018-05-03', 'start: 2018-05-03 10:00',
        'events.yaml:7:10: 2018-dushanbe: "2018-05-03 10:00" is not a date; write 2018-05-03',
    ),
    row(
        'about May 2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: about May 2018\n  end: about May 2018',
        'events.yaml:7:10: 2018-dushanbe: "about May 2018" is not a date; write 2018-05~',
        'events.yaml:8:8: 2018-dushanbe: "about May 2018" is not a date; write 2018-05~',
        meant='start: 2018-05~\n  end: 2018-05~',
    ),
    row(
        'digits of another script', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: ٢٠١٨\n  end: ٢٠١٨',
        'events.yaml:7:10: 2018-dushanbe: "٢٠١٨" is not a date; write 2018',
        'events.yaml:8:8: 2018-dushanbe: "٢٠١٨" is not a date; write 2018',
        meant='start: 2018\n  end: 2018',
    ),
    row(
        'curly quotes around a city', 'events.yaml', '  city: Dushanbe\n', '  city: “Dushanbe”\n',
        'events.yaml:9:9: 2018-dushanbe: the quotes of “Dushanbe” would be shown as part of it; delete them, or write plain ones (warning)',
        cure='  city: Dushanbe\n',
    ),
    row(
        'guillemets around a label', 'events.yaml', 'label: Dushanbe 2018', 'label: «Dushanbe 2018»',
        'events.yaml:3:10: 2018-dushanbe: the quotes of «Dushanbe 2018» would be shown as part of it; delete them, or write plain ones (warning)',
        cure='label: Dushanbe 2018',
    ),
    row(
        'a comma after a city', 'events.yaml', '  city: Dushanbe\n', '  "city": Dushanbe,\n',
        'events.yaml:9:11: 2018-dushanbe: "Dushanbe," ends with a comma that would be shown as part of it; delete the comma (warning)',
    ),
    row(
        'a number sign in a title without quotes', 'events.yaml', 'title: Countering Terrorism', 'title: Countering Terrorism #3 of 5',
        'events.yaml:2:31: 2018-dushanbe: "#3 of 5" is read as a note, not as text; if it is text, write "Countering Terrorism #3 of 5" with the quotes (warning)',
        meant='title: "Countering Terrorism #3 of 5"',
    ),
    row(
        'a number sign in a title with other quotes', 'events.yaml', 'title: Countering Terrorism', 'title: The "Dialogue" #3',
        'events.yaml:2:25: 2018-dushanbe: "#3" is read as a note, not as text; if it is text, write \'The "Dialogue" #3\' with the quotes (warning)',
        meant='title: \'The "Dialogue" #3\'',
    ),
    row(
        'a number sign that begins a title', 'events.yaml', 'title: Countering Terrorism', 'title: #3 of 5',
        'events.yaml:2:10: 2018-dushanbe: "#3 of 5" is read as a note, not as text; if it is text, write "#3 of 5" with the quotes',
        meant='title: "#3 of 5"', cure='title: "#3 of 5"',
    ),
    row(
        'a number sign in a list', 'events.yaml', '  outcomes:\n', '  themes:\n    - panel #3\n  outcomes:\n',
        'events.yaml:30:13: 2018-dushanbe: "#3" is read as a note, not as text; if it is text, write "panel #3" with the quotes (warning)',
        meant='  themes:\n    - "panel #3"\n  outcomes:\n',
    ),
    row(
        'two sources in one pair of brackets', 'articles/2018-dushanbe.md', '[khovar-2018] [osce-2018].', '[khovar-2018, osce-2018].',
        'articles/2018-dushanbe.md:1:25: 2018-dushanbe: "[khovar-2018, osce-2018]" holds 2 ids; write "[khovar-2018] [osce-2018]"',
    ),
    row(
        'a full stop before the brackets', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people. [khovar-2018]',
        'articles/2018-dushanbe.md:2:19: 2018-dushanbe: the full stop belongs after the brackets; write "…he counted 400 people [khovar-2018]."',
        cure='counted 400 people [khovar-2018].',
    ),
    row(
        'no full stop after the brackets', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people [khovar-2018]',
        'articles/2018-dushanbe.md:1:52: 2018-dushanbe: a full stop is missing after the brackets; write "…he counted 400 people [khovar-2018]."',
        cure='counted 400 people [khovar-2018].',
    ),
    row(
        'double brackets', 'articles/2018-dushanbe.md', '[khovar-2018] [osce-2018].', '[[khovar-2018]] [osce-2018].',
        'articles/2018-dushanbe.md:1:25: 2018-dushanbe: brackets stand twice; write "[khovar-2018]"',
    ),
    row(
        'a title in an article', 'articles/2018-dushanbe.md', 'Tajikistan was', '# Dushanbe 2018\n\nTajikistan was',
        'articles/2018-dushanbe.md:1:1: 2018-dushanbe: an article has no title, the event gives it one; delete the line, or write "## Dushanbe 2018" for a heading',
        cure='Tajikistan was',
    ),
    row(
        'front matter in an article', 'articles/2018-dushanbe.md', 'Tajikistan was', '---\ntitle: Dushanbe 2018\n---\n\nTajikistan was',
        'articles/2018-dushanbe.md:1:1: 2018-dushanbe: lines between "---" tell programs of a file and would be shown to readers; delete them, "---" too',
        cure='Tajikistan was',
    ),
    row(
        'a heading of the third level', 'articles/2018-dushanbe.md', '## Who paid', '### Who paid',
        'articles/2018-dushanbe.md:4:1: 2018-dushanbe: headings have two signs each; write "## Who paid"',
    ),
    row(
        'a heading without a space', 'articles/2018-dushanbe.md', '## Who paid', '##Who paid',
        'articles/2018-dushanbe.md:4:1: 2018-dushanbe: a heading needs a space after its signs; write "## Who paid"',
    ),
    row(
        'a comment in an article', 'articles/2018-dushanbe.md', '## Who paid', '<!-- to be written -->\n\n## Who paid',
        'articles/2018-dushanbe.md:4:1: 2018-dushanbe: a comment would be shown to readers; delete it',
        cure='## Who paid',
    ),
    row(
        'a list in an article', 'articles/2018-dushanbe.md', 'Qatar, by one', '- Qatar, by one',
        'articles/2018-dushanbe.md:6:1: 2018-dushanbe: lists are not shown as such; delete "-", and write sentences',
        cure='Qatar, by one',
    ),
    row(
        'bold letters in an article', 'articles/2018-dushanbe.md', 'Qatar, by one', '**Qatar**, by one',
        'articles/2018-dushanbe.md:6:1: 2018-dushanbe: "**" would be shown as it stands; delete it at both ends of the words (warning)',
        cure='Qatar, by one',
    ),
    row(
        'a link in an article', 'articles/2018-dushanbe.md', 'Qatar, by one', 'Qatar, by [one](https://khovar.tj/1)',
        'articles/2018-dushanbe.md:6:11: 2018-dushanbe: links are not shown as such; write "one" alone, and cite its source: [khovar-2018]',
        cure='Qatar, by one',
    ),
    row(
        'two versions of an article', 'articles/2018-dushanbe.md', '## Who paid\n', '<<<<<<< HEAD\n## Who paid\n=======\n## Who came\n>>>>>>> other\n',
        'articles/2018-dushanbe.md:4:1: 2018-dushanbe: two versions of the text stand here, up to ">>>>>>>"; keep one of them, and delete the lines that begin with "<<<<<<<", "=======" and ">>>>>>>"',
        cure='## Who paid\n',
    ),
    row(
        'an article of one heading', 'articles/2018-side.md', None, b'## Who came\n',
        'articles/2018-side.md:1:1: 2018-side: holds headings alone; write sentences below them, or delete the file',
        cure=AS_IT_WAS,
    ),
    row(
        'an address in an article', 'articles/2018-dushanbe.md', 'Qatar, by one', 'Qatar (https://khovar.tj/1), by one',
        'articles/2018-dushanbe.md:6:8: 2018-dushanbe: a web address would be shown as it stands; delete it, and cite its source: [khovar-2018]',
        cure='Qatar, by one',
    ),
    row(
        'three lines that begin with tabs', 'events.yaml', '  label: Plan\n  kind: follow-up\n  weight: minor\n', '\tlabel: Plan\n\tkind: follow-up\n\tweight: minor\n',
        'events.yaml:53:1: events: the line begins with a tab; indent it with spaces',
        'events.yaml:54:1: events: the line begins with a tab; indent it with spaces',
        'events.yaml:55:1: events: the line begins with a tab; indent it with spaces',
    ),
)
