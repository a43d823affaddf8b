"""Messages about ids over time: former ids, withdrawn records, the list of changes, and what the guard finds."""

TEXTS = {
    "alias-is-an-id": "{alias} is the id of a record, and an id is never used again; delete it here",
    "alias-taken": "{alias} is already an alias of {owner}; delete it in one of the two",
    "instead-unknown": "{instead} is not an id in {file}; write the id of a record, or none",
    "instead-leads-nowhere": "{instead} leads to no record in use; write the id of one, or none",
    # the list of changes
    "change-of-nothing": "the entry names no record; write ids under events, organizers, sources or disputes",
    "change-id-in-another-file": "{name} is not an id in {file} but in {other}; write it under {key}",
    "change-id-lost": (
        '{name} is no longer in {file}; if its id was changed, write "{alias}" in {record}; if it was taken out, bring '
        "it back, and write withdrawn in it"
    ),
    "change-id-unknown": (
        '{name} is not an id in {file}; {advice}if its id was changed, write "{alias}" in {record}; if it was taken '
        "out, bring it back, and write withdrawn in it"
    ),
    "change-missing-for-new-record": 'no entry of {file} says when this was added; write one with "{key}: [{name}]"',
    "change-missing-for-withdrawn-record": (
        'no entry of {file} says that this was withdrawn; write one with "on: {on}", "what: withdrawn" and "{key}: '
        '[{name}]"'
    ),
    "changes-not-in-order": "the entry below is of an earlier day, {following}; new entries go to the end",
    "change-without-reason": "{why} is not a reason; write in a sentence why the data was changed",
    "updated-after-today": "{updated} is after today, {today}; write the day of the last change",
    "day-after-today": "{day} is after today, {today}; correct this day",
    "day-after-update": (
        "{day} is after {updated}, the day of updated in process.yaml; set updated there to {day} or later"
    ),
    "day-after-update-perhaps-wrong": (
        "{day} is after {updated}, the day of updated in process.yaml; set updated there to {day} or later, or correct "
        "this day"
    ),
    # two states of the data compared
    "file-unreadable-before": "the file cannot be read in the older state; compare with a state in which it can",
    "file-unreadable-now": "the file cannot be read; correct it first",
    "record-vanished": (
        '{name} has disappeared; write "aliases: [{bare}]" in the record it became, or bring it back and write '
        "withdrawn in it: on, why and, where there is one, instead"
    ),
    "alias-became-record": "{name} was an alias of {owner}; give this record another id",
    "record-merged": (
        "{name} now leads to {now}, which was another record before; bring it back, and write withdrawn in it, with "
        "that as instead"
    ),
    "withdrawn-id-reused": ("{name} was withdrawn; give what this is now another id, or bring it back as it was"),
    "id-reused": (
        "{name} has another {keys} at once, as if it were another record; give the new record an id of its own, and "
        "bring this one back, or correct one of the three at a time"
    ),
    "change-rewritten": (
        "the entry of {day} no longer says that {record} under {key} was {what}{rest}; put it back, and write a new "
        "entry for what is new"
    ),
    "change-not-listed": (
        "this was {done}, but no new entry of {file} says so; write one that names it under {key} and says why"
    ),
    "more-problems": "{number} more problems in this file are not shown; correct those above and check again",
}
