"""Messages about the keys of a record and the form of their values: texts, lists, ids, words, numbers, addresses."""

TEXTS = {
    "record-without-content": 'the entry is empty; write "- " and then its keys, or delete it',
    "record-not-of-keys": 'the entry is not a record; write "- " and then its keys, or delete it',
    "record-in-another-file": "this looks like {kind}; move it to {file}",
    "record-id-taken": "{name} is already the {key} of the record on line {line}; give this record another {key}",
    # keys
    "key-missing": '"{key}" is missing; write "{key}: …" ({what})',
    "key-unknown": "{key} is not a key of {record}; write {known}",
    "key-unknown/certain": "{key} is not a key of {record}; write {meant}",
    "key-unknown/meant": "{key} is not a key of {record}; if you meant {meant}, write that",
    "key-unknown/text": (
        "{key} is not a key of {record}; indent it more if it continues the text above, otherwise write {known}"
    ),
    "key-with-hidden-space": 'there is an extra space beside "{key}"; delete it',
    # lists and entries
    "entry-empty": "an entry is empty; write its value after the dash, or delete the dash",
    "entry-in-braces": 'an entry of a list begins with a dash; write "- " in place of the two spaces before {key}',
    "entry-of-several-ids": '{typed} are {number} ids; write each on its own line, after "- "',
    "entry-of-several-ids-in-brackets": "{typed} are {number} ids; put a comma between them: {cured}",
    "entry-of-several-records": "{typed} are {number} {noun}; write an entry for each: {ids}",
    "value-of-several-records": '{typed} are {number} {noun}, but "{key}" takes one; keep one of them',
    "entries-on-one-line": "an entry begins with a dash and a space; write {entries}, each on its own line",
    "entries-in-text": '{typed} is not a list of entries; write each entry on lines below, after "- ": {keys}',
    "list-in-list-empty": "the list inside this list is empty; delete it",
    "list-in-list": 'there is a list inside a list; write each entry on its own line, after one "- "',
    "list-in-list-of-texts": "there is a list inside a list; write {cured} {without}",
    "list-wanted": '"{key}" takes a list; write each entry on its own line, after "- "',
    "list-wanted-for-text": '"{key}" takes a list; write {cured}',
    "list-too-short": '"{key}" has too few entries; write at least {fewest}',
    "listing-wanted": (
        '"{key}" needs two lines below it; write items: {entries} and sources: [source-id], each on its own line'
    ),
    "record-wanted": "{record} belongs here, not {typed}; write {keys}",
    "text-wanted": '"{key}" takes one value; write it on the line of the key, without a dash or brackets',
    "text-wanted-without-braces": '"{key}" takes one text; write it without the braces',
    "text-wanted-without-keys": (
        '"{key}" takes one text, but YAML reads the words before the colon as a key; put the whole text in quotes'
    ),
    "text-split-at-colon": "YAML splits this text at the colon and the space after it; write {cured} with the quotes",
    "concern-split-at-colon": (
        'YAML splits this entry at the colon and the space after it; write "{cured}", without the space'
    ),
    # values
    "text-empty": '"{key}" is an empty text; write a text, or delete the line',
    "word-unknown": '{value} is not a value of "{key}"; write {known}',
    "word-unknown/certain": '{value} is not a value of "{key}"; write {meant}',
    "word-unknown/meant": '{value} is not a value of "{key}"; if you meant {meant}, write that, otherwise {known}',
    "word-unknown/language": '{value} is not a value of "{key}"; write the code of a language, such as "en"',
    "number-not-whole": '"{value}" is not a whole number; write digits only, for example 3',
    "number-not-whole/zeros": '"{value}" is not a whole number; write {cured}',
    "number-too-small": "{value} is too small; write {least} or more",
    "neither-true-nor-false": '"{value}" is neither true nor false; write true or false',
    "wikidata-not-an-item": "{value} is not a Wikidata item; write Q and digits, for example Q863",
    "host-not-a-host": "{value} is not a host; write {cured}",
    "id-with-other-letters": "{value} is not an id; write {cured}",
    "id-with-other-letters/none": "{value} is not an id; write lower-case Latin letters, digits and hyphens",
    "id-is-name": '{value} is the {what} of "{id}"; write that id',
    "id-not-written-as-any": "{value} is not an id; add the record to {file}, and write its id here",
    "id-not-written-as-any/meant": (
        "{value} is not an id; add the record to {file}, and write its id here; if you meant {meant}, write that"
    ),
    "address-not-of-a-page": '"{typed}" is not a web address; write it whole, beginning with https:// or http://',
    "address-not-of-a-page/backslashes": '"{typed}" is not a web address; delete each "\\" in it: {cured}',
    "address-not-of-a-page/signs": '"{typed}" is not a web address; write it without the signs around it: {cured}',
    "address-not-of-a-page/words": '"{typed}" is not a web address; write it without the words beside it: {cured}',
    "address-not-of-a-page/two": '"{typed}" is not a web address, but two; keep one of them',
    "address-not-of-a-page/capitals": '"{typed}" is not a web address; write {scheme} in lower case',
    "address-not-of-a-page/space": (
        '"{typed}" is not a web address, because it has a space; delete the space, or write %20 in its place'
    ),
    "address-not-of-a-page/sign": (
        '"{typed}" is not a web address, because it has {sign}; delete that, or write %{number} in its place'
    ),
    "address-not-of-a-page/user": (
        '"{typed}" is not a web address; delete what is between "//" and "@", and the "@" too'
    ),
    "address-not-of-a-page/host": (
        '"{typed}" is not a web address, because "{host}" is not a host; write the name of the host in full, for '
        "example www.osce.org"
    ),
    "address-not-of-a-page/port": (
        '"{typed}" is not a web address, because there is no port "{port}"; delete ":{port}", or correct it'
    ),
}
