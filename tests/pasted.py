"""What curators type and paste: dates in words, lines in the wrong column, leftovers of web pages and PDF files.

Rows as in `tests/mistakes.py`; `test_mistakes.py` makes and cures each. Of rows that name no file, `typed` is a list of
edits.
"""

from tests.mistakes import row

# One mistake is one paragraph.
# fmt: off
# ruff: noqa: E501
PASTED = (
    row(
        'two days typed as 3–4 May 2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 3–4 May 2018',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as 3 to 4 May', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 3 to 4 May',
        'events.yaml:7:10: 2018-dushanbe: date-without-year',
    ),
    row(
        'two days typed as May 3 - May 4, 2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: May 3 - May 4, 2018',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as 2018-05-03/2018-05-04', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 2018-05-03/2018-05-04',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as 3-4.05.2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 3-4.05.2018',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as 03.05.2018–04.05.2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 03.05.2018–04.05.2018',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as с 3 по 4 мая 2018 года', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: с 3 по 4 мая 2018 года',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as 3-4 мая 2018 г.', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 3-4 мая 2018 г.',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as 3-4 майи соли 2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 3-4 майи соли 2018',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as du 3 au 4 mai 2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: du 3 au 4 mai 2018',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as من 3 إلى 4 مايو 2018', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: من 3 إلى 4 مايو 2018',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as ٣-٤ أيار ٢٠١٨', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: ٣-٤ أيار ٢٠١٨',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as the end', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 2018-05-03\n  end: 3–4 May 2018',
        'events.yaml:8:8: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'two days typed as a list', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: [2018-05-03, 2018-05-04]',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'days across the turn of the year', 'events.yaml', 'start: 2019-06\n  end: 2019-06', 'start: 30 December 2019 – 2 January 2020',
        'events.yaml:56:10: 2019-plan: span-on-one-line',
        meant='start: 2019-12-30\n  end: 2020-01-02',
    ),
    row(
        'a day in braces', 'events.yaml', 'start: 2018-05-03', 'start: {2018-05-03}',
        'events.yaml:7:10: 2018-dushanbe: date-in-braces',
        cure='start: 2018-05-03',
    ),
    row(
        'two days in braces', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: {2018-05-03, 2018-05-04}',
        'events.yaml:7:10: 2018-dushanbe: span-on-one-line',
    ),
    row(
        'a day with a key for each part', 'events.yaml', 'start: 2018-05-03', 'start: {year: 2018, month: 5, day: 3}',
        'events.yaml:7:10: 2018-dushanbe: date-in-braces',
        cure='start: 2018-05-03',
    ),
    row(
        'a day with words beside it', 'events.yaml', 'start: 2018-05-03', 'start: planned for 3 May 2018',
        'events.yaml:7:10: 2018-dushanbe: date-with-other-words',
        meant='start: 2018-05-03\n  date_note: Planned.', cure='start: 2018-05-03\n  date_note: Planned.',
    ),
    row(
        'two separate days', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: May 16 and 20, 2018',
        'events.yaml:7:10: 2018-dushanbe: span-within',
        meant='start: 2018-05-16\n  end: 2018-05-20\n  dating: within\n  date_note: The two dates.',
    ),
    row(
        'two days as the day of a source', 'sources.yaml', 'published: 2018-05-03', 'published: 3–4 May 2018',
        'sources.yaml:5:14: khovar-2018: span-for-one-date',
        meant='published: 2018-05-03', cure='published: 2018-05-03',
    ),
    row(
        'a day typed as 3 мая 2018', 'events.yaml', 'start: 2018-05-03', 'start: 3 мая 2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a day typed as 3 мая 2018 г.', 'events.yaml', 'start: 2018-05-03', 'start: 3 мая 2018 г.',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a day typed as 3 май. 2018', 'events.yaml', 'start: 2018-05-03', 'start: 3 май. 2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a day typed as 3 майи соли 2018', 'events.yaml', 'start: 2018-05-03', 'start: 3 майи соли 2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a day typed as 3 mai 2018', 'events.yaml', 'start: 2018-05-03', 'start: 3 mai 2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a day typed as 3 أيار 2018', 'events.yaml', 'start: 2018-05-03', 'start: 3 أيار 2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a day typed as ٢٠١٨-٠٥-٠٣', 'events.yaml', 'start: 2018-05-03', 'start: ٢٠١٨-٠٥-٠٣',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a day typed as Thursday, 3rd May 2018', 'events.yaml', 'start: 2018-05-03', 'start: Thursday, 3rd May 2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a day typed as 03.05.2018 г.', 'events.yaml', 'start: 2018-05-03', 'start: 03.05.2018 г.',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a day typed as 2018-05-03?', 'events.yaml', 'start: 2018-05-03', 'start: 2018-05-03?',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
        meant='start: 2018-05-03\n  date_note: It is not certain.',
    ),
    row(
        'a day that can be two', 'events.yaml', 'start: 2018-05-03', 'start: 05/03/2018',
        'events.yaml:7:10: 2018-dushanbe: date-of-several-meanings',
        cure='start: 2018-05-03',
    ),
    row(
        'a year of two digits', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 5/13/18\n  end: 5/14/18',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
        'events.yaml:8:8: 2018-dushanbe: date-in-other-words',
        meant='start: 2018-05-13\n  end: 2018-05-14',
    ),
    row(
        'the day before the month', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 2018-13-05\n  end: 2018-14-05',
        'events.yaml:7:10: 2018-dushanbe: date-not-in-calendar',
        'events.yaml:8:8: 2018-dushanbe: date-not-in-calendar',
        meant='start: 2018-05-13\n  end: 2018-05-14',
    ),
    row(
        '29 February in words', 'sources.yaml', 'published: 2018-05-03', 'published: 29 February 2018',
        'sources.yaml:5:14: khovar-2018: date-not-in-calendar',
        meant='published: 2018-02-28', cure='published: 2018-02-28',
    ),
    row(
        'the last day of November', 'sources.yaml', 'published: 2018-05-03', 'published: 2018-11-31',
        'sources.yaml:5:14: khovar-2018: date-not-in-calendar',
        meant='published: 2018-11-30', cure='published: 2018-11-30',
    ),
    row(
        'a day without its last digit', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 2018-05-0X',
        'events.yaml:7:10: 2018-dushanbe: span-within',
        meant='start: 2018-05-01\n  end: 2018-05-09\n  dating: within',
    ),
    row(
        'a month without its day', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 2018-05-XX\n  end: 2018-05-XX',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
        'events.yaml:8:8: 2018-dushanbe: date-in-other-words',
        meant='start: 2018-05\n  end: 2018-05',
    ),
    row(
        'a season', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 2018-21',
        'events.yaml:7:10: 2018-dushanbe: date-not-in-calendar',
        meant='start: 2018\n  date_note: spring',
    ),
    row(
        'a span without an end', 'events.yaml', 'start: 2018-05-03\n  end: 2018-05-04', 'start: 2018-05-03/..',
        'events.yaml:7:10: 2018-dushanbe: date-without-end',
        meant='start: 2018-05-03\n  date_note: It goes on.',
    ),
    row(
        'a date after a limit', 'events.yaml', 'start: 2019-06\n  end: 2019-06', 'start: before June 2019\n  end: before June 2019',
        'events.yaml:56:10: 2019-plan: date-only-before-or-after',
        'events.yaml:57:8: 2019-plan: date-only-before-or-after',
        cure='start: 2019-06\n  end: 2019-06',
    ),
    row(
        'years before the first', 'events.yaml', 'start: 2019-06\n  end: 2019-06', 'start: -0044-03-15\n  end: 2019-06',
        'events.yaml:56:10: 2019-plan: date-before-all-years',
        cure='start: 2019-06\n  end: 2019-06',
    ),
    row(
        'a start to be announced', 'events.yaml', '  start:\n', '  start: TBA\n  end: TBA\n',
        'events.yaml:72:10: undated-talks: date-not-known',
        'events.yaml:73:8: undated-talks: date-not-known',
    ),
    row(
        'a start that is a question mark', 'events.yaml', '  start:\n', '  start: ?\n',
        'events.yaml:72:10: events: sign-says-nothing',
    ),
    row(
        'a start that is a dash', 'events.yaml', '  start:\n', '  start: -\n',
        'events.yaml:72:10: events: sign-says-nothing',
    ),
    row(
        'a start that is not known, of an event with a year', 'events.yaml', '  start:\n', '  start: неизвестно\n',
        'events.yaml:72:10: undated-talks: date-not-known',
    ),
    row(
        'an end that goes on', 'events.yaml', '  end: 2018-05-04\n  city', '  end: ongoing\n  city',
        'events.yaml:8:8: 2018-dushanbe: date-not-known',
        meant='  city',
    ),
    row(
        'a source without a date', 'sources.yaml', '  published: 2018-05-03\n', '  published: n.d.\n',
        'sources.yaml:5:14: khovar-2018: date-not-known',
        meant=[('sources.yaml', '  published: 2018-05-03\n', '')],
    ),
    row(
        'a source without a date, in Russian', 'sources.yaml', '  published: 2018-05-03\n', '  published: б.д.\n',
        'sources.yaml:5:14: khovar-2018: date-not-known',
        meant=[('sources.yaml', '  published: 2018-05-03\n', '')],
    ),
    row(
        'a city that is a question mark', 'events.yaml', '  city: Dushanbe\n', '  city: ?\n',
        'events.yaml:9:9: events: sign-says-nothing',
        meant=[('events.yaml', '  city: Dushanbe\n', '')],
    ),
    row(
        'the day of the data to be decided', 'process.yaml', 'updated: 2022-12-31', 'updated: TBD',
        'process.yaml:5:10: process: date-not-known',
        cure='updated: 2022-12-31',
    ),
    row(
        'a name that begins with an apostrophe', 'events.yaml', '  city: Dushanbe\n', "  city: 's-Hertogenbosch\n",
        'events.yaml:9:9: events: quote-not-closed-before-name',
        meant='  city: "\'s-Hertogenbosch"\n', cure='  city: "\'s-Hertogenbosch"\n',
    ),
    row(
        'a person whose name begins with an apostrophe', 'events.yaml', '  outcomes:\n', "  people:\n    - name: 'Abd al-Rahman Al Thani\n      position: Minister\n      sources: [khovar-2018]\n  outcomes:\n",
        'events.yaml:30:13: events: quote-not-closed-before-name',
        meant='  people:\n    - name: "\'Abd al-Rahman Al Thani"\n      position: Minister\n      sources: [khovar-2018]\n  outcomes:\n', cure='  people:\n    - name: "\'Abd al-Rahman Al Thani"\n      position: Minister\n      sources: [khovar-2018]\n  outcomes:\n',
    ),
    row(
        'two words in quotes at the beginning of a label', 'events.yaml', 'label: Plan', 'label: "Dialogue" of 2022',
        'events.yaml:53:21: events: quote-ended-early',
        meant='label: \'"Dialogue" of 2022\'',
    ),
    row(
        'a title in single quotes with an apostrophe in it', 'events.yaml', 'title: Countering Terrorism', "title: 'The process's future'",
        'events.yaml:2:23: events: quote-ended-early',
        meant='title: "The process\'s future"',
    ),
    row(
        'an address with backslashes', 'sources.yaml', 'https://khovar.tj/1', "'https:\\/\\/khovar.tj\\/1'",
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
    ),
    row(
        'an address with backslashes, without quotes', 'sources.yaml', 'https://khovar.tj/1', 'https:\\/\\/khovar.tj\\/1',
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
    ),
    row(
        'a record pasted as JSON', 'mirrors.yaml', '- host: mirror.example\n', '{"host": "copy.example", "why": "Copies magazines."}\n- host: mirror.example\n',
        'mirrors.yaml:1:1: mirrors: record-in-braces',
        meant=[('mirrors.yaml', '- host: mirror', '- host: copy.example\n  why: Copies magazines.\n- host: mirror'), ('CHANGES.yaml', 'mirrors: [mirror.example]', 'mirrors: [mirror.example, copy.example]')], cure=[('mirrors.yaml', '{"host', '- {"host'), ('CHANGES.yaml', 'mirrors: [mirror.example]', 'mirrors: [mirror.example, copy.example]')],
    ),
    row(
        'a list marked for use elsewhere', 'events.yaml', '  sources: [osce-2018]\n\n', '  sources: &id001\n  - osce-2018\n  date_sources: *id001\n\n',
        'events.yaml:49:12: 2018-side: yaml-anchor',
        'events.yaml:51:17: 2018-side: yaml-alias-of-list',
        meant='  sources: [osce-2018]\n  date_sources: [osce-2018]\n\n', cure='  sources:\n  - osce-2018\n  date_sources: [osce-2018]\n\n',
    ),
    row(
        'a code of web pages in a title', 'events.yaml', 'title: Countering Terrorism', 'title: Security &amp; Development',
        'events.yaml:2:10: 2018-dushanbe: text-with-html-code (warning)',
        meant='title: Security & Development',
    ),
    row(
        'a number code of web pages in a title', 'events.yaml', 'title: Countering Terrorism', 'title: The Process&#8217;s Future',
        'events.yaml:2:10: 2018-dushanbe: text-with-html-code (warning)',
        meant='title: The Process’s Future',
    ),
    row(
        'a space coded for web pages', 'events.yaml', '  city: Dushanbe\n', '  city: Dushanbe&nbsp;City\n',
        'events.yaml:9:9: 2018-dushanbe: text-with-html-code (warning)',
        meant='  city: Dushanbe City\n',
    ),
    row(
        'a title that begins with a code of web pages', 'events.yaml', 'title: Countering Terrorism', 'title: &quot;Countering&quot; Terrorism',
        'events.yaml:2:10: events: html-code-begins-value',
        meant='title: \'"Countering" Terrorism\'',
    ),
    row(
        'a city that begins with a coded space', 'events.yaml', '  city: Dushanbe\n', '  city: &nbsp;Dushanbe\n',
        'events.yaml:9:9: events: html-code-begins-value',
    ),
    row(
        'bold letters of a web page in a title', 'events.yaml', 'title: Countering Terrorism', 'title: <b>Countering Terrorism</b>',
        'events.yaml:2:10: 2018-dushanbe: text-with-tag (warning)',
        'events.yaml:2:10: 2018-dushanbe: text-with-tag (warning)',
    ),
    row(
        'a code of web pages in an article', 'articles/2018-dushanbe.md', 'Tajikistan was', 'Tajikistan &amp; Qatar: it was',
        'articles/2018-dushanbe.md:1:12: 2018-dushanbe: text-with-html-code (warning)',
        meant='Tajikistan & Qatar: it was',
    ),
    row(
        'letters and accents typed apart', 'events.yaml', '  city: Dushanbe\n', '  city: Genève, Zürich\n',
        'events.yaml:9:12: events: letter-typed-apart (warning)',
        meant='  city: Genève, Zürich\n',
    ),
    row(
        'a Cyrillic letter typed in two parts', 'events.yaml', 'title: Переговоры о процессе', 'title: Переговоры, третий тур',
        'events.yaml:68:27: events: letter-typed-apart (warning)',
        meant='title: Переговоры, третий тур',
    ),
    row(
        'a sign for two letters', 'events.yaml', 'title: Countering Terrorism', 'title: Countering the ﬁnancing',
        'events.yaml:2:25: events: letter-for-print (warning)',
        meant='title: Countering the financing',
    ),
    row(
        'Arabic letters as printed', 'articles/undated-talks.md', 'Стороны', 'ﻣﺆﺗﻤﺮ Стороны',
        'articles/undated-talks.md:1:1: undated-talks: letter-for-print (warning)',
        meant='مؤتمر Стороны',
    ),
    row(
        'a word cut by a hyphen and a space', 'events.yaml', 'title: Countering Terrorism', 'title: Deputy Minis- ters',
        'events.yaml:2:17: events: word-cut (warning)',
        meant='title: Deputy Ministers',
    ),
    row(
        'a word cut at the end of a line in a long text', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    The deputy minis-\n    ters came.\n  city: Dushanbe\n',
        'events.yaml:10:16: events: word-cut (warning)',
        meant='  note: The deputy ministers came.\n  city: Dushanbe\n',
    ),
    row(
        'a word cut at the end of a line in an article', 'articles/2018-dushanbe.md', 'Tajikistan was the host', 'Tajikis-\ntan was the host',
        'articles/2018-dushanbe.md:1:1: 2018-dushanbe: word-cut (warning)',
    ),
    row(
        'a soft hyphen in a title', 'events.yaml', 'title: Countering Terrorism', 'title: Counter\xading Terrorism',
        'events.yaml:2:17: events: character-hidden',
    ),
    row(
        'an emoji in a title', 'events.yaml', 'title: Countering Terrorism', 'title: Countering Terrorism ❤️',
        'events.yaml:2:32: events: character-hidden-in-sign',
        cure='title: Countering Terrorism',
    ),
    row(
        'a comma after a city with an accent', 'events.yaml', '  city: Dushanbe\n', '  city: Genève,\n',
        'events.yaml:9:9: 2018-dushanbe: name-ends-with-sign (warning)',
        meant='  city: Genève\n',
    ),
    row(
        'the dash of an entry deleted', 'events.yaml', '  outcomes:\n', '  themes:\n    - foreign fighters\n      youth\n  outcomes:\n',
        'events.yaml:31:7: 2018-dushanbe: text-runs-on-in-list (warning)',
        meant='  themes:\n    - foreign fighters\n    - youth\n  outcomes:\n',
    ),
    row(
        'the dash of an entry and its spaces deleted', 'events.yaml', '  outcomes:\n', '  themes:\n    - foreign fighters\n    youth\n  outcomes:\n',
        'events.yaml:31:5: events: bullet-for-dash',
        meant='  themes:\n    - foreign fighters\n    - youth\n  outcomes:\n',
    ),
    row(
        'no space after a dash', 'events.yaml', '  outcomes:\n', '  themes:\n    - foreign fighters\n    -youth\n  outcomes:\n',
        'events.yaml:31:5: events: bullet-for-dash',
        meant='  themes:\n    - foreign fighters\n    - youth\n  outcomes:\n',
    ),
    row(
        'no space after a dash, one step too far in', 'events.yaml', '  outcomes:\n', '  themes:\n    - foreign fighters\n      -youth\n  outcomes:\n',
        'events.yaml:31:7: 2018-dushanbe: text-runs-on-in-list (warning)',
        meant='  themes:\n    - foreign fighters\n    - youth\n  outcomes:\n',
    ),
    row(
        'a round bullet for a dash', 'events.yaml', '  outcomes:\n', '  themes:\n    - foreign fighters\n    • youth\n  outcomes:\n',
        'events.yaml:31:5: events: bullet-for-dash',
        meant='  themes:\n    - foreign fighters\n    - youth\n  outcomes:\n',
    ),
    row(
        'no space after the only dash', 'events.yaml', '  outcomes:\n', '  themes:\n    -youth\n  outcomes:\n',
        'events.yaml:30:5: 2018-dushanbe: bullet-for-dash',
        meant='  themes: [youth]\n  outcomes:\n',
    ),
    row(
        'an asterisk for a dash', 'events.yaml', '  outcomes:\n', '  themes:\n    * youth\n  outcomes:\n',
        'events.yaml:30:5: events: bullet-for-dash',
        meant='  themes: [youth]\n  outcomes:\n',
    ),
    row(
        'no space after any dash', 'events.yaml', '  outcomes:\n', '  themes:\n    -youth\n    -finance\n  outcomes:\n',
        'events.yaml:30:5: 2018-dushanbe: entries-on-one-line',
        meant='  themes: [youth, finance]\n  outcomes:\n',
    ),
    row(
        'long dashes for dashes', 'events.yaml', '  outcomes:\n', '  themes:\n    – youth\n    – finance\n  outcomes:\n',
        'events.yaml:30:5: 2018-dushanbe: entries-on-one-line',
        meant='  themes: [youth, finance]\n  outcomes:\n',
    ),
    row(
        'no space after the first dash', 'events.yaml', '  outcomes:\n', '  themes:\n    -youth\n    - finance\n  outcomes:\n',
        'events.yaml:30:5: 2018-dushanbe: entries-on-one-line',
        meant='  themes: [youth, finance]\n  outcomes:\n',
    ),
    row(
        'a dash in a list in brackets', 'events.yaml', '  outcomes:\n', '  themes: [-youth, finance]\n  outcomes:\n',
        'events.yaml:29:12: 2018-dushanbe: dash-in-value (warning)',
        meant='  themes: [youth, finance]\n  outcomes:\n',
    ),
    row(
        'a comma forgotten at the end of a line', 'events.yaml', '  outcomes:\n', '  themes: [finance\n    youth, border security]\n  outcomes:\n',
        'events.yaml:30:5: 2018-dushanbe: text-runs-on-in-brackets (warning)',
        meant='  themes: [finance, youth, border security]\n  outcomes:\n',
    ),
    row(
        'a key without a colon below a value', 'events.yaml', '  city: Dushanbe\n', '  city: Dushanbe\n    venue Kohi Somon\n',
        'events.yaml:10:5: 2018-dushanbe: text-runs-on-with-key (warning)',
        meant='  city: Dushanbe\n  venue: Kohi Somon\n',
    ),
    row(
        'a text that goes on below, further in', 'events.yaml', '  city: Dushanbe\n', '  city: Dushanbe\n    and Khujand\n',
        'events.yaml:10:5: 2018-dushanbe: text-runs-on (warning)',
        meant='  city: Dushanbe and Khujand\n',
    ),
    row(
        'a key of a role behind 0 spaces', 'events.yaml', '      role: sponsor', 'role: sponsor',
        'events.yaml:21:1: events: indent-too-small',
    ),
    row(
        'a key of a role behind 2 spaces', 'events.yaml', '      role: sponsor', '  role: sponsor',
        'events.yaml:21:3: events: indent-too-small',
    ),
    row(
        'a key of a role behind 4 spaces', 'events.yaml', '      role: sponsor', '    role: sponsor',
        'events.yaml:21:5: events: indent-too-small',
    ),
    row(
        'a key of a role behind 5 spaces', 'events.yaml', '      role: sponsor', '     role: sponsor',
        'events.yaml:21:6: events: indent-too-small',
    ),
    row(
        'a key of a role behind 8 spaces', 'events.yaml', '      role: sponsor', '        role: sponsor',
        'events.yaml:21:9: events: indent-too-small',
    ),
    row(
        'the last key of a role at the edge of the event', 'events.yaml', '      sources: [peninsula-2018]\n', '  sources: [peninsula-2018]\n',
        'events.yaml:23:3: 2018-dushanbe: indent-too-small',
    ),
    row(
        'the last key of an event too far in', 'events.yaml', '      sources: [osce-2018]\n  sources', '      sources: [osce-2018]\n      sources',
        'events.yaml:49:7: 2018-side: indent-too-small',
    ),
    row(
        'a key that opens a list too far in', 'events.yaml', '  outcomes:\n', '      outcomes:\n',
        'events.yaml:29:7: 2018-dushanbe: indent-too-small',
    ),
    row(
        'a key with a dash that belongs to the entry above', 'events.yaml', '      role: sponsor', '    - role: sponsor',
        'events.yaml:21:5: 2018-dushanbe: dash-too-many',
    ),
    row(
        'the dash of the first role deleted', 'events.yaml', '  roles:\n    - organizer: tajikistan', '  roles:\n      organizer: tajikistan',
        'events.yaml:16:7: events: dash-missing',
    ),
    row(
        'the dash of the only role deleted', 'events.yaml', '    - organizer: osce', '      organizer: osce',
        'events.yaml:45:7: 2018-side: dash-missing',
    ),
    row(
        'the dash of a role deleted with its spaces', 'events.yaml', '    - organizer: qatar', '    organizer: qatar',
        'events.yaml:20:5: events: dash-missing',
    ),
    row(
        'a space before the dash of an event', 'events.yaml', '- id: 2018-side', ' - id: 2018-side',
        'events.yaml:36:2: events: dash-too-deep',
    ),
    row(
        'two spaces before the dash of an event', 'events.yaml', '- id: 2018-side', '  - id: 2018-side',
        'events.yaml:36:3: events: dash-too-deep',
    ),
    row(
        'the dash of a role too far left', 'events.yaml', '    - organizer: qatar', '  - organizer: qatar',
        'events.yaml:20:3: events: indent-too-small',
    ),
    row(
        'a source pasted among the events', '', None, [('events.yaml', '- id: undated-talks', '- id: khovar-2019\n  title: The plan\n  publisher: Khovar\n  language: en\n  kind: press\n  read: full\n  says: [{event: 2019-plan, text: It is near.}]\n- id: undated-talks'), ('events.yaml', '      sources: [asiaplus-2022]\n  sources: [asiaplus-2022]', '      sources: [asiaplus-2022]\n  sources: [asiaplus-2022, khovar-2019]'), ('CHANGES.yaml', 'asiaplus-2022]', 'asiaplus-2022, khovar-2019]')],
        'events.yaml:67:3: khovar-2019: record-in-another-file',
        meant=[('sources.yaml', '- id: osce-2018', '- id: khovar-2019\n  title: The plan\n  publisher: Khovar\n  language: en\n  kind: press\n  read: full\n  says: [{event: 2019-plan, text: It is near.}]\n- id: osce-2018'), ('events.yaml', '      sources: [asiaplus-2022]\n  sources: [asiaplus-2022]', '      sources: [asiaplus-2022]\n  sources: [asiaplus-2022, khovar-2019]'), ('CHANGES.yaml', 'asiaplus-2022]', 'asiaplus-2022, khovar-2019]')],
    ),
    row(
        'countries as a list', 'events.yaml', '  outcomes:\n', '  countries: [Qatar, Kuwait]\n  outcomes:\n',
        'events.yaml:29:14: 2018-dushanbe: listing-wanted',
        meant='  countries:\n    items: [Qatar, Kuwait]\n    sources: [khovar-2018]\n  outcomes:\n', cure='  countries:\n    items: [Qatar, Kuwait]\n    sources: [khovar-2018]\n  outcomes:\n',
    ),
    row(
        'countries as a text', 'events.yaml', '  outcomes:\n', '  countries: Qatar, Kuwait\n  outcomes:\n',
        'events.yaml:29:14: 2018-dushanbe: listing-wanted',
        meant='  countries:\n    items: [Qatar, Kuwait]\n    sources: [khovar-2018]\n  outcomes:\n', cure='  countries:\n    items: [Qatar, Kuwait]\n    sources: [khovar-2018]\n  outcomes:\n',
    ),
    row(
        'a value that is >900', 'events.yaml', 'value: more than 400', 'value: >900',
        'events.yaml:26:14: events: text-after-block-sign',
        meant="value: '>900'",
    ),
    row(
        'a value that is > 900', 'events.yaml', 'value: more than 400', 'value: > 900',
        'events.yaml:26:14: events: text-after-block-sign',
        meant="value: '> 900'",
    ),
    row(
        'a value that is @900', 'events.yaml', 'value: more than 400', 'value: @900',
        'events.yaml:26:14: events: sign-begins-value',
        meant="value: '@900'",
    ),
    row(
        'a value that is %90', 'events.yaml', 'value: more than 400', 'value: %90',
        'events.yaml:26:14: events: sign-begins-value',
        meant="value: '%90'",
    ),
    row(
        'a value that is |900', 'events.yaml', 'value: more than 400', 'value: |900',
        'events.yaml:26:14: events: text-after-block-sign',
        meant="value: '|900'",
    ),
    row(
        'sources with a comma alone', 'events.yaml', 'sources: [khovar-2018, osce-2018]\n', 'sources: khovar-2018, osce-2018\n',
        'events.yaml:19:16: 2018-dushanbe: list-wanted-for-text',
    ),
    row(
        'sources in round brackets', 'events.yaml', 'sources: [khovar-2018, osce-2018]\n', 'sources: (khovar-2018, osce-2018)\n',
        'events.yaml:19:16: 2018-dushanbe: list-wanted-for-text',
    ),
    row(
        'sources in braces', 'events.yaml', 'sources: [khovar-2018, osce-2018]\n', 'sources: {khovar-2018, osce-2018}\n',
        'events.yaml:19:16: 2018-dushanbe: list-wanted-for-text',
    ),
    row(
        'sources with and', 'events.yaml', 'sources: [khovar-2018, osce-2018]\n', 'sources: khovar-2018 and osce-2018\n',
        'events.yaml:19:16: 2018-dushanbe: list-wanted-for-text',
    ),
    row(
        'sources in quotes alone', 'events.yaml', 'sources: [khovar-2018, osce-2018]\n', 'sources: "khovar-2018", "osce-2018"\n',
        'events.yaml:19:16: events: list-without-brackets',
    ),
    row(
        'sources without the first bracket', 'events.yaml', 'sources: [khovar-2018, osce-2018]\n', 'sources: khovar-2018, osce-2018]\n',
        'events.yaml:19:16: 2018-dushanbe: list-wanted-for-text',
    ),
    row(
        'sources without the last bracket', 'events.yaml', 'sources: [khovar-2018, osce-2018]\n', 'sources: [khovar-2018, osce-2018\n',
        'events.yaml:19:16: events: bracket-not-closed',
    ),
    row(
        'sources with a full stop', 'events.yaml', 'sources: [khovar-2018, osce-2018]\n', 'sources: [khovar-2018. osce-2018]\n',
        'events.yaml:19:17: 2018-dushanbe: entry-of-several-ids-in-brackets',
    ),
    row(
        'a colon that splits what a dispute concerns', 'disputes.yaml', 'concerns: ["role:qatar", date]', 'concerns: [role: qatar, date]',
        'disputes.yaml:4:14: qatar-role: concern-split-at-colon',
    ),
    row(
        'a title in two lines, not indented', 'events.yaml', 'title: Countering Terrorism', 'title: Countering\n  Terrorism and Extremism',
        'events.yaml:3:3: events: colon-missing',
        meant='title: Countering Terrorism and Extremism',
    ),
    row(
        'a city in braces', 'events.yaml', '  city: Dushanbe\n', '  city: {Dushanbe}\n',
        'events.yaml:9:9: 2018-dushanbe: text-wanted-without-braces',
        cure='  city: Dushanbe\n',
    ),
)
