"""Messages about dates: what was typed instead of a date, and what to write."""

TEXTS = {
    "date-in-other-words": "{typed} is not a date; write {cured}",
    "date-in-braces": '"{key}" takes one date, without braces and colons; write {cured}',
    "date-in-braces/not-understood": '"{key}" takes one date, without braces and colons; {notation}',
    "date-with-other-words": "{typed} is more than a date; if the other words do not change the date, write {cured}",
    "date-not-in-calendar": "{typed} is not in the calendar; write {cured}",
    "date-without-year": "{typed} has no year; write {cured}",
    "date-of-several-meanings": "{typed} can mean {words}; write {forms}, as the source means it",
    "date-without-end": (
        '{typed} is a span without an end; write start: {first}, delete the line "end", and say in date_note that it '
        "goes on"
    ),
    "date-without-end-for-one-date": "{typed} is a span, not one date; write {first}",
    "span-for-one-date": '{typed} {what}, but "{key}" takes one date; {advice}',
    "span-on-one-line": "{typed} {what}; write {cured}",
    "span-within": "{typed} {what}; write start: {first}, end: {last} and dating: within, each on its own line{more}",
    "date-not-known": "{typed} is not a date; {advice}",
    "date-not-understood": "{typed} is not a date; {notation}; if it is not known, delete the line",
    "date-not-understood-but-required": "{typed} is not a date; {notation}",
    "date-only-before-or-after": "{typed} says only that the date is before or after another one; {advice}",
    "date-before-all-years": (
        "{typed} is before the year 1, but the data takes only years from {first} to {last}; {advice}"
    ),
    "date-before-year-one": "{typed} is before the year 1; write {years}",
    "date-of-another-time": "{typed} is in the year {year}; write {years}",
}
