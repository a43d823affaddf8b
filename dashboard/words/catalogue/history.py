"""Messages about ids over time: former ids, withdrawn records, the list of changes, and what the guard finds."""

TEXTS = {
    "alias-is-an-id": "{alias} is the id of a record, and ids are not used again; delete it here",
    "alias-taken": "{alias} is already an alias of {owner}; delete it from one of the two",
    "instead-unknown": '{instead} is not an id in {file}; write the id of a record, or delete "instead"',
    "instead-leads-nowhere": (
        '{instead} does not lead to a record in use; write the id of a record in use, or delete "instead"'
    ),
    # the list of changes
    "change-of-nothing": "the entry names no record; write ids under events, organizers, sources or disputes",
    "change-id-in-another-file": '{name} is an id in {other}, not in {file}; write it under "{key}"',
    "change-id-lost": (
        '{name} is no longer in {file}; if it has a new id, write "{alias}" in {record}; if it was deleted, restore '
        'the record, and add "withdrawn" to it'
    ),
    "change-id-unknown": (
        '{name} is not an id in {file}; if it has a new id, write "{alias}" in {record}; if it was deleted, restore '
        'the record, and add "withdrawn" to it'
    ),
    "change-id-unknown/meant": (
        '{name} is not an id in {file}; if you meant {meant}, write that; if it has a new id, write "{alias}" in '
        '{record}; if it was deleted, restore the record, and add "withdrawn" to it'
    ),
    "change-missing-for-new-record": '{file} has no entry that adds this; write one with "{key}: [{name}]"',
    "change-missing-for-withdrawn-record": (
        '{file} has no entry that withdraws this; write one with "on: {on}", "what: withdrawn" and "{key}: [{name}]"'
    ),
    "changes-not-in-order": "the entry below has an earlier day, {following}; write new entries at the end",
    "change-without-reason": "{why} is not a reason; write in a sentence why you changed the data",
    "updated-after-today": "{updated} is after today, {today}; write the day of the last change",
    "day-after-today": "{day} is after today, {today}; correct this day",
    "day-after-update": (
        '{day} is after {updated}, the day of "updated" in process.yaml; set "updated" to {day} or later'
    ),
    "day-after-update-perhaps-wrong": (
        '{day} is after {updated}, the day of "updated" in process.yaml; set "updated" to {day} or later, or correct '
        "this day"
    ),
    # two states of the data compared
    "process-id-changed": (
        "the id of the process was {before}, and calendars and citations that readers already have use it; write "
        '"{cured}"'
    ),
    "file-unreadable-before": (
        "the file cannot be read in the older version; compare with a version in which it can be read"
    ),
    "file-unreadable-now": "the file cannot be read; correct it first",
    "record-vanished": (
        '{name} is gone; if it has a new id, write "aliases: [{bare}]" in that record; otherwise restore it, and add '
        '"withdrawn" with on, why and, if another record replaces it, instead'
    ),
    "alias-became-record": "{name} was an alias of {owner}; give this record another id",
    "record-merged": (
        '{name} now leads to {now}, which was a different record before; restore the old record, and add "withdrawn" '
        'to it, with {now} as "instead"'
    ),
    "withdrawn-id-reused": "{name} was withdrawn; give the new record another id, or restore the old record as it was",
    "id-reused": (
        "{name} has a new {keys} at once, so it looks like another record; give the new record its own id, and "
        "restore the old one, or change one of the three keys at a time"
    ),
    "change-rewritten": (
        "the entry of {day} no longer names {record} under {key} as {what}; restore it, and write a new entry for the "
        "new change"
    ),
    "change-rewritten/several": (
        "the entry of {day} no longer names {record} under {key} and {others} as {what}; restore it, and write a new "
        "entry for the new change"
    ),
    "change-not-listed": (
        "this was {done}, but {file} has no new entry for it; write one that names it under {key} and gives the reason"
    ),
    "more-problems": "one more problem in this file is not shown; correct those above and check again",
    "more-problems/several": "{number} more problems in this file are not shown; correct those above and check again",
}
