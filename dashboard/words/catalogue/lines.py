"""Messages about a file as it was typed: its bytes, letters and columns, and the signs that YAML gives a meaning."""

TEXTS = {
    # files
    "file-missing": "is missing; put the file back",
    "file-is-folder": "is a folder; a file belongs here",
    "file-is-broken-link": "is a link to a file that is not there; put the file itself here",
    "file-is-no-text-file": "is not a regular file; put a text file there",
    "file-not-readable": "cannot be read ({why}); make the file readable",
    "file-too-long": "has more than {limit} bytes; take out what is not data",
    "file-not-utf-8": (
        "the file is not saved as UTF-8 text (byte 0x{byte}); in the editor choose Save with encoding, and there UTF-8"
    ),
    "file-with-byte-order-mark": "begins with a byte order mark; save the file as UTF-8 without BOM",
    "file-with-windows-line-ends": "lines end as on Windows; save the file with Unix line ends (LF)",
    "file-empty": "is empty; write records into it",
    "list-file-empty": "is empty; write records into it, or [] for none",
    "file-of-another-shape": "the file does not hold what it should; write {begins}",
    "file-with-too-many-values": "the file holds more than {most} values up to here; take out what is not data",
    "file-too-deep": "is nested more than {depth} levels deep; close the brackets or indent less",
    "file-of-two-documents": '"---" begins a second document; put all records into one',
    "file-ended-early": '"..." has ended the file before this line; delete it',
    "file-unreadable-from-here": "the file cannot be read from here on; compare with a record above",
    "conflict-of-two-versions": (
        'two versions of the text stand here, up to ">>>>>>>"; keep one of them, and delete the lines that begin with '
        '"<<<<<<<", "=======" and ">>>>>>>"'
    ),
    "conflict-left-over": "{line} is left over from two versions of the text; delete this line",
    # characters
    "character-unprintable": "{name} is a character that cannot be seen; delete it",
    "character-in-value-unprintable": "holds a character that cannot be seen; delete it",
    "character-hidden": "{name} cannot be seen; delete it",
    "character-hidden-in-sign": "{name} is part of the sign before it; delete both, or write the sign anew",
    "space-of-another-kind": "{name} only looks like a space; write a plain space",
    "space-alone-in-line": "{name} cannot be told from a space; delete what stands in this line",
    "line-of-hidden-spaces": "the line holds nothing but spaces that cannot be seen; delete it",
    "spaces-at-line-end": "the line ends with spaces{others}; delete them",
    "tab": "is a tab; write spaces",
    "tab-indents": "the line begins with a tab; indent it with spaces",
    "letter-typed-apart": "{letter} is a letter and a sign typed apart{others}; write one letter, {cured}",
    "letter-for-print": "{letters} is a sign for print, and a search does not find it; write {cured}",
    "word-cut": (
        "{typed} is a word cut at the end of a line; write {whole}, or {hyphened} if the hyphen belongs to it"
    ),
    "word-of-two-alphabets": '{word} mixes alphabets: "{letter}" is a {name}; {advice}',
    # columns and dashes
    "dash-missing": "an entry begins here; {advice}",
    "dash-missing-after-edge": 'an entry begins here; begin the line with {spaces} and "- "',
    "dash-too-many": "no entry begins here; write {spaces} for the dash before {key}",
    "dash-too-deep": "delete the {spaces} before the dash, {like}",
    "indent-too-small": "indent {what} by {spaces}, {like}",
    "indent-less-than-text": (
        "the line is indented less than the text it goes on with; indent {which} by {spaces}, as the line above"
    ),
    "indent-missing-in-text": (
        'the text that ">" or "|" announces begins here, but is not indented; indent {which} by {spaces}'
    ),
    "indent-deeper-than-above": "the line is indented deeper than the one above; begin both in the same column",
    "indent-unlike-above": "the line is indented unlike those above; begin it in the same column",
    "dash-without-space": "a dash needs {space} after it; write {cured}",
    "dash-alone": "a dash stands alone; delete the line, or write an entry behind it",
    "dash-in-value": "{typed} begins with a dash of its own; delete it: {cured}",
    "bullet-for-dash": "an entry begins with a dash and a space; write {cured}",
    "key-of-new-entry": "a new entry begins here; {advice}, or delete what is said twice",
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
        'after "{sign}" a text begins on the next line; write {cured} with the quotes if the sign belongs to the value'
    ),
    "text-read-as-note": ("{note} is read as a note, not as text; if it is text, write {whole} with the quotes"),
    # colons
    "colon-missing": "{words} has no colon; {advice}",
    "colon-of-another-kind": "{words} has no plain colon; write {pair}",
    "colon-without-space": '"{key}:" has no space after the colon; write {pair}',
    "colon-with-hidden-space": '"{key}:" is followed by an invisible space; write a plain space: {pair}',
    "colon-without-key": "a colon without a key; write the key before it",
    "colon-in-value": "a value with a colon needs quotes; {cure}",
    "colon-where-none-can-be": "a colon stands where none can be; put the text in quotes",
    "record-in-braces": '{words} is a whole record; write "- " before it{comma}',
    "pair-in-braces": "{words} stands in braces; write {pair}",
    "braces-around-keys": (
        "{words} is written for programs; write each key on a line of its own, without braces and commas"
    ),
    "quotes-for-key": "a text in quotes stands where a key belongs; write the key and a colon before it",
    "list-for-key": "a list stands where a key belongs; write a word before the colon",
    # quotes, brackets and commas
    "quote-not-closed": "the quote that begins here is never closed; write the same quote at its end",
    "quote-not-closed-before-name": (
        "the quote that begins here is never closed; write the same quote at its end, or {cured}, both quotes too, if "
        "the sign belongs to the name"
    ),
    "quote-ended-early": "the quote {sign} ended before this; {cure}",
    "comma-after-quote": "a comma follows the quote; delete it",
    "bracket-not-closed": 'the bracket that begins here is never closed; write "{sign}", or quote the whole text',
    "bracket-closed-by-another": ('the bracket that is open here needs another sign to close it; write "{sign}"'),
    "bracket-closes-nothing": "this bracket closes nothing; delete it",
    "comma-missing": "a comma is missing before this entry; write one",
    "comma-twice": "two commas stand where one belongs; delete one",
    "comma-before-first": "nothing stands before this comma; delete it",
    "list-ended-early": "the list has ended before this; write one pair of brackets around all: {cured}",
    "list-without-brackets": "a list stands in brackets; write {cured}",
    "sign-begins-value": 'a value cannot begin with "{sign}"; write {cured} with the quotes',
    "sign-needs-quotes": 'text that begins with "{sign}" needs quotes; {cure}',
    "sign-says-nothing": '"{sign}" says nothing; {advice}',
    "backslash-in-quotes": 'a "\\" between double quotes begins a code; put the text in single quotes',
    "percent-begins-line": 'a line cannot begin with "%"; put the text in quotes, or delete the line',
    "html-code-begins-value": "{typed} would be shown as it stands; write {cured}",
    "out-of-place": "this does not belong here; look for a quote that was not closed in the lines above",
    # marks of YAML
    "yaml-anchor": "{mark} is a mark of YAML and no part of the value; delete it",
    "yaml-anchor-before-text": (
        "{mark} is a mark of YAML and no part of the value; delete it, or put the whole text in quotes if it belongs "
        "to it"
    ),
    "yaml-alias-of-nothing": (
        "{word} stands for what is marked elsewhere; write that out here, or put it in quotes if it is text"
    ),
    "yaml-alias-of-list": "{word} stands for the list on line {line}; write {cured}",
    "yaml-alias": "{word} stands for what is on line {line}; write that out here",
    "yaml-type": '"!" begins a type; put the text in quotes, or drop the word',
    "yaml-mark-on-key": 'a key cannot begin with "&" or "!"; write the bare word',
    "yaml-merge": '"<<" would merge another record; write the keys out',
    "yaml-null": "{value} is not a value; leave it empty",
}
