"""What people mistype in data files, in the letters and signs of YAML; rows as in `tests/mistakes.py`.

`test_store.py` reads each with both parsers, and `test_mistakes.py` cures it.
"""

from tests.mistakes import row

# One slip is one paragraph; wrapped, the messages could no longer be compared by eye.
# fmt: off
# ruff: noqa: E501
SLIPS = (
    row(
        'a colon in an unquoted title', 'events.yaml', '"Plan: the next steps"', 'Plan: the next steps',
        'events.yaml:52:14: events: a value with a colon needs quotes; write title: "Plan: the next steps"',
    ),
    row(
        'a line without a colon', 'events.yaml', 'label: Plan\n', 'label Plan\n',
        'events.yaml:53:3: events: "label Plan" has no colon; write "label: Plan"',
    ),
    row(
        'a colon without a space', 'events.yaml', 'label: Plan\n', 'label:Plan\n',
        'events.yaml:53:3: events: "label:" has no space after the colon; write "label: Plan"',
    ),
    row(
        'the first line without a colon', 'events.yaml', '- id: 2019-plan', '- id 2019-plan',
        'events.yaml:51:3: events: "id 2019-plan" has no colon; write "id: 2019-plan"',
    ),
    row(
        'a quote never closed', 'events.yaml', 'next steps"', 'next steps',
        'events.yaml:52:10: events: the quote that begins here is never closed; write the same quote at its end',
    ),
    row(
        'a quote closed too early', 'events.yaml', '"Plan: the next steps"', '"Plan": the next steps',
        'events.yaml:52:16: events: a value with a colon needs quotes; write title: \'"Plan": the next steps\'',
        meant='\'"Plan": the next steps\'',
    ),
    row(
        'text after a quote', 'events.yaml', 'title: Countering Terrorism', 'title: "Countering" Terrorism',
        'events.yaml:2:23: events: the quote " ended before this; write title: \'"Countering" Terrorism\'',
        meant='title: \'"Countering" Terrorism\'',
    ),
    row(
        'an apostrophe in single quotes', 'events.yaml', 'title: Countering Terrorism', "title: 'Terrorism's end'",
        'events.yaml:2:21: events: the quote \' ended before this; write title: "Terrorism\'s end"',
        meant='title: "Terrorism\'s end"',
    ),
    row(
        'a tab that indents', 'events.yaml', '  label: Plan\n', '\tlabel: Plan\n',
        'events.yaml:53:1: events: the line begins with a tab; indent it with spaces',
    ),
    row(
        'a tab between words', 'events.yaml', 'label: Plan\n', 'label:\tPlan\n',
        'events.yaml:53:9: events: is a tab; write spaces',
    ),
    row(
        'a line too deep', 'events.yaml', '  label: Plan\n', '    label: Plan\n',
        'events.yaml:53:5: events: indent "label" by 2 spaces, as elsewhere in this file',
    ),
    row(
        'a line not deep enough', 'events.yaml', '  label: Plan\n', ' label: Plan\n',
        'events.yaml:53:2: events: indent "label" by 2 spaces, as elsewhere in this file',
    ),
    row(
        'a list out of line', 'events.yaml', '    - organizer: qatar', '   - organizer: qatar',
        'events.yaml:20:4: events: indent the dash before "organizer" by 4 spaces, as elsewhere in this file',
    ),
    row(
        'a dash without a space', 'events.yaml', '- id: 2019-plan', '-id: 2019-plan',
        'events.yaml:51:1: events: a dash needs a space after it; write "- id: 2019-plan"',
    ),
    row(
        'a record without a dash', 'events.yaml', '- id: 2019-plan', 'id: 2019-plan',
        'events.yaml:51:1: events: an entry begins here; write "- " before "id"',
    ),
    row(
        'a bracket never closed', 'events.yaml', 'sources: [khovar-2018, osce-2018]\n', 'sources: [khovar-2018, osce-2018\n',
        'events.yaml:19:16: events: the bracket that begins here is never closed; write "]", or quote the whole text',
    ),
    row(
        'a file cut off within brackets', 'events.yaml', '  start:\n  sources: [asiaplus-2022]\n', '  start:\n  sources: [asiaplus-2022',
        'events.yaml:73:12: events: the bracket that begins here is never closed; write "]", or quote the whole text',
    ),
    row(
        'a value that begins with @', 'events.yaml', 'title: Countering Terrorism', 'title: @UN',
        'events.yaml:2:10: events: a value cannot begin with "@"; write "@UN" with the quotes',
        meant="title: '@UN'",
    ),
    row(
        'a value that begins with a bracket', 'events.yaml', 'title: Countering Terrorism', 'title: [Countering] Terrorism',
        'events.yaml:2:23: events: text that begins with "[" needs quotes; write title: "[Countering] Terrorism"',
        meant="title: '[Countering] Terrorism'",
    ),
    row(
        'a code in double quotes', 'events.yaml', '"Plan: the next steps"', '"Plan: \\d"',
        'events.yaml:52:10: events: a "\\" between double quotes begins a code; put the text in single quotes',
        meant="'Plan: \\d'", cure="'Plan: \\d'",
    ),
    row(
        'a sign for long texts', 'events.yaml', 'title: Countering Terrorism', 'title: > Countering Terrorism',
        'events.yaml:2:10: events: after ">" a text begins on the next line; write "> Countering Terrorism" with the quotes if the sign belongs to the value',
        meant="title: '> Countering Terrorism'",
    ),
    row(
        'a dash as a value', 'events.yaml', 'title: Countering Terrorism', 'title: - Countering',
        'events.yaml:2:10: events: a value cannot begin with "- "; write "- Countering" with the quotes',
        meant="title: '- Countering'",
    ),
    row(
        'an alias', 'events.yaml', 'city: Dushanbe', 'city: *place',
        'events.yaml:9:9: 2018-dushanbe: "*place" stands for what is marked elsewhere; write that out here, or put it in quotes if it is text',
        meant="city: '*place'", cure="city: '*place'",
    ),
    row(
        'an anchor', 'events.yaml', 'city: Dushanbe', 'city: &place Dushanbe',
        'events.yaml:9:9: 2018-dushanbe: "&place" is a mark of YAML and no part of the value; delete it, or put the whole text in quotes if it belongs to it',
    ),
    row(
        'a tag', 'events.yaml', 'city: Dushanbe', 'city: !!python/name:os.system Dushanbe',
        'events.yaml:9:9: 2018-dushanbe: "!" begins a type; put the text in quotes, or drop the word',
        cure='city: Dushanbe',
    ),
    row(
        'a merge key', 'events.yaml', 'city: Dushanbe', '<<: Dushanbe',
        'events.yaml:9:3: 2018-dushanbe: "<<" would merge another record; write the keys out',
        cure='city: Dushanbe',
    ),
    row(
        'a key given twice', 'events.yaml', 'city: Dushanbe', 'label: Dushanbe',
        'events.yaml:9:3: 2018-dushanbe: "label" was given before, on line 3; keep one of the two',
    ),
    row(
        'null', 'events.yaml', 'city: Dushanbe', 'city: null',
        'events.yaml:9:9: 2018-dushanbe: "null" is not a value; leave it empty',
        meant=[('events.yaml', '  city: Dushanbe\n', '')], cure='city:',
    ),
    row(
        'a list as a key', 'events.yaml', 'city: Dushanbe', '? [a]\n  : b',
        'events.yaml:9:5: 2018-dushanbe: a list stands where a key belongs; write a word before the colon',
        cure='city: Dushanbe',
    ),
    row(
        'a second document', 'events.yaml', '- id: 2019-plan', '---\n- id: 2019-plan',
        'events.yaml:51:1: events: "---" begins a second document; put all records into one',
        cure='- id: 2019-plan',
    ),
    row(
        'nested too deep', 'events.yaml', 'city: Dushanbe', 'city: [[[[[[[[[[[[[[[[[[[[',
        'events.yaml:9:19: events: is nested more than 12 levels deep; close the brackets or indent less',
        cure='city: Dushanbe',
    ),
    row(
        'a hidden code', 'events.yaml', 'city: Dushanbe', 'city: "Dush\\eanbe"',
        'events.yaml:9:9: 2018-dushanbe: holds a character that cannot be seen; delete it',
        cure='city: "Dushanbe"',
    ),
    row(
        'a hidden character', 'events.yaml', 'city: Dushanbe', 'city: Dush\x07anbe',
        'events.yaml:9:13: events: U+0007 is a character that cannot be seen; delete it',
    ),
    row(
        'a key missing', 'events.yaml', '  label: Plan\n', '',
        'events.yaml:51:3: 2019-plan: "label" is missing; write "label: …" (short name for charts; unique)',
    ),
    row(
        'a key left empty', 'events.yaml', '  label: Plan\n', '  label:\n',
        'events.yaml:53:9: 2019-plan: "label" is missing; write "label: …" (short name for charts; unique)',
        cure='  label: Plan\n',
    ),
    row(
        'a key missing in a role', 'events.yaml', '    - organizer: qatar\n      role: sponsor\n', '    - organizer: qatar\n',
        'events.yaml:20:7: 2018-dushanbe: "role" is missing; write "role: …" (what the organizer did)',
        cure='    - organizer: qatar\n      role: sponsor\n',
    ),
    row(
        'a key misspelt', 'events.yaml', 'city: Dushanbe', 'ctiy: Dushanbe',
        'events.yaml:9:3: 2018-dushanbe: "ctiy" is not a key of an event; if you meant "city", write that',
    ),
    row(
        'a key that is none', 'events.yaml', '      role: sponsor\n', '      role: sponsor\n      weather: fine\n',
        'events.yaml:22:7: 2018-dushanbe: "weather" is not a key of a role; write one of: organizer, role, confidence, sources, note',
        cure='      role: sponsor\n',
    ),
    row(
        'a word misspelt', 'events.yaml', 'role: sponsor', 'role: sponser',
        'events.yaml:21:13: 2018-dushanbe: "sponser" cannot stand for role; if you meant "sponsor", write that, else one of: host, organizer, co-organizer, co-host, lead, convener, chair, sponsor, supporter, partner, party, announcer, presenter',
    ),
    row(
        'a word that is none', 'events.yaml', 'kind: conference', 'kind: xyz',
        'events.yaml:4:9: 2018-dushanbe: "xyz" cannot stand for kind; write one of: conference, declaration, side-event, preparation, follow-up, context',
        cure='kind: conference',
    ),
    row(
        'a text for a list', 'events.yaml', '  sources: [osce-2018]\n\n', '  sources: osce-2018\n\n',
        'events.yaml:49:12: 2018-side: "sources" takes a list; write [osce-2018]',
    ),
    row(
        'a list for a text', 'events.yaml', 'city: Dushanbe', 'city: [Dushanbe]',
        'events.yaml:9:9: 2018-dushanbe: "city" takes one value; write it on the line of the key, without dash or brackets',
        cure='city: Dushanbe',
    ),
    row(
        'a mapping for a text', 'events.yaml', 'title: Countering Terrorism', 'title:\n    Countering: Terrorism',
        'events.yaml:3:5: 2018-dushanbe: the colon and the space after it split this text; write "Countering: Terrorism" with the quotes',
        meant='title: "Countering: Terrorism"', cure='title:\n    "Countering: Terrorism"',
    ),
    row(
        'a list for a date', 'events.yaml', 'date: 2018-05-04', 'date: [2018-05-04]',
        'events.yaml:31:13: 2018-dushanbe: "date" takes one value; write it on the line of the key, without dash or brackets',
        cure='date: 2018-05-04',
    ),
    row(
        'a text for a record', 'events.yaml', '    - label: participants\n      value: more than 400\n      confidence: single\n      sources: [khovar-2018]\n', '    - many\n',
        'events.yaml:25:7: 2018-dushanbe: "many" stands where a figure belongs; write label: …, value: …, confidence: …, sources: …',
        cure='    - label: participants\n      value: more than 400\n      confidence: single\n      sources: [khovar-2018]\n',
    ),
    row(
        'a mapping for a list', 'events.yaml', '    - label: participants\n      value: more', '      label: participants\n      value: more',
        'events.yaml:25:7: 2018-dushanbe: an entry of a list begins with a dash; write "- " for the two spaces before "label"',
    ),
    row(
        'an empty list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: []\n',
        'events.yaml:23:16: 2018-dushanbe: "sources" has too few entries; write at least 1',
        cure='      sources: [peninsula-2018]\n',
    ),
    row(
        'an empty entry', 'events.yaml', 'sources: [khovar-2018, osce-2018, pen', 'sources:\n    -\n    - osce-2018\n  note: [pen',
        'events.yaml:35:6: 2018-dushanbe: an entry is empty; write it after the dash, or delete the dash',
        'events.yaml:37:9: 2018-dushanbe: "note" takes one value; write it on the line of the key, without dash or brackets',
        cure='sources: [khovar-2018, osce-2018, pen',
    ),
    row(
        'an empty text', 'events.yaml', 'city: Dushanbe', 'city: ""',
        'events.yaml:9:9: 2018-dushanbe: "city" is an empty text; write something, or delete the line',
        meant=[('events.yaml', '  city: Dushanbe\n', '')], cure=[('events.yaml', '  city: ""\n', '')],
    ),
    row(
        'a date in another order', 'events.yaml', 'start: 2018-05-03', 'start: 03.05.2018',
        'events.yaml:7:10: 2018-dushanbe: "03.05.2018" is not a date; write 2018-05-03 (year, month, day)',
    ),
    row(
        'a date that is not in the calendar', 'events.yaml', 'start: 2018-05-03', 'start: 2018-04-31',
        'events.yaml:7:10: 2018-dushanbe: "2018-04-31" is not in the calendar; write a day from 01 to 30',
    ),
    row(
        'a number that is none', 'events.yaml', 'edition: 1', 'edition: first',
        'events.yaml:6:12: 2018-dushanbe: "first" is not a whole number; write digits alone, such as 3',
        cure='edition: 1',
    ),
    row(
        'a number too small', 'events.yaml', 'edition: 1', 'edition: 0',
        'events.yaml:6:12: 2018-dushanbe: "0" is too small; write 1 or more',
        cure='edition: 1',
    ),
    row(
        'a number with a comma', 'events.yaml', 'edition: 1', 'edition: 1.5',
        'events.yaml:6:12: 2018-dushanbe: "1.5" is not a whole number; write digits alone, such as 3',
        cure='edition: 1',
    ),
    row(
        'neither true nor false', 'events.yaml', '  sources: [osce-2018]\n\n', '  people: [{name: A, position: B, announced: maybe, sources: [osce-2018]}]\n  sources: [osce-2018]\n\n',
        'events.yaml:49:46: 2018-side: "maybe" is neither true nor false; write true or false',
        meant='  people: [{name: A, position: B, announced: true, sources: [osce-2018]}]\n  sources: [osce-2018]\n\n', cure='  people: [{name: A, position: B, announced: true, sources: [osce-2018]}]\n  sources: [osce-2018]\n\n',
    ),
    row(
        'an id with capitals', 'events.yaml', '- id: 2019-plan', '- id: 2019 Plan',
        'events.yaml:51:7: 2019 Plan: "2019 Plan" is not an id; write "2019-plan"',
    ),
    row(
        'an id in Cyrillic', 'events.yaml', '- id: 2019-plan', '- id: план',
        'events.yaml:51:7: план: "план" is not an id; write lower-case Latin letters, digits and hyphens',
        cure='- id: 2019-plan',
    ),
    row(
        'an id given twice', 'events.yaml', '- id: 2019-plan', '- id: 2018-side',
        'events.yaml:51:7: 2018-side: "2018-side" is already the id of the record on line 36; give this one another',
    ),
    row(
        'an id left out', 'events.yaml', '- id: 2019-plan\n  title:', '- title:',
        'events.yaml:51:3: record 3: "id" is missing; write "id: …" (permanent; begins with the year (or with undated))',
        cure=[('events.yaml', '\n- title:', '\n- id: 2019-plan\n  title:')],
    ),
    row(
        'a record that is a text', 'events.yaml', '- id: 2019-plan', '- plan\n- id: 2019-plan',
        'events.yaml:51:3: record 3: the entry is not a record; write "- " and then its keys, or delete it',
        cure='- id: 2019-plan',
    ),
    row(
        'an empty record', 'events.yaml', '- id: 2019-plan', '-\n- id: 2019-plan',
        'events.yaml:51:2: record 3: the entry is empty; write "- " and then its keys, or delete it',
        cure='- id: 2019-plan',
    ),
    row(
        'an address without a scheme', 'sources.yaml', 'https://khovar.tj/1', 'www.khovar.tj/1',
        'sources.yaml:4:8: khovar-2018: "www.khovar.tj/1" is not a web address; write it whole, beginning with https:// or http://',
    ),
    row(
        'a script for an address', 'sources.yaml', 'https://khovar.tj/1', 'javascript:alert(1)',
        'sources.yaml:4:8: khovar-2018: "javascript:alert(1)" is not a web address; write it whole, beginning with https:// or http://',
    ),
    row(
        'a Wikidata item that is none', 'organizers.yaml', 'Q863', '863',
        'organizers.yaml:7:13: tajikistan: "863" is not a Wikidata item; write Q and digits, such as Q863',
        cure='Q863',
    ),
    row(
        'a host with its scheme', 'mirrors.yaml', 'mirror.example', 'https://www.mirror.example/',
        'mirrors.yaml:1:9: https://www.mirror.example/: "https://www.mirror.example/" is not a host; write "mirror.example"',
    ),
    row(
        'a mapping for a list of records', 'mirrors.yaml', '- host: mirror.example\n  why', 'host: mirror.example\nwhy',
        'mirrors.yaml:1:1: mirrors: the file does not hold what it should; write a list of records, each beginning with "- "',
        cure='- host: mirror.example\n  why',
    ),
    row(
        'a list for the process', 'process.yaml', 'name: Dushanbe Process', '- a',
        'process.yaml:4:1: process: "summary: Conferences against terrorism." is not part of a record; indent it, or write "- " before it',
        cure='name: Dushanbe Process',
    ),
    row(
        'a list of the process', 'process.yaml', 'name: Dushanbe Process', 'nmae: Dushanbe Process',
        'process.yaml:3:1: process: "nmae" is not a key of a process; if you meant "name" or "names", write that',
    ),
    row(
        'a long text whose next line is not indented enough', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  that goes on here\n  and here.\n  city: Dushanbe\n',
        'events.yaml:11:3: events: the line is indented less than the text it goes on with; indent it and the next line by 4 spaces, as the line above',
        meant='  note: >-\n    Some long text\n    that goes on here\n    and here.\n  city: Dushanbe\n',
    ),
    row(
        'a long text whose next line is indented halfway', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n   that goes on here.\n  city: Dushanbe\n',
        'events.yaml:11:4: events: the line is indented less than the text it goes on with; indent it by 4 spaces, as the line above',
        meant='  note: >-\n    Some long text\n    that goes on here.\n  city: Dushanbe\n',
    ),
    row(
        'a long text whose last lines begin at the edge', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\nthat goes on here\nand: there\nand here.\n  city: Dushanbe\n',
        'events.yaml:11:1: events: the line is indented less than the text it goes on with; indent it and the next 2 lines by 4 spaces, as the line above',
        meant='  note: >-\n    Some long text\n    that goes on here\n    and: there\n    and here.\n  city: Dushanbe\n',
    ),
    row(
        'a long text in a list, whose next line is not indented enough', 'events.yaml', '      sources: [peninsula-2018]\n', '      note: >-\n        Some long text\n    that goes on here.\n      sources: [peninsula-2018]\n',
        'events.yaml:25:5: events: the line is indented less than the text it goes on with; indent it by 8 spaces, as the line above',
        meant='      note: >-\n        Some long text\n        that goes on here.\n      sources: [peninsula-2018]\n',
    ),
    row(
        'a long text that is not indented at all', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n  Some long text.\n  city: Dushanbe\n',
        'events.yaml:10:3: events: the text that ">" or "|" announces begins here, but is not indented; indent it by 4 spaces',
        meant='  note: >-\n    Some long text.\n  city: Dushanbe\n',
    ),
    row(
        'a long text whose next line holds a colon', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  that goes: on here.\n  city: Dushanbe\n',
        'events.yaml:11:3: 2018-dushanbe: "that goes" is not a key of an event; indent it deeper if it goes on with the text above, else write one of: id, aliases, withdrawn, title, label, kind, weight, edition, parent, start, end, dating, date_sources, date_note, city, country, venue, venue_sources, titles, title_note, roles, figures, patron, people, themes, sessions, delegations, frameworks, countries, organizations, side_meetings, fun…',
        meant='  note: >-\n    Some long text\n    that goes: on here.\n  city: Dushanbe\n', cure='  note: >-\n    Some long text\n    that goes: on here.\n  city: Dushanbe\n',
    ),
    row(
        'a key without a colon after a long text', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  venue Kohi Somon\n',
        'events.yaml:11:3: events: "venue Kohi Somon" has no colon; write "venue: Kohi Somon", or indent it by 4 spaces if it goes on with the text above',
        meant='  note: >-\n    Some long text\n  venue: Kohi Somon\n',
    ),
    row(
        'a text that goes on without an indent', 'events.yaml', '  city: Dushanbe\n', '  note: Some long text\n  that goes on here.\n  city: Dushanbe\n',
        'events.yaml:10:3: events: "that goes on here." has no colon; put it on the line above if it goes on with it, else write a key and a colon before it',
        meant='  note: Some long text that goes on here.\n  city: Dushanbe\n',
    ),
    row(
        'words after a text in quotes', 'events.yaml', '  city: Dushanbe\n', '  note: "Some long text"\n  that goes on here.\n  city: Dushanbe\n',
        'events.yaml:10:3: events: "that goes on here." has no colon; write a key and a colon before it',
        meant='  note: "Some long text"\n  title_note: that goes on here.\n  city: Dushanbe\n', cure='  note: "Some long text"\n  title_note: that goes on here.\n  city: Dushanbe\n',
    ),
    row(
        'a key misspelt, without a colon', 'events.yaml', '      confidence: disputed\n', '      confidense disputed\n',
        'events.yaml:22:7: events: "confidense disputed" has no colon; write "confidence: disputed"',
    ),
    row(
        'an invisible space after the colon', 'events.yaml', '  city: Dushanbe\n', '  city:\xa0Dushanbe\n',
        'events.yaml:9:8: events: U+00A0 (no-break space) only looks like a space; write a plain space',
    ),
    row(
        'an invisible space after the dash', 'events.yaml', '- id: 2019-plan', '-\xa0id: 2019-plan',
        'events.yaml:51:2: events: U+00A0 (no-break space) only looks like a space; write a plain space',
    ),
    row(
        'an invisible space before the colon', 'events.yaml', '  city: Dushanbe\n', '  city\xa0: Dushanbe\n',
        'events.yaml:9:7: events: U+00A0 (no-break space) only looks like a space; write a plain space',
    ),
    row(
        'an equals sign for the colon', 'events.yaml', '  city: Dushanbe\n', '  city = Dushanbe\n',
        'events.yaml:9:3: events: "city = Dushanbe" has no colon; write "city: Dushanbe"',
    ),
    row(
        'a semicolon for the colon', 'events.yaml', '  city: Dushanbe\n', '  city; Dushanbe\n',
        'events.yaml:9:3: events: "city; Dushanbe" has no colon; write "city: Dushanbe"',
    ),
    row(
        'a wide semicolon for the colon', 'events.yaml', '  city: Dushanbe\n', '  city；Dushanbe\n',
        'events.yaml:9:3: events: "city；Dushanbe" has no colon; write "city: Dushanbe"',
    ),
    row(
        'a wide colon', 'events.yaml', '  city: Dushanbe\n', '  city：Dushanbe\n',
        'events.yaml:9:3: events: "city：Dushanbe" has no plain colon; write "city: Dushanbe"',
    ),
    row(
        'a dash for the colon', 'events.yaml', '  city: Dushanbe\n', '  city – Dushanbe\n',
        'events.yaml:9:3: events: "city – Dushanbe" has no colon; write "city: Dushanbe"',
    ),
    row(
        'no colon before a value that needs quotes', 'events.yaml', '  city: Dushanbe\n', '  city = @Dushanbe\n',
        'events.yaml:9:3: events: "city = @Dushanbe" has no colon; write "city: \'@Dushanbe\'"',
        meant="  city: '@Dushanbe'\n",
    ),
    row(
        'two versions of one text', 'events.yaml', '  city: Dushanbe\n', '<<<<<<< HEAD\n  city: Dushanbe\n=======\n  city: Vienna\n>>>>>>> other\n',
        'events.yaml:9:1: events: two versions of the text stand here, up to ">>>>>>>"; keep one of them, and delete the lines that begin with "<<<<<<<", "=======" and ">>>>>>>"',
        cure='  city: Dushanbe\n',
    ),
    row(
        'what is left of two versions', 'events.yaml', '  city: Dushanbe\n', '  city: Dushanbe\n=======\n',
        'events.yaml:10:1: events: "=======" is left over from two versions of the text; delete this line',
    ),
    row(
        'a key in quotes, without a colon', 'events.yaml', '  city: Dushanbe\n', '  "city" Dushanbe\n',
        'events.yaml:9:3: events: ""city" Dushanbe" has no colon; write "city: Dushanbe"',
    ),
    row(
        'a line of JSON', 'events.yaml', '  city: Dushanbe\n', '  "city": "Dushanbe",\n',
        'events.yaml:9:21: events: a comma follows the quote; delete it',
    ),
    row(
        'a pair in braces', 'events.yaml', '  city: Dushanbe\n', '  {"city": "Dushanbe"},\n',
        'events.yaml:9:3: events: "{"city": "Dushanbe"}," stands in braces; write "city: "Dushanbe""',
    ),
    row(
        'two pairs in braces', 'events.yaml', '  city: Dushanbe\n  country: Tajikistan\n', '  {"city": "Dushanbe", "country": "Tajikistan"}\n',
        'events.yaml:9:3: events: "{"city": "Dushanbe", "country": "Tajikistan"}" is written for programs; write each key on a line of its own, without braces and commas',
        cure='  city: Dushanbe\n  country: Tajikistan\n',
    ),
    row(
        'a role without a dash', 'events.yaml', '    - organizer: qatar', '      organizer: qatar',
        'events.yaml:20:7: 2018-dushanbe: a new entry begins here; write "- " for the two spaces before "organizer", or delete what is said twice',
    ),
    row(
        'a record without a dash, indented like the one above', 'events.yaml', '- id: 2019-plan\n', '  id: 2019-plan\n  ctiy: Dushanbe\n',
        'events.yaml:51:3: 2018-side: a new entry begins here; write "- " for the two spaces before "id", or delete what is said twice',
        'events.yaml:52:3: 2018-side: "ctiy" is not a key of an event; if you meant "city", write that',
        meant='- id: 2019-plan\n  city: Dushanbe\n',
    ),
    row(
        'a record without a dash in another file', 'mirrors.yaml', '  why: Copies newspapers.\n', '  why: Copies newspapers.\n  host: copy.example\n  why: Copies magazines.\n',
        'mirrors.yaml:3:3: mirror.example: a new entry begins here; write "- " for the two spaces before "host", or delete what is said twice',
        meant=[('mirrors.yaml', '  why: Copies newspapers.\n', '  why: Copies newspapers.\n- host: copy.example\n  why: Copies magazines.\n'), ('CHANGES.yaml', 'mirrors: [mirror.example]', 'mirrors: [mirror.example, copy.example]')], cure=[('mirrors.yaml', '  host: copy', '- host: copy'), ('CHANGES.yaml', 'mirrors: [mirror.example]', 'mirrors: [mirror.example, copy.example]')],
    ),
    row(
        'the first key given twice in two lines', 'events.yaml', '- id: 2019-plan\n', '- id: 2019-plan\n  id: 2019-plan\n',
        'events.yaml:52:3: 2019-plan: "id" was given before, on line 51; keep one of the two',
        cure='- id: 2019-plan\n',
    ),
    row(
        'the only entry of a list is no id', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [Peninsula-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: "Peninsula-2018" is not an id; write "peninsula-2018"',
    ),
    row(
        'a list of lists', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [[peninsula-2018], [osce-2018]]\n',
        'events.yaml:23:17: 2018-dushanbe: a list stands inside a list; write "peninsula-2018" without the inner brackets',
        'events.yaml:23:35: 2018-dushanbe: a list stands inside a list; write "osce-2018" without the inner brackets',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'a list of one list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [[peninsula-2018, osce-2018]]\n',
        'events.yaml:23:17: 2018-dushanbe: a list stands inside a list; write "peninsula-2018, osce-2018" without the inner brackets',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'lists after dashes', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources:\n        - [peninsula-2018, osce-2018]\n',
        'events.yaml:24:11: 2018-dushanbe: a list stands inside a list; write each of its entries on a line of its own, after one "- "',
        meant='      sources: [peninsula-2018, osce-2018]\n', cure='      sources:\n        - peninsula-2018\n        - osce-2018\n',
    ),
    row(
        'a list of ids after a dash', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources:\n        - peninsula-2018, osce-2018\n',
        'events.yaml:24:11: 2018-dushanbe: "peninsula-2018, osce-2018" are 2 ids; write each on a line of its own, after "- "',
        meant='      sources: [peninsula-2018, osce-2018]\n', cure='      sources:\n        - peninsula-2018\n        - osce-2018\n',
    ),
    row(
        'a list of nothing in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [[], peninsula-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: the list inside this list holds nothing; delete it',
        meant='      sources: [peninsula-2018]\n',
    ),
    row(
        'semicolons in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018; osce-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: "peninsula-2018; osce-2018" are 2 ids; put a comma between them: peninsula-2018, osce-2018',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'spaces in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018 osce-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: "peninsula-2018 osce-2018" are 2 ids; put a comma between them: peninsula-2018, osce-2018',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'wide commas in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018，osce-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: "peninsula-2018，osce-2018" are 2 ids; put a comma between them: peninsula-2018, osce-2018',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'a colon in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018: osce-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: "peninsula-2018 osce-2018" are 2 ids; put a comma between them: peninsula-2018, osce-2018',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'two commas in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018,, osce-2018]\n',
        'events.yaml:23:32: events: two commas stand where one belongs; delete one',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'a comma that begins a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [, peninsula-2018]\n',
        'events.yaml:23:17: events: nothing stands before this comma; delete it',
        meant='      sources: [peninsula-2018]\n',
    ),
    row(
        'a bracket too many', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018, osce-2018]]\n',
        'events.yaml:23:43: events: this bracket closes nothing; delete it',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'a bracket too many, in a second line', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018,\n        osce-2018]]\n',
        'events.yaml:24:19: events: this bracket closes nothing; delete it',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'an entry after the bracket', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018], osce-2018\n',
        'events.yaml:23:32: events: the list has ended before this; write one pair of brackets around all: [peninsula-2018, osce-2018]',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'two lists for one', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018] [osce-2018]\n',
        'events.yaml:23:33: events: the list has ended before this; write one pair of brackets around all: [peninsula-2018, osce-2018]',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'no bracket at the beginning', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: peninsula-2018]\n',
        'events.yaml:23:16: 2018-dushanbe: "sources" takes a list; write [peninsula-2018]',
    ),
    row(
        'a bracket closed by a brace', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018, osce-2018}\n',
        'events.yaml:23:42: events: the bracket that is open here needs another sign to close it; write "]"',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'no comma between entries in quotes', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: ["peninsula-2018" "osce-2018"]\n',
        'events.yaml:23:34: events: a comma is missing before this entry; write one',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'an id with a space in a list', 'events.yaml', '      sources: [peninsula-2018]\n', '      sources: [peninsula-2018, OSCE 2018]\n',
        'events.yaml:23:33: 2018-dushanbe: "OSCE 2018" is not an id; write "osce-2018"',
        meant='      sources: [peninsula-2018, osce-2018]\n',
    ),
    row(
        'an address with a space', 'sources.yaml', 'https://khovar.tj/1', 'https://khovar.tj/the page',
        'sources.yaml:4:8: khovar-2018: "https://khovar.tj/the page" is not a web address, for it holds a space; delete the space, or write %20 for it',
        meant='https://khovar.tj/the%20page', cure='https://khovar.tj/the%20page',
    ),
    row(
        'an address in angle brackets', 'sources.yaml', 'https://khovar.tj/1', '<https://khovar.tj/1>',
        'sources.yaml:4:8: khovar-2018: "<https://khovar.tj/1>" is not a web address; write it without the signs around it: https://khovar.tj/1',
    ),
    row(
        'two addresses', 'sources.yaml', 'https://khovar.tj/1', 'https://khovar.tj/1 https://khovar.tj/2',
        'sources.yaml:4:8: khovar-2018: "https://khovar.tj/1 https://khovar.tj/2" is not a web address but two; keep one of them',
        cure='https://khovar.tj/1',
    ),
    row(
        'an address in capitals', 'sources.yaml', 'https://khovar.tj/1', 'HTTPS://khovar.tj/1',
        'sources.yaml:4:8: khovar-2018: "HTTPS://khovar.tj/1" is not a web address; write https:// in small letters',
        cure='https://khovar.tj/1',
    ),
    row(
        'a host that is none', 'sources.yaml', 'https://khovar.tj/1', 'https://..tj/1',
        'sources.yaml:4:8: khovar-2018: "https://..tj/1" is not a web address, for "..tj" cannot be a host; write its name in full, such as www.osce.org',
        cure='https://khovar.tj/1',
    ),
    row(
        'two tabs that indent, and one between words', 'events.yaml', '  label: Plan\n  kind: follow-up\n  weight: minor\n', '\tlabel: Plan\n \tkind: follow-up\n  weight:\tminor\n',
        'events.yaml:53:1: events: the line begins with a tab; indent it with spaces',
        'events.yaml:54:2: events: the line begins with a tab; indent it with spaces',
        'events.yaml:55:10: events: is a tab; write spaces',
    ),
    row(
        'a tab after a dash', 'events.yaml', '- id: 2019-plan', '-\tid: 2019-plan',
        'events.yaml:51:2: events: is a tab; write spaces',
    ),
    row(
        'a long text that goes on with the word of a key', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  city of the conference.\n  city: Dushanbe\n',
        'events.yaml:11:3: events: "city of the conference." has no colon; write "city: of the conference.", or indent it by 4 spaces if it goes on with the text above',
        meant='  note: >-\n    Some long text\n    city of the conference.\n  city: Dushanbe\n', cure='  note: >-\n    Some long text\n    city of the conference.\n  city: Dushanbe\n',
    ),
    row(
        'a new key without a colon after a long text', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  title_note Descriptive\n',
        'events.yaml:11:3: events: "title_note Descriptive" has no colon; write "title_note: Descriptive"',
        meant='  note: >-\n    Some long text\n  title_note: Descriptive\n',
    ),
    row(
        'a line of invisible spaces', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  \xa0\n  city: Dushanbe\n',
        'events.yaml:11:3: events: U+00A0 (no-break space) cannot be told from a space; delete what stands in this line',
        meant='  note: >-\n    Some long text\n  city: Dushanbe\n',
    ),
    row(
        'a line of invisible spaces, indented unlike the others', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n \u3000\n  city: Dushanbe\n',
        'events.yaml:11:2: events: U+3000 (ideographic space) cannot be told from a space; delete what stands in this line',
        meant='  note: >-\n    Some long text\n  city: Dushanbe\n',
    ),
    row(
        'a text in quotes without a key', 'events.yaml', '  city: Dushanbe\n', '  "Dushanbe, the capital"\n',
        'events.yaml:9:3: events: a text in quotes stands where a key belongs; write the key and a colon before it',
        meant='  city: "Dushanbe, the capital"\n', cure='  city: "Dushanbe, the capital"\n',
    ),
    row(
        'a dash alone after a long text', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  -\n  city: Dushanbe\n',
        'events.yaml:11:3: events: a dash stands alone; delete the line, or write an entry behind it',
        meant='  note: >-\n    Some long text\n  city: Dushanbe\n', cure='  note: >-\n    Some long text\n  city: Dushanbe\n',
    ),
    row(
        'a bracket alone after a long text', 'events.yaml', '  city: Dushanbe\n', '  note: >-\n    Some long text\n  ]\n  city: Dushanbe\n',
        'events.yaml:11:3: events: the line is indented less than the text it goes on with; indent it by 4 spaces, as the line above',
        meant='  note: >-\n    Some long text\n    ]\n  city: Dushanbe\n',
    ),
)
