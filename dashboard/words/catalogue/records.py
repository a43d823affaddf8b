"""Messages about events, organizers and disputes: what one says, and what sets it apart from the others."""

TEXTS = {
    # ids that name a record
    "id-unknown": "{typed} is not an id in {file}; add it to {file}, or write an id that is there",
    "id-unknown-perhaps-another": "{typed} is not an id in {file}; add it to {file}; {advice}",
    "id-renamed": '{typed} is the former id of "{now}"; write {cured}',
    "id-lost": "{typed} is no longer in {file}; bring it back, and write withdrawn in it",
    "id-lost-perhaps-renamed": (
        "{typed} is no longer in {file}; if its id was changed, write {names}; if it was taken out, bring it back, and "
        "write withdrawn in it"
    ),
    "id-withdrawn": "{typed} was withdrawn on {on}; take it out, or write another",
    "id-withdrawn-for-another": "{typed} was withdrawn on {on}; write {instead}",
    "id-not-written-as-one": "{typed} is not an id; write {cured}",
    "id-is-address-of-source": '{typed} is the address of "{source}"; write {cured}',
    "id-is-address": "{typed} is an address, not an id; add the {what} to {file}, and write its id here",
    # events
    "id-of-another-year": '{wrong}, but the id is "{name}"; {first}, or {renamed}',
    "end-without-start": "the event has an end, {end}, but no start; write the start too, or delete the end",
    "end-not-as-precise": 'start "{start}" and end "{end}" differ in precision; write both to the {coarser}',
    "end-before-start": "the end {end} is before the start {start}; exchange them, or correct one",
    "event-years-ahead": (
        "the event starts in {year}, years after {updated}, the day in process.yaml; correct the one that is wrong"
    ),
    "event-long-ago": 'the event starts in {year}; correct the year, or write "kind: context"',
    "event-longer-than-a-month": (
        'from {start} to {end} is more than a month; correct one of the two, or write "dating: within" if it took '
        "place some time between them"
    ),
    "event-within-more-than-a-year": "from {start} to {end} is more than a year; correct one of the two",
    "event-far-from-its-conference": (
        'the {kind} starts in {start}, but "{parent}", its parent, in {parent_start}; correct the date, the parent or '
        "the kind"
    ),
    "session-on-another-day": "the session is on {day}, but the event is from {first} to {last}; correct one of them",
    "parent-not-a-conference": (
        'the parent "{parent}" is not a conference above this event; write the id of one, or none'
    ),
    "name-is-a-code": "{value} is not a name; write the {key} in full{example}",
    "city-not-alone": "{value} is not a city alone; {advice}",
    "name-in-curly-quotes": "readers would see the quotes around {value}; delete them, or write plain ones",
    "name-ends-with-sign": "{value} ends with a {sign} that readers would see; delete the {sign}",
    "themes-almost-alike": ('{theme} is almost {near}, a theme of "{event}"; if it is the same, write {near} in both'),
    "label-taken": '{value} is already the {key} of "{owner}"; write another',
    "label-almost-taken": '{value} is too much like {first}, the {key} of "{owner}"; write another',
    "weight-not-of-kind": 'a {kind} has the weight "{due}", not "{weight}"; change the weight or the kind',
    "weight-of-another-kind": (
        'the weight "{weight}" is for a {kind} alone; write secondary or minor, or change the kind'
    ),
    "edition-missing": 'the conference has no edition; write "edition: …", its number in the series',
    "edition-not-of-a-conference": "a {kind} has no edition, but {edition} is given; delete the line",
    "edition-taken": 'edition {edition} is already that of "{owner}"; write another number',
    "role-given-twice": '"{organizer}" is {role} already; make it one entry, and say the rest in its note',
    "role-inferred-without-note": (
        'the role is "inferred", but no note says how; write "note: …", or another confidence'
    ),
    "event-recorded-twice": (
        'this event has the same days, place and organizers as "{first}"; if it is the same event, keep one record, '
        "else correct what was copied"
    ),
    "event-title-taken": (
        '"{first}" has the same title; if this one was copied, write the right one, else add what sets the event apart'
    ),
    "figure-label-given-twice": (
        "{label} is already the label of a figure above; write what sets it apart, such as {example}"
    ),
    "figure-label-almost-given": "{label} is too much like {first}; write what sets it apart, such as {example}",
    "person-named-twice": "{name} is named above already; make it one entry, and write the rest in its note",
    "delegation-given-twice": "{name} is given above already; make it one entry, with the higher level",
    "place-almost-another": "{name} is almost {near}, which other records have; if you meant that, write it",
    "paragraphs-of-another-kind": "a {kind} cannot have {key}; move it to the declaration that belongs to the {kind}",
    "text-read-missing": (
        'text_read is missing; write "text_read: full" if the whole text was read, else "text_read: part"'
    ),
    "text-read-without-paragraphs": (
        "text_read is given, but there are no paragraphs; add the paragraphs, or delete the line"
    ),
    "paragraph-number-taken": "another paragraph above has the number {number}; correct one of the numbers",
    # organizers
    "organizer-part-of-itself": (
        '"{organizer}" would be part of {way}; write the organizer it belongs to, or delete the line'
    ),
    "organizer-unused": '"{organizer}" has no role at any event; give it one, or withdraw it',
    "organizer-id-means-something-else": "{name} means a date or a figure in links; write another id",
    "name-of-two-organizers": '{name} is already a name of "{owner}"; write a form that tells the two apart',
    # disputes
    "side-without-source": (
        "no source of this side says anything about the event, and the article cites none of them; write what one of "
        "them says under says in sources.yaml"
    ),
    "role-disputed-without-dispute": (
        'the role is "disputed", but no dispute concerns it; write "{concern}" under concerns of an entry in {file}'
    ),
    "sides-with-the-same-sources": (
        "sides {first} and {second} have the same sources; give each side the sources that say it, or make the two "
        "one side"
    ),
    "dispute-concerns-nothing": '"{event}" has no date, role or figure called {concern}; {advice}',
    "dispute-of-two-bases": (
        '{concern} is "{basis}", but "figure:{first}" is "{first_basis}"; a dispute is about figures of one basis, so '
        "take out those of the other"
    ),
    # texts that readers see
    "text-is-placeholder": "{text} is a placeholder; {advice}",
    "text-not-finished": "{word} says that something is still to be written; write it, or delete these letters",
    "text-with-html-code": "{typed} would be shown to readers; write {cured}",
    "text-with-tag": "{tag} would be shown to readers; delete it",
}
