"""Messages about events, organizers and disputes: what one says, and what sets it apart from the others."""

TEXTS = {
    # the process
    "process-without-id": (
        'no id can be made from {name}, and names of files begin with this id; write "id: …", in lower-case Latin '
        "letters, digits and hyphens"
    ),
    "term-given-twice": "{word} has two entries; keep one of them",
    "term-of-two": "{word} and {other} are both called {one}; write another word for one of them",
    "language-not-named": (
        '{language} is not among the "languages" of process.yaml; add it there, or write one of: {known}'
    ),
    "colour-not-understood": '{typed} is not a colour; write "#" and six hexadecimal digits, for example "#c2410c"',
    "colour-not-understood/digits": "{typed} is not a colour; write {cured}",
    "accent-too-faint": (
        "{colour} has a contrast of {contrast} on the {page}, and a text needs {least}; write {cured}, "
        "the same hue with enough contrast, or another colour"
    ),
    "next-already-past": (
        "the announced date, {date}, is before {checked}, the day of the check; enter the event in events.yaml, and "
        "write what is announced now"
    ),
    "next-among-the-events": (
        'the conference "{event}" begins after {checked}, but no title, date or place is written here; write them, or '
        'delete "next"'
    ),
    "step-without-event": "{at} is a fact of an event, but the step names no event; name it, or delete the line",
    "step-without-proof": 'the event "{event}" has no {at}; write one of: {known}',
    "step-hides-its-event": (
        'the organizer "{organizer}" has no role at "{event}", so the filter would hide the event; write another '
        "organizer, or delete the line"
    ),
    "degrees-not-understood": '"{value}" is not a number of degrees from -{most} to {most}; write one, such as 38.6',
    "place-of-no-event": "no event has the city {city}{country}; spell both as in events.yaml, or delete the entry",
    "place-given-twice": "{city} has two entries; keep one of them",
    "era-ends-before-it-begins": "the era ends in {until}, before it begins in {begin}; correct one of the two dates",
    "era-named-twice": "{name} is the name of two eras; delete one of them, or write another name",
    # ids that name a record
    "id-unknown": "{typed} is not an id in {file}; add it to {file}, or write an id that is there",
    "id-unknown-perhaps-another": (
        "{typed} is not an id in {file}; add it to {file}; if you meant {meant}, write that"
    ),
    "id-unknown-perhaps-another/date": (
        "{typed} is not an id in {file}; add it to {file}; if its date is mistyped, it may be {meant}"
    ),
    "id-unknown-perhaps-another/day": (
        "{typed} is not an id in {file}; add it to {file}; if its day is mistyped, it may be {meant}"
    ),
    "id-unknown-perhaps-another/number": (
        "{typed} is not an id in {file}; add it to {file}; if its number is mistyped, it may be {meant}"
    ),
    "id-renamed": '{typed} is the former id of "{now}"; write {cured}',
    "id-lost": '{typed} is no longer in {file}; restore the record, and add "withdrawn" to it',
    "id-lost-perhaps-renamed": (
        "{typed} is no longer in {file}; if it has a new id, write {names}; if it was deleted, restore the record, "
        'and add "withdrawn" to it'
    ),
    "id-withdrawn": "{typed} was withdrawn on {on}; delete it here, or write another id",
    "id-withdrawn-for-another": "{typed} was withdrawn on {on}; write {instead}",
    "id-not-written-as-one": "{typed} is not an id; write {cured}",
    "id-is-address-of-source": '{typed} is the address of "{source}"; write {cured}',
    "id-is-address": "{typed} is an address, not an id; add the {what} to {file}, and write its id here",
    # events
    "id-of-another-year": '{wrong}, but the id is "{name}"; {first}, or {renamed}',
    "end-without-start": "the event has an end, {end}, but no start; write the start too, or delete the end",
    "end-not-as-precise": 'the start "{start}" and the end "{end}" differ in precision; write both to the {coarser}',
    "end-before-start": "the end {end} is before the start {start}; swap them, or correct one",
    "event-years-ahead": (
        'the event starts in {year}, years after {updated}, the day of "updated" in process.yaml; correct the wrong one'
    ),
    "event-long-ago": 'the event starts in {year}; correct the year, or write "kind: context"',
    "event-longer-than-a-month": (
        'from {start} to {end} is more than a month; correct one of the two dates, or write "dating: within" if the '
        "event was at some time between them"
    ),
    "event-within-more-than-a-year": "from {start} to {end} is more than a year; correct one of the two dates",
    "event-far-from-its-conference": (
        'the start of the {kind} is {start}, but the start of its parent "{parent}" is {parent_start}; correct the '
        "date, the parent or the kind"
    ),
    "session-on-another-day": (
        "the day of the session is {day}, but the event is from {first} to {last}; correct one of them"
    ),
    "parent-not-a-conference": (
        '"{parent}" cannot be the parent of this event; write the id of another event that is a conference, or delete '
        "the line"
    ),
    "name-is-a-code": "{value} is not a name; write the {key} in full",
    "name-is-a-code/norway": "{value} is not a name; write the {key} in full, for example Norway",
    "city-not-alone": ('{value} is not just the name of a city; write "city: {city}" and "venue: online"'),
    "city-not-alone/online": '{value} is not the name of a city; delete the line, and write "venue: online"',
    "city-not-alone/hybrid": '{value} is not the name of a city; write the name of the city, and "venue: online"',
    "venue-hybrid": '{value} is not the name of a building; write "venue: online" and the city',
    "name-in-curly-quotes": "readers would see the quotes around {value}; delete them, or write plain quotes",
    "name-ends-with-sign": "{value} ends with a {sign}, which readers would see; delete the {sign}",
    "themes-almost-alike": (
        '{theme} is almost the same as {near}, a theme of "{event}"; if they are one theme, write {near} in both'
    ),
    "label-taken": '{value} is already the {key} of "{owner}"; write another {key}',
    "label-almost-taken": '{value} is too similar to {first}, the {key} of "{owner}"; write another {key}',
    "weight-not-of-kind": 'a {kind} has the weight "{due}", not "{weight}"; change the weight or the kind',
    "weight-of-another-kind": 'only a {kind} has the weight "{weight}"; write secondary or minor, or change the kind',
    "edition-missing": 'the conference has no edition; write "edition: …", its number in the series',
    "edition-not-of-a-conference": "a {kind} has no edition, but this one has edition {edition}; delete the line",
    "edition-taken": '"{owner}" already has edition {edition}; write another number',
    "role-given-twice": (
        '"{organizer}" already has the role {role} above; merge the two entries, and write the rest in the note'
    ),
    "role-inferred-without-note": (
        'the role is "inferred", but it has no note; explain it in "note: …", or write another confidence'
    ),
    "event-recorded-twice": (
        'this event has the same days, place and organizers as "{first}"; if it is the same event, keep one record, '
        "otherwise correct the values"
    ),
    "event-title-taken": (
        '"{first}" has the same title; if you copied the title by mistake, write the right one, otherwise add words '
        "that tell the two events apart"
    ),
    "figure-label-given-twice": (
        "a figure above already has the label {label}; write a label that tells them apart, for example {example}"
    ),
    "figure-label-almost-given": (
        "{label} is too similar to {first}; write a label that tells them apart, for example {example}"
    ),
    "person-named-twice": "{name} is already named above; merge the two entries, and write the rest in the note",
    "delegation-given-twice": "{name} is already listed above; merge the two entries, and keep the higher level",
    "place-almost-another": (
        "{name} is almost the same as {near}, which other records have; if you meant {near}, write it"
    ),
    "paragraphs-of-another-kind": "a {kind} cannot have {key}; move it to the declaration of the {kind}",
    "text-read-missing": (
        'text_read is missing; write "text_read: full" if you read the whole text, otherwise "text_read: part"'
    ),
    "text-read-without-paragraphs": (
        "the event has text_read, but no paragraphs; add the paragraphs, or delete the line"
    ),
    "paragraph-number-taken": "a paragraph above already has the number {number}; correct one of the two numbers",
    # organizers
    "organizer-part-of-itself": (
        '"{organizer}" would be part of {way}; write the organizer it belongs to, or delete the line'
    ),
    "organizer-unused": '"{organizer}" has no role at any event; give it a role, or withdraw it',
    "organizer-id-means-something-else": "links already use {name} for a date or a figure; write another id",
    "name-of-two-organizers": '{name} is already a name of "{owner}"; write a name that tells the two apart',
    # disputes
    "side-without-source": (
        "no source of this side says anything about the event, and the article cites none of them; in sources.yaml, "
        'write what one of them says, under "says"'
    ),
    "role-disputed-without-dispute": (
        'the role is "disputed", but no dispute is about it; write "{concern}" under "concerns" of a dispute in {file}'
    ),
    "sides-with-the-same-sources": (
        "sides {first} and {second} have the same sources; give each side its own sources, or merge the two sides"
    ),
    "dispute-concerns-nothing": '"{event}" has no date, role or figure called {concern}; write {known}',
    "dispute-concerns-nothing/certain": '"{event}" has no date, role or figure called {concern}; write {meant}',
    "dispute-concerns-nothing/meant": (
        '"{event}" has no date, role or figure called {concern}; if you meant {meant}, write that, otherwise {known}'
    ),
    "dispute-concerns-nothing/new": (
        '"{event}" has no date, role or figure called {concern}; add it to the event, or write {known}'
    ),
    "dispute-concerns-nothing/new-or-meant": (
        '"{event}" has no date, role or figure called {concern}; add it to the event; if you meant {meant}, write that'
    ),
    "dispute-of-two-bases": (
        '{concern} is "{basis}", but "figure:{first}" is "{first_basis}"; keep only figures of one basis in the dispute'
    ),
    # texts that readers see
    "text-is-placeholder": "{text} is a placeholder; write the {key}",
    "text-is-placeholder/optional": "{text} is a placeholder; write the {key}, or delete the line",
    "text-is-placeholder/entry": "{text} is a placeholder; write the entry, or delete it",
    "text-not-finished": "{word} marks a text that is not finished; finish it, or delete these letters",
    "text-with-html-code": "readers would see {typed} as it is; write {cured}",
    "text-with-tag": "readers would see the tag {tag}; delete it",
}
