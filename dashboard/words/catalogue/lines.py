"""Messages about a file as it was typed: its bytes, letters and columns, and the signs that YAML gives a meaning."""

TEXTS = {
    # files
    "file-missing": "the file is missing; put it back",
    "file-is-folder": "this is a folder; put the file in its place",
    "file-is-broken-link": "this is a link to a file that does not exist; put the file itself here",
    "file-is-no-text-file": "this is not a regular file; put a text file here",
    "file-not-readable": "the file cannot be read ({why}); give the program the right to read it",
    "file-too-long": "the file has more than {limit} bytes; delete what is not data",
    "file-not-utf-8": (
        "the file is not saved as UTF-8 text (byte 0x{byte}); in the editor choose Save with encoding, and there UTF-8"
    ),
    "file-with-byte-order-mark": "the file begins with a byte order mark; save it as UTF-8 without BOM",
    "file-with-windows-line-ends": "lines end as on Windows; save the file with Unix line ends (LF)",
    "file-empty": "the file is empty; write records into it",
    "list-file-empty": "the file is empty; write records into it, or [] for none",
    "file-of-another-shape": "the file has the wrong form; write {begins}",
    "file-with-too-many-values": "the file holds more than {most} values up to here; delete what is not data",
    "file-too-deep": "the file is nested more than {depth} levels deep; close the brackets or indent less",
    "file-of-two-documents": '"---" begins a second document; put all records into one',
    "file-ended-early": '"..." ends the file above this line; delete it',
    "file-unreadable-from-here": "the file cannot be read from here on; compare with a record above",
    "conflict-of-two-versions": (
        'the file holds two versions of the text, up to ">>>>>>>"; keep one of them, and delete the lines that begin '
        'with "<<<<<<<", "=======" and ">>>>>>>"'
    ),
    "conflict-left-over": "{line} is left over from two versions of the text; delete this line",
    # characters
    "character-unprintable": "{name} is a character that cannot be seen; delete it",
    "character-in-value-unprintable": "the value holds a character that cannot be seen; delete it",
    "character-hidden": "{name} cannot be seen; delete it",
    "character-hidden-in-sign": "{name} is part of the sign before it; delete both, or type the sign again",
    "space-of-another-kind": "{name} only looks like a space; write a plain space",
    "space-alone-in-line": "{name} looks like a space; delete what is in this line",
    "line-of-hidden-spaces": "the line holds nothing but spaces that cannot be seen; delete it",
    "spaces-at-line-end": "the line ends with spaces{others}; delete them",
    "tab": "this is a tab; write spaces",
    "tab-indents": "the line begins with a tab; indent it with spaces",
    "letter-typed-apart": (
        "{letter} is a letter and an accent typed one after the other{others}; write one letter, {cured}"
    ),
    "letter-for-print": "{letters} is a sign made for print, and a search does not find it; write {cured}",
    "word-cut": (
        "{typed} is a word broken at the end of a line; write {whole}, or {hyphened} if the hyphen belongs to it"
    ),
    "word-of-two-alphabets": '{word} mixes alphabets: "{letter}" is a {name}; {advice}',
    # columns and dashes
    "dash-missing": "an entry begins here; {advice}",
    "dash-missing-after-edge": 'an entry begins here; begin the line with {spaces} and "- "',
    "dash-too-many": "no entry begins here; write {spaces} for the dash before {key}",
    "dash-too-deep": "the dash is too far to the right; delete the {spaces} before it, {like}",
    "indent-too-small": "{what} begins in the wrong column; indent it by {spaces}, {like}",
    "indent-less-than-text": (
        "this line belongs to the text above, but it is indented less; indent {which} by {spaces}, as the line above"
    ),
    "indent-missing-in-text": (
        'the text after ">" or "|" begins here, but it is not indented; indent {which} by {spaces}'
    ),
    "indent-deeper-than-above": "the line is indented deeper than the one above; begin both in the same column",
    "indent-unlike-above": "this line does not begin in the column of those above; begin it there",
    "dash-without-space": "a dash needs {space} after it; write {cured}",
    "dash-alone": "there is nothing after this dash; delete the line, or write an entry after the dash",
    "dash-in-value": "{typed} begins with a second dash; delete it: {cured}",
    "bullet-for-dash": "an entry begins with a dash and a space; write {cured}",
    "key-of-new-entry": "a new entry begins here; {advice}, or delete what is given twice",
    "key-given-twice": "{key} was given before, on line {line}; keep one of the two",
    "line-outside-record": '{words} is not part of a record; indent it, or write "- " before it',
    "words-before-records": '{words} is not part of a record; delete it, or write "- " or "# " before it',
    # texts over several lines
    "text-runs-on-in-brackets": (
        "this line goes on with the text above; write a comma before {words} if it is an entry of its own, else write "
        "both on one line"
    ),
    "text-runs-on-in-list": (
        "this line goes on with the text above; {how} if it is an entry of its own, else write both on one line"
    ),
    "text-runs-on-with-key": (
        "this line goes on with the text above; write {pair} in the column of the key above if it is a key, else write "
        "both on one line"
    ),
    "text-runs-on": (
        'this line goes on with the text above; write both on one line, or ">-" behind the colon and the whole text '
        "below it"
    ),
    "text-after-block-sign": (
        'the text after "{sign}" must begin on the next line; write {cured} with the quotes if the sign belongs to '
        "the value"
    ),
    "text-read-as-note": ("{note} is read as a note, not as text; if it is text, write {whole} with the quotes"),
    # colons
    "colon-missing": "{words} has no colon; {advice}",
    "colon-of-another-kind": "{words} has no plain colon; write {pair}",
    "colon-without-space": '"{key}:" has no space after the colon; write {pair}',
    "colon-with-hidden-space": '"{key}:" is followed by an invisible space; write a plain space: {pair}',
    "colon-without-key": "this colon has no key before it; write the key",
    "colon-in-value": "a value with a colon needs quotes; {cure}",
    "colon-where-none-can-be": "there cannot be a colon here; put the text in quotes",
    "record-in-braces": '{words} is a whole record; write "- " before it{comma}',
    "pair-in-braces": "{words} is in braces; write {pair}",
    "braces-around-keys": "{words} is JSON, not YAML; write each key on a line of its own, without braces and commas",
    "quotes-for-key": "this text in quotes has no key; write the key and a colon before it",
    "list-for-key": "a list cannot be a key; write a word before the colon",
    # quotes, brackets and commas
    "quote-not-closed": "the quote that begins here is never closed; write the same quote at its end",
    "quote-not-closed-before-name": (
        "the quote that begins here is never closed; write the same quote at its end, or {cured} with both quotes if "
        "the sign belongs to the name"
    ),
    "quote-ended-early": "the text in quotes ended before this; {cure}",
    "comma-after-quote": "a comma follows the quote; delete it",
    "bracket-not-closed": 'the bracket that begins here is never closed; write "{sign}", or quote the whole text',
    "bracket-closed-by-another": 'this sign does not close the bracket that is open; write "{sign}"',
    "bracket-closes-nothing": "this bracket closes nothing; delete it",
    "comma-missing": "a comma is missing before this entry; write one",
    "comma-twice": "there are two commas where one belongs; delete one",
    "comma-before-first": "there is nothing before this comma; delete it",
    "list-ended-early": "the list ends before this; write one pair of brackets around all: {cured}",
    "list-without-brackets": "a list needs brackets; write {cured}",
    "sign-begins-value": 'a value cannot begin with "{sign}"; write {cured} with the quotes',
    "sign-needs-quotes": 'text that begins with "{sign}" needs quotes; {cure}',
    "sign-says-nothing": '"{sign}" is not a value; {advice}',
    "backslash-in-quotes": 'a "\\" between double quotes begins a code; put the text in single quotes',
    "percent-begins-line": 'a line cannot begin with "%"; put the text in quotes, or delete the line',
    "html-code-begins-value": "{typed} would be shown to readers; write {cured}",
    "out-of-place": "this does not belong here; look for a quote that was not closed in the lines above",
    # marks of YAML
    "yaml-anchor": "{mark} is a mark of YAML, not part of the value; delete it",
    "yaml-anchor-before-text": (
        "{mark} is a mark of YAML, not part of the value; delete it, or put the whole text in quotes if it belongs to"
        " it"
    ),
    "yaml-alias-of-nothing": (
        "{word} refers to a mark in another place; write the value itself, or put {word} in quotes if it is text"
    ),
    "yaml-alias-of-list": "{word} refers to the list on line {line}; write {cured}",
    "yaml-alias": "{word} refers to line {line}; write the value itself",
    "yaml-type": '"!" begins a type of YAML; put the text in quotes, or delete the word',
    "yaml-mark-on-key": 'a key cannot begin with "&" or "!"; write the word alone',
    "yaml-merge": '"<<" would merge another record; write its keys themselves',
    "yaml-null": "{value} is not a value; leave it empty",
}
