"""What people mistype in data files, in the letters and signs of YAML; rows as in `tests/mistakes.py`.

`test_store.py` reads each with both parsers, and `test_mistakes.py` cures it.
"""

from tests.mistakes import row

# One slip is one paragraph.
# fmt: off
# ruff: noqa: E501
SLIPS = (
    row(
        'a colon in an unquoted title', 'events.yaml', '"Plan: the next steps"', 'Plan: the next steps',
        'events.yaml:52:14: events: colon-in-value',
    ),
    row(
        'a line without a colon', 'events.yaml', 'label: Plan\n', 'label Plan\n',
        'events.yaml:53:3: events: colon-missing',
    ),
    row(
        'a colon without a space', 'events.yaml', 'label: Plan\n', 'label:Plan\n',
        'events.yaml:53:3: events: colon-without-space',
    ),
    row(
        'the first line without a colon', 'events.yaml', '- id: 2019-plan', '- id 2019-plan',
        'events.yaml:51:3: events: colon-missing',
    ),
    row(
        'a quote never closed', 'events.yaml', 'next steps"', 'next steps',
        'events.yaml:52:10: events: quote-not-closed',
    ),
    row(
        'a quote closed too early', 'events.yaml', '"Plan: the next steps"', '"Plan": the next steps',
        'events.yaml:52:16: events: colon-in-value',
        meant='\'"Plan": the next steps\'',
    ),
    row(
        'text after a quote', 'events.yaml', 'title: Countering Terrorism', 'title: "Countering" Terrorism',
        'events.yaml:2:23: events: quote-ended-early',
        meant='title: \'"Countering" Terrorism\'',
    ),
    row(
        'an apostrophe in single quotes', 'events.yaml', 'title: Countering Terrorism', "title: 'Terrorism's end'",
        'events.yaml:2:21: events: quote-ended-early',
        meant='title: "Terrorism\'s end"',
    ),
    row(
        'a tab that indents', 'events.yaml', '  label: Plan\n', '\tlabel: Plan\n',
        'events.yaml:53:1: events: tab-indents',
    ),
    row(
        'a tab between words', 'events.yaml', 'label: Plan\n', 'label:\tPlan\n',
        'events.yaml:53:9: events: tab',
    ),
    row(
        'a line too deep', 'events.yaml', '  label: Plan\n', '    label: Plan\n',
        'events.yaml:53:5: events: indent-too-small',
    ),
    row(
        'a line not deep enough', 'events.yaml', '  label: Plan\n', ' label: Plan\n',
        'events.yaml:53:2: events: indent-too-small',
    ),
    row(
        'a list out of line', 'events.yaml', '    - organizer: qatar', '   - organizer: qatar',
        'events.yaml:20:4: events: indent-too-small',
    ),
    row(
        'a dash without a space', 'events.yaml', '- id: 2019-plan', '-id: 2019-plan',
        'events.yaml:51:1: events: dash-without-space',
    ),
    row(
        'a record without a dash', 'events.yaml', '- id: 2019-plan', 'id: 2019-plan',
        'events.yaml:51:1: events: dash-missing',
    ),
    row(
        'a bracket never closed', 'events.yaml', 'sources: [khovar-2018, osce-2018]\n', 'sources: [khovar-2018, osce-2018\n',
        'events.yaml:19:16: events: bracket-not-closed',
    ),
    row(
        'a file cut off within brackets', 'events.yaml', '  start:\n  sources: [asiaplus-2022]\n', '  start:\n  sources: [asiaplus-2022',
        'events.yaml:73:12: events: bracket-not-closed',
    ),
    row(
        'a value that begins with @', 'events.yaml', 'title: Countering Terrorism', 'title: @UN',
        'events.yaml:2:10: events: sign-begins-value',
        meant="title: '@UN'",
    ),
    row(
        'a value that begins with a bracket', 'events.yaml', 'title: Countering Terrorism', 'title: [Countering] Terrorism',
        'events.yaml:2:23: events: sign-needs-quotes',
        meant="title: '[Countering] Terrorism'",
    ),
    row(
        'a code in double quotes', 'events.yaml', '"Plan: the next steps"', '"Plan: \\d"',
        'events.yaml:52:10: events: backslash-in-quotes',
        meant="'Plan: \\d'", cure="'Plan: \\d'",
    ),
    row(
        'a sign for long texts', 'events.yaml', 'title: Countering Terrorism', 'title: > Countering Terrorism',
        'events.yaml:2:10: events: text-after-block-sign',
        meant="title: '> Countering Terrorism'",
    ),
    row(
        'a dash as a value', 'events.yaml', 'title: Countering Terrorism', 'title: - Countering',
        'events.yaml:2:10: events: sign-begins-value',
        meant="title: '- Countering'",
    ),
    row(
        'an alias', 'events.yaml', 'city: Dushanbe', 'city: *place',
        'events.yaml:9:9: 2018-dushanbe: yaml-alias-of-nothing',
        meant="city: '*place'", cure="city: '*place'",
    ),
    row(
        'an anchor', 'events.yaml', 'city: Dushanbe', 'city: &place Dushanbe',
        'events.yaml:9:9: 2018-dushanbe: yaml-anchor-before-text',
    ),
    row(
        'a tag', 'events.yaml', 'city: Dushanbe', 'city: !!python/name:os.system Dushanbe',
        'events.yaml:9:9: 2018-dushanbe: yaml-type',
        cure='city: Dushanbe',
    ),
    row(
        'a merge key', 'events.yaml', 'city: Dushanbe', '<<: Dushanbe',
        'events.yaml:9:3: 2018-dushanbe: yaml-merge',
        cure='city: Dushanbe',
    ),
    row(
        'a key given twice', 'events.yaml', 'city: Dushanbe', 'label: Dushanbe',
        'events.yaml:9:3: 2018-dushanbe: key-given-twice',
    ),
    row(
        'null', 'events.yaml', 'city: Dushanbe', 'city: null',
        'events.yaml:9:9: 2018-dushanbe: yaml-null',
        meant=[('events.yaml', '  city: Dushanbe\n', '')], cure='city:',
    ),
    row(
        'a list as a key', 'events.yaml', 'city: Dushanbe', '? [a]\n  : b',
        'events.yaml:9:5: 2018-dushanbe: list-for-key',
        cure='city: Dushanbe',
    ),
    row(
        'a second document', 'events.yaml', '- id: 2019-plan', '---\n- id: 2019-plan',
        'events.yaml:51:1: events: file-of-two-documents',
        cure='- id: 2019-plan',
    ),
    row(
        'nested too deep', 'events.yaml', 'city: Dushanbe', 'city: [[[[[[[[[[[[[[[[[[[[',
        'events.yaml:9:19: events: file-too-deep',
        cure='city: Dushanbe',
    ),
    row(
        'a hidden code', 'events.yaml', 'city: Dushanbe', 'city: "Dush\\eanbe"',
        'events.yaml:9:9: 2018-dushanbe: character-in-value-unprintable',
        cure='city: "Dushanbe"',
    ),
    row(
        'a hidden character', 'events.yaml', 'city: Dushanbe', 'city: Dush\x07anbe',
        'events.yaml:9:13: events: character-unprintable',
    ),
    row(
        'a key missing', 'events.yaml', '  label: Plan\n', '',
        'events.yaml:51:3: 2019-plan: key-missing',
    ),
    row(
        'a key left empty', 'events.yaml', '  label: Plan\n', '  label:\n',
        'events.yaml:53:9: 2019-plan: key-missing',
        cure='  label: Plan\n',
    ),
    row(
        'a key missing in a role', 'events.yaml', '    - organizer: qatar\n      role: sponsor\n', '    - organizer: qatar\n',
        'events.yaml:20:7: 2018-dushanbe: key-missing',
        cure='    - organizer: qatar\n      role: sponsor\n',
    ),
    row(
        'a key misspelt', 'events.yaml', 'city: Dushanbe', 'ctiy: Dushanbe',
        'events.yaml:9:3: 2018-dushanbe: key-unknown',
    ),
    row(
        'texts below > and |, which keep the ends of lines', 'events.yaml', '  title: Countering Terrorism\n  label: Dushanbe 2018\n',
        '  title: >\n    Countering\n\n    Terrorism\n  label: |\n    Dushanbe\n    2018\n',
    ),
    row(
        'a key that is none, below a text of several lines', 'events.yaml', '  title: Countering Terrorism\n',
        '  title: >-\n    Countering\n    Terrorism\n  location: Dushanbe\n',
        'events.yaml:5:3: 2018-dushanbe: key-unknown',
        cure='  title: Countering Terrorism\n',
    ),
    row(
        'a key that is none', 'events.yaml', '      role: sponsor\n', '      role: sponsor\n      weather: fine\n',
        'events.yaml:22:7: 2018-dushanbe: key-unknown',
        cure='      role: sponsor\n',
    ),
    row(
        'a word misspelt', 'events.yaml', 'role: sponsor', 'role: sponser',
        'events.yaml:21:13: 2018-dushanbe: word-unknown',
    ),
    row(
        'a word that is none', 'events.yaml', 'kind: conference', 'kind: xyz',
        'events.yaml:4:9: 2018-dushanbe: word-unknown',
        cure='kind: conference',
    ),
    row(
        'a text for a list', 'events.yaml', '  sources: [osce-2018]\n\n', '  sources: osce-2018\n\n',
        'events.yaml:49:12: 2018-side: list-wanted-for-text',
    ),
    row(
        'a list for a text', 'events.yaml', 'city: Dushanbe', 'city: [Dushanbe]',
        'events.yaml:9:9: 2018-dushanbe: text-wanted',
        cure='city: Dushanbe',
    ),
    row(
        'a mapping for a text', 'events.yaml', 'title: Countering Terrorism', 'title:\n    Countering: Terrorism',
        'events.yaml:3:5: 2018-dushanbe: text-split-at-colon',
        meant='title: "Countering: Terrorism"', cure='title:\n    "Countering: Terrorism"',
    ),
    row(
        'a list for a date', 'events.yaml', 'date: 2018-05-04', 'date: [2018-05-04]',
        'events.yaml:31:13: 2018-dushanbe: text-wanted',
        cure='date: 2018-05-04',
    ),
    row(
        'a text for a record', 'events.yaml', '    - label: participants\n      value: more than 400\n      confidence: single\n      sources: [khovar-2018]\n', '    - many\n',
        'events.yaml:25:7: 2018-dushanbe: record-wanted',
        cure='    - label: participants\n      value: more than 400\n      confidence: single\n      sources: [khovar-2018]\n',
    ),
    row(
        'a mapping for a list', 'events.yaml', '    - label: participants\n      value: more', '      label: participants\n      value: more',
        'events.yaml:25:7: 2018-dushanbe: entry-in-braces',
    ),
    row(
        'an empty list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: []\n',
        'events.yaml:23:16: 2018-dushanbe: list-too-short',
        cure='      sources: [peninsula-2018]\n',
    ),
    row(
        'an empty entry', 'events.yaml', 'sources: [khovar-2018, osce-2018, pen', 'sources:\n    -\n    - osce-2018\n  note: [pen',
        'events.yaml:35:6: 2018-dushanbe: entry-empty',
        'events.yaml:37:9: 2018-dushanbe: text-wanted',
        cure='sources: [khovar-2018, osce-2018, pen',
    ),
    row(
        'an empty text', 'events.yaml', 'city: Dushanbe', 'city: ""',
        'events.yaml:9:9: 2018-dushanbe: text-empty',
        meant=[('events.yaml', '  city: Dushanbe\n', '')], cure=[('events.yaml', '  city: ""\n', '')],
    ),
    row(
        'a date in another order', 'events.yaml', 'start: 2018-05-03', 'start: 03.05.2018',
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words',
    ),
    row(
        'a date that is not in the calendar', 'events.yaml', 'start: 2018-05-03', 'start: 2018-04-31',
        'events.yaml:7:10: 2018-dushanbe: date-not-in-calendar',
    ),
    row(
        'a number that is none', 'events.yaml', 'edition: 1', 'edition: first',
        'events.yaml:6:12: 2018-dushanbe: number-not-whole',
        cure='edition: 1',
    ),
    row(
        'a number too small', 'events.yaml', 'edition: 1', 'edition: 0',
        'events.yaml:6:12: 2018-dushanbe: number-too-small',
        cure='edition: 1',
    ),
    row(
        'a number with a comma', 'events.yaml', 'edition: 1', 'edition: 1.5',
        'events.yaml:6:12: 2018-dushanbe: number-not-whole',
        cure='edition: 1',
    ),
    row(
        'neither true nor false', 'events.yaml', '  sources: [osce-2018]\n\n', '  people: [{name: A, position: B, announced: maybe, sources: [osce-2018]}]\n  sources: [osce-2018]\n\n',
        'events.yaml:49:46: 2018-side: neither-true-nor-false',
        meant='  people: [{name: A, position: B, announced: true, sources: [osce-2018]}]\n  sources: [osce-2018]\n\n', cure='  people: [{name: A, position: B, announced: true, sources: [osce-2018]}]\n  sources: [osce-2018]\n\n',
    ),
    row(
        'an id with capitals', 'events.yaml', '- id: 2019-plan', '- id: 2019 Plan',
        'events.yaml:51:7: 2019 Plan: id-with-other-letters',
    ),
    row(
        'an id in Cyrillic', 'events.yaml', '- id: 2019-plan', '- id: план',
        'events.yaml:51:7: план: id-with-other-letters',
        cure='- id: 2019-plan',
    ),
    row(
        'an id given twice', 'events.yaml', '- id: 2019-plan', '- id: 2018-side',
        'events.yaml:51:7: 2018-side: record-id-taken',
    ),
    row(
        'an id left out', 'events.yaml', '- id: 2019-plan\n  title:', '- title:',
        'events.yaml:51:3: record 3: key-missing',
        cure=[('events.yaml', '\n- title:', '\n- id: 2019-plan\n  title:')],
    ),
    row(
        'a record that is a text', 'events.yaml', '- id: 2019-plan', '- plan\n- id: 2019-plan',
        'events.yaml:51:3: record 3: record-not-of-keys',
        cure='- id: 2019-plan',
    ),
    row(
        'an empty record', 'events.yaml', '- id: 2019-plan', '-\n- id: 2019-plan',
        'events.yaml:51:2: record 3: record-without-content',
        cure='- id: 2019-plan',
    ),
    row(
        'an address without a scheme', 'sources.yaml', 'https://khovar.tj/1', 'www.khovar.tj/1',
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
    ),
    row(
        'a script for an address', 'sources.yaml', 'https://khovar.tj/1', 'javascript:alert(1)',
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
    ),
    row(
        'a Wikidata item that is none', 'organizers.yaml', 'Q863', '863',
        'organizers.yaml:7:13: tajikistan: wikidata-not-an-item',
        cure='Q863',
    ),
    row(
        'a host with its scheme', 'mirrors.yaml', 'mirror.example', 'https://www.mirror.example/',
        'mirrors.yaml:1:9: https://www.mirror.example/: host-not-a-host',
    ),
    row(
        'a mapping for a list of records', 'mirrors.yaml', '- host: mirror.example\n  why', 'host: mirror.example\nwhy',
        'mirrors.yaml:1:1: mirrors: file-of-another-shape',
        cure='- host: mirror.example\n  why',
    ),
    row(
        'a list for the process', 'process.yaml', 'name: Dushanbe Process', '- a',
        'process.yaml:4:1: process: line-outside-record',
        cure='name: Dushanbe Process',
    ),
    row(
        'a list of the process', 'process.yaml', 'name: Dushanbe Process', 'nmae: Dushanbe Process',
        'process.yaml:3:1: process: key-unknown',
    ),
    row(
        'a long text whose next line is not indented enough', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  that goes on here\n  and here.\n  city: Dushanbe\n',
        'events.yaml:11:3: events: indent-less-than-text',
        meant='  note: >-\n    Some long text\n    that goes on here\n    and here.\n  city: Dushanbe\n',
    ),
    row(
        'a long text whose next line is indented halfway', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n   that goes on here.\n  city: Dushanbe\n',
        'events.yaml:11:4: events: indent-less-than-text',
        meant='  note: >-\n    Some long text\n    that goes on here.\n  city: Dushanbe\n',
    ),
    row(
        'a long text whose last lines begin at the edge', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\nthat goes on here\nand: there\nand here.\n  city: Dushanbe\n',
        'events.yaml:11:1: events: indent-less-than-text',
        meant='  note: >-\n    Some long text\n    that goes on here\n    and: there\n    and here.\n  city: Dushanbe\n',
    ),
    row(
        'a long text in a list, whose next line is not indented enough', 'events.yaml', '      sources: [peninsula-2018]\n', '      note: >-\n        Some long text\n    that goes on here.\n      sources: [peninsula-2018]\n',
        'events.yaml:25:5: events: indent-less-than-text',
        meant='      note: >-\n        Some long text\n        that goes on here.\n      sources: [peninsula-2018]\n',
    ),
    row(
        'a long text that is not indented at all', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n  Some long text.\n  city: Dushanbe\n',
        'events.yaml:10:3: events: indent-missing-in-text',
        meant='  note: >-\n    Some long text.\n  city: Dushanbe\n',
    ),
    row(
        'a long text whose next line holds a colon', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  that goes: on here.\n  city: Dushanbe\n',
        'events.yaml:11:3: 2018-dushanbe: key-unknown',
        meant='  note: >-\n    Some long text\n    that goes: on here.\n  city: Dushanbe\n', cure='  note: >-\n    Some long text\n    that goes: on here.\n  city: Dushanbe\n',
    ),
    row(
        'a key without a colon after a long text', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  venue Kohi Somon\n',
        'events.yaml:11:3: events: colon-missing',
        meant='  note: >-\n    Some long text\n  venue: Kohi Somon\n',
    ),
    row(
        'a text that goes on without an indent', 'events.yaml', '  city: Dushanbe\n', '  note: Some long text\n  that goes on here.\n  city: Dushanbe\n',
        'events.yaml:10:3: events: colon-missing',
        meant='  note: Some long text that goes on here.\n  city: Dushanbe\n',
    ),
    row(
        'words after a text in quotes', 'events.yaml', '  city: Dushanbe\n', '  note: "Some long text"\n  that goes on here.\n  city: Dushanbe\n',
        'events.yaml:10:3: events: colon-missing',
        meant='  note: "Some long text"\n  title_note: that goes on here.\n  city: Dushanbe\n', cure='  note: "Some long text"\n  title_note: that goes on here.\n  city: Dushanbe\n',
    ),
    row(
        'a key misspelt, without a colon', 'events.yaml', '      confidence: disputed\n', '      confidense disputed\n',
        'events.yaml:22:7: events: colon-missing',
    ),
    row(
        'an invisible space after the colon', 'events.yaml', '  city: Dushanbe\n', '  city:\xa0Dushanbe\n',
        'events.yaml:9:8: events: space-of-another-kind',
    ),
    row(
        'an invisible space after the dash', 'events.yaml', '- id: 2019-plan', '-\xa0id: 2019-plan',
        'events.yaml:51:2: events: space-of-another-kind',
    ),
    row(
        'an invisible space before the colon', 'events.yaml', '  city: Dushanbe\n', '  city\xa0: Dushanbe\n',
        'events.yaml:9:7: events: space-of-another-kind',
    ),
    row(
        'an equals sign for the colon', 'events.yaml', '  city: Dushanbe\n', '  city = Dushanbe\n',
        'events.yaml:9:3: events: colon-missing',
    ),
    row(
        'a semicolon for the colon', 'events.yaml', '  city: Dushanbe\n', '  city; Dushanbe\n',
        'events.yaml:9:3: events: colon-missing',
    ),
    row(
        'a wide semicolon for the colon', 'events.yaml', '  city: Dushanbe\n', '  city；Dushanbe\n',
        'events.yaml:9:3: events: colon-missing',
    ),
    row(
        'a wide colon', 'events.yaml', '  city: Dushanbe\n', '  city：Dushanbe\n',
        'events.yaml:9:3: events: colon-of-another-kind',
    ),
    row(
        'a dash for the colon', 'events.yaml', '  city: Dushanbe\n', '  city – Dushanbe\n',
        'events.yaml:9:3: events: colon-missing',
    ),
    row(
        'no colon before a value that needs quotes', 'events.yaml', '  city: Dushanbe\n', '  city = @Dushanbe\n',
        'events.yaml:9:3: events: colon-missing',
        meant="  city: '@Dushanbe'\n",
    ),
    row(
        'two versions of one text', 'events.yaml', '  city: Dushanbe\n', '<<<<<<< HEAD\n  city: Dushanbe\n=======\n  city: Vienna\n>>>>>>> other\n',
        'events.yaml:9:1: events: conflict-of-two-versions',
        cure='  city: Dushanbe\n',
    ),
    row(
        'what is left of two versions', 'events.yaml', '  city: Dushanbe\n', '  city: Dushanbe\n=======\n',
        'events.yaml:10:1: events: conflict-left-over',
    ),
    row(
        'a key in quotes, without a colon', 'events.yaml', '  city: Dushanbe\n', '  "city" Dushanbe\n',
        'events.yaml:9:3: events: colon-missing',
    ),
    row(
        'a line of JSON', 'events.yaml', '  city: Dushanbe\n', '  "city": "Dushanbe",\n',
        'events.yaml:9:21: events: comma-after-quote',
    ),
    row(
        'a pair in braces', 'events.yaml', '  city: Dushanbe\n', '  {"city": "Dushanbe"},\n',
        'events.yaml:9:3: events: pair-in-braces',
    ),
    row(
        'two pairs in braces', 'events.yaml', '  city: Dushanbe\n  country: Tajikistan\n', '  {"city": "Dushanbe", "country": "Tajikistan"}\n',
        'events.yaml:9:3: events: braces-around-keys',
        cure='  city: Dushanbe\n  country: Tajikistan\n',
    ),
    row(
        'a role without a dash', 'events.yaml', '    - organizer: qatar', '      organizer: qatar',
        'events.yaml:20:7: 2018-dushanbe: key-of-new-entry',
    ),
    row(
        'a record without a dash, indented like the one above', 'events.yaml', '- id: 2019-plan\n', '  id: 2019-plan\n  ctiy: Dushanbe\n',
        'events.yaml:51:3: 2018-side: key-of-new-entry',
        'events.yaml:52:3: 2018-side: key-unknown',
        meant='- id: 2019-plan\n  city: Dushanbe\n',
    ),
    row(
        'a record without a dash in another file', 'mirrors.yaml', '  why: Copies newspapers.\n', '  why: Copies newspapers.\n  host: copy.example\n  why: Copies magazines.\n',
        'mirrors.yaml:3:3: mirror.example: key-of-new-entry',
        meant=[('mirrors.yaml', '  why: Copies newspapers.\n', '  why: Copies newspapers.\n- host: copy.example\n  why: Copies magazines.\n'), ('CHANGES.yaml', 'mirrors: [mirror.example]', 'mirrors: [mirror.example, copy.example]')], cure=[('mirrors.yaml', '  host: copy', '- host: copy'), ('CHANGES.yaml', 'mirrors: [mirror.example]', 'mirrors: [mirror.example, copy.example]')],
    ),
    row(
        'the first key given twice in two lines', 'events.yaml', '- id: 2019-plan\n', '- id: 2019-plan\n  id: 2019-plan\n',
        'events.yaml:52:3: 2019-plan: key-given-twice',
        cure='- id: 2019-plan\n',
    ),
    row(
        'the only entry of a list is no id', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [Peninsula-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: id-not-written-as-one',
    ),
    row(
        'a list of lists', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [[peninsula-2018], [osce-2018]]\n',
        'events.yaml:23:17: 2018-dushanbe: list-in-list-of-texts',
        'events.yaml:23:35: 2018-dushanbe: list-in-list-of-texts',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'a list of one list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [[peninsula-2018, osce-2018]]\n',
        'events.yaml:23:17: 2018-dushanbe: list-in-list-of-texts',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'lists after dashes', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources:\n        - [peninsula-2018, osce-2018]\n',
        'events.yaml:24:11: 2018-dushanbe: list-in-list',
        meant='      sources: [peninsula-2018, osce-2018]\n', cure='      sources:\n        - peninsula-2018\n        - osce-2018\n',
    ),
    row(
        'a list of ids after a dash', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources:\n        - peninsula-2018, osce-2018\n',
        'events.yaml:24:11: 2018-dushanbe: entry-of-several-ids',
        meant='      sources: [peninsula-2018, osce-2018]\n', cure='      sources:\n        - peninsula-2018\n        - osce-2018\n',
    ),
    row(
        'a list of nothing in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [[], peninsula-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: list-in-list-empty',
        meant='      sources: [peninsula-2018]\n',
    ),
    row(
        'semicolons in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018; osce-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: entry-of-several-ids-in-brackets',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'spaces in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018 osce-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: entry-of-several-ids-in-brackets',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'wide commas in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018，osce-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: entry-of-several-ids-in-brackets',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'a colon in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018: osce-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: entry-of-several-ids-in-brackets',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'two commas in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018,, osce-2018]\n',
        'events.yaml:23:32: events: comma-twice',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'a comma that begins a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [, peninsula-2018]\n',
        'events.yaml:23:17: events: comma-before-first',
        meant='      sources: [peninsula-2018]\n',
    ),
    row(
        'a bracket too many', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018, osce-2018]]\n',
        'events.yaml:23:43: events: bracket-closes-nothing',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'a bracket too many, in a second line', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018,\n        osce-2018]]\n',
        'events.yaml:24:19: events: bracket-closes-nothing',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'an entry after the bracket', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018], osce-2018\n',
        'events.yaml:23:32: events: list-ended-early',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'two lists for one', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018] [osce-2018]\n',
        'events.yaml:23:33: events: list-ended-early',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'no bracket at the beginning', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: peninsula-2018]\n',
        'events.yaml:23:16: 2018-dushanbe: list-wanted-for-text',
    ),
    row(
        'a bracket closed by a brace', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018, osce-2018}\n',
        'events.yaml:23:42: events: bracket-closed-by-another',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'no comma between entries in quotes', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: ["peninsula-2018" "osce-2018"]\n',
        'events.yaml:23:34: events: comma-missing',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'an id with a space in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018, OSCE 2018]\n',
        'events.yaml:23:33: 2018-dushanbe: id-not-written-as-one',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'an address with a space', 'sources.yaml', 'https://khovar.tj/1', 'https://khovar.tj/the page',
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
        meant='https://khovar.tj/the%20page', cure='https://khovar.tj/the%20page',
    ),
    row(
        'an address in angle brackets', 'sources.yaml', 'https://khovar.tj/1', '<https://khovar.tj/1>',
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
    ),
    row(
        'two addresses', 'sources.yaml', 'https://khovar.tj/1', 'https://khovar.tj/1 https://khovar.tj/2',
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
        cure='https://khovar.tj/1',
    ),
    row(
        'an address in capitals', 'sources.yaml', 'https://khovar.tj/1', 'HTTPS://khovar.tj/1',
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
        cure='https://khovar.tj/1',
    ),
    row(
        'a host that is none', 'sources.yaml', 'https://khovar.tj/1', 'https://..tj/1',
        'sources.yaml:4:8: khovar-2018: address-not-of-a-page',
        cure='https://khovar.tj/1',
    ),
    row(
        'two tabs that indent, and one between words', 'events.yaml', '  label: Plan\n  kind: follow-up\n  weight: minor\n', '\tlabel: Plan\n \tkind: follow-up\n  weight:\tminor\n',
        'events.yaml:53:1: events: tab-indents',
        'events.yaml:54:2: events: tab-indents',
        'events.yaml:55:10: events: tab',
    ),
    row(
        'a tab after a dash', 'events.yaml', '- id: 2019-plan', '-\tid: 2019-plan',
        'events.yaml:51:2: events: tab',
    ),
    row(
        'a long text that goes on with the word of a key', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  city of the conference.\n  city: Dushanbe\n',
        'events.yaml:11:3: events: colon-missing',
        meant='  note: >-\n    Some long text\n    city of the conference.\n  city: Dushanbe\n', cure='  note: >-\n    Some long text\n    city of the conference.\n  city: Dushanbe\n',
    ),
    row(
        'a new key without a colon after a long text', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  title_note Descriptive\n',
        'events.yaml:11:3: events: colon-missing',
        meant='  note: >-\n    Some long text\n  title_note: Descriptive\n',
    ),
    row(
        'a line of invisible spaces', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  \xa0\n  city: Dushanbe\n',
        'events.yaml:11:3: events: space-alone-in-line',
        meant='  note: >-\n    Some long text\n  city: Dushanbe\n',
    ),
    row(
        'a line of invisible spaces, indented unlike the others', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n \u3000\n  city: Dushanbe\n',
        'events.yaml:11:2: events: space-alone-in-line',
        meant='  note: >-\n    Some long text\n  city: Dushanbe\n',
    ),
    row(
        'a text in quotes without a key', 'events.yaml', '  city: Dushanbe\n', '  "Dushanbe, the capital"\n',
        'events.yaml:9:3: events: quotes-for-key',
        meant='  city: "Dushanbe, the capital"\n', cure='  city: "Dushanbe, the capital"\n',
    ),
    row(
        'a dash alone after a long text', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  -\n  city: Dushanbe\n',
        'events.yaml:11:3: events: dash-alone',
        meant='  note: >-\n    Some long text\n  city: Dushanbe\n', cure='  note: >-\n    Some long text\n  city: Dushanbe\n',
    ),
    row(
        'a bracket alone after a long text', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  ]\n  city: Dushanbe\n',
        'events.yaml:11:3: events: indent-less-than-text',
        meant='  note: >-\n    Some long text\n    ]\n  city: Dushanbe\n',
    ),
)
