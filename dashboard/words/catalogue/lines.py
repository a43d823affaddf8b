"""Messages about a file as it was typed: its bytes, letters and columns, and the signs that YAML gives a meaning."""

TEXTS = {
    # files
    "file-missing": "the file is missing; put it back",
    "file-misnamed": "{file} is not read; if these are records of the data, name the file {meant}",
    "file-is-folder": "this is a folder, not a file; put the file in its place",
    "file-is-broken-link": "this is a link to a file that does not exist; replace the link with the file itself",
    "file-is-link-to-outside": (
        "this is a link to a file outside the data folder, which is not read; replace the link with the file itself"
    ),
    "file-is-no-text-file": "this is not a regular file; put a text file here",
    "file-not-readable": "the file cannot be read ({why}); give the program permission to read it",
    "file-too-long": "the file has more than {limit} bytes; delete what is not data",
    "file-not-utf-8": (
        'the file is not saved as UTF-8 text (byte 0x{byte}); in the editor, choose "Save with encoding", then UTF-8'
    ),
    "file-with-byte-order-mark": "the file begins with a byte order mark; save it as UTF-8 without BOM",
    "file-with-windows-line-ends": "lines do not end as on Unix; save the file with Unix line ends (LF)",
    "file-empty": "the file is empty; write records into it",
    "list-file-empty": "the file is empty; write records into it, or [] for none",
    "file-of-another-shape": "the file has the wrong form; write {begins}",
    "file-with-too-many-values": "the file has more than {most} values up to this line; delete what is not data",
    "file-too-deep": "the file is nested more than {depth} levels deep; close a bracket, or indent less",
    "file-of-two-documents": '"---" begins a second document; put all records into one document',
    "file-ended-early": '"..." ends the file on a line above; delete the "..."',
    "file-unreadable-from-here": "the file cannot be read from this line on; compare the line with a record above",
    "conflict-of-two-versions": (
        'the lines down to ">>>>>>>" hold two versions of one text; keep one version, and delete the lines that begin '
        'with "<<<<<<<", "=======" and ">>>>>>>"'
    ),
    "conflict-left-over": "{line} is left over from a merge of two versions; delete this line",
    # characters
    "character-unprintable": "{name} is a character that cannot be seen; delete it",
    "character-in-value-unprintable": "the value holds a character that cannot be seen; delete it",
    "character-hidden": "{name} cannot be seen; delete it",
    "character-hidden-in-sign": "{name} is part of the character before it; delete both, or type the character again",
    "space-of-another-kind": "{name} only looks like a space; write a plain space",
    "space-alone-in-line": "{name} looks like a space; delete what is in this line",
    "line-of-hidden-spaces": "the line holds nothing but spaces that cannot be seen; delete it",
    "spaces-at-line-end": "the line ends with spaces; delete them",
    "spaces-at-line-end/two": "this line and one more end with spaces; delete them",
    "spaces-at-line-end/several": "this line and {more} more end with spaces; delete them",
    "tab": "this is a tab; write spaces",
    "tab-indents": "the line begins with a tab; indent it with spaces",
    "letter-typed-apart": (
        "{letter} is stored as two characters, a letter and an accent; write one character, {cured}"
    ),
    "letter-typed-apart/two": (
        "{letter} is stored as two characters, a letter and an accent; write one character, {cured}, and do "
        "the same with one more letter"
    ),
    "letter-typed-apart/several": (
        "{letter} is stored as two characters, a letter and an accent; write one character, {cured}, and do "
        "the same with {more} more letters"
    ),
    "letter-for-print": "{letters} is a character made for print, and a search does not find it; write {cured}",
    "word-cut": (
        "{typed} is a word broken at the end of a line; write {whole}, or {hyphened} if the hyphen is part of it"
    ),
    "word-of-two-alphabets": '{word} mixes alphabets: "{letter}" is a {name}; write {cured}',
    "word-of-two-alphabets/unclear": ('{word} mixes alphabets: "{letter}" is a {name}; write the word in one alphabet'),
    # columns and dashes
    "dash-missing": 'an entry begins here; write "- " before {key}',
    "dash-missing/after-spaces": 'an entry begins here; write "- " in place of the two spaces before {key}',
    "dash-missing-after-edge": 'an entry begins here; begin the line with {spaces} and "- "',
    "dash-too-many": "no entry begins here; write {spaces} in place of the dash before {key}",
    "dash-too-deep": "the dash is too far to the right; delete the {spaces} before it, {like}",
    "indent-too-small": "{what} begins in the wrong column; indent it by {spaces}, {like}",
    "indent-less-than-text": (
        "this line is part of the text above, but it is indented less; indent it by {spaces}, as the line above"
    ),
    "indent-less-than-text/several": (
        "this line is part of the text above, but it is indented less; indent it and the next {lines} by {spaces}, as "
        "the line above"
    ),
    "indent-missing-in-text": ('the text after ">" or "|" begins here, but it is not indented; indent it by {spaces}'),
    "indent-missing-in-text/several": (
        'the text after ">" or "|" begins here, but it is not indented; indent it and the next {lines} by {spaces}'
    ),
    "indent-deeper-than-above": "this line is indented more than the line above; begin both in the same column",
    "indent-unlike-above": "this line does not begin in the same column as the lines above; begin it there",
    "dash-without-space": "a dash needs {space} after it; write {cured}",
    "dash-alone": "there is nothing after this dash; delete the line, or write an entry after the dash",
    "dash-in-value": "{typed} begins with a second dash; delete it: {cured}",
    "bullet-for-dash": "an entry begins with a dash and a space; write {cured}",
    "key-of-new-entry": (
        'a key is repeated, so a new entry seems to begin here; write "- " in place of the two spaces before {key}, or '
        "delete the repeated key"
    ),
    "key-given-twice": "{key} is already on line {line}; keep one of the two",
    "line-outside-record": '{words} is not part of a record; indent it, or write "- " before it',
    "words-before-records": '{words} is not part of a record; delete it, or write "- " or "# " before it',
    # texts over several lines
    "text-runs-on-in-brackets": (
        "this line continues the text above; write a comma before {words} if it is a separate entry, otherwise write "
        "both on one line"
    ),
    "text-runs-on-in-list": (
        'this line continues the text above; write "- " in place of the two spaces before {words} if it is a separate '
        "entry, otherwise write both on one line"
    ),
    "text-runs-on-in-list/column": (
        "this line continues the text above; write {entry} in the column of the dash above if it is a separate entry, "
        "otherwise write both on one line"
    ),
    "text-runs-on-with-key": (
        "this line continues the text above; write {pair} in the column of the key above if it is a key, otherwise "
        "write both on one line"
    ),
    "text-runs-on": (
        'this line continues the text above; write both on one line, or write ">-" after the colon and the whole text '
        "below it"
    ),
    "text-after-block-sign": (
        'the text after "{sign}" must begin on the next line; if "{sign}" is part of the value, write {cured} with '
        "the quotes"
    ),
    "text-read-as-note": "{note} is read as a comment, not as text; if it is text, write {whole} with the quotes",
    # colons
    "colon-missing": "{words} has no colon; write {pair}",
    "colon-missing/or-text": (
        "{words} has no colon; write {pair}, or indent it by {spaces} if it continues the text above"
    ),
    "colon-missing/key": "{words} has no colon; write a key and a colon before it",
    "colon-missing/key-or-text": (
        "{words} has no colon; put it on the line above if it continues that line, otherwise write a key and a colon "
        "before it"
    ),
    "colon-of-another-kind": "{words} has no plain colon; write {pair}",
    "colon-without-space": '"{key}:" has no space after the colon; write {pair}',
    "colon-with-hidden-space": '"{key}:" is followed by an invisible space; write a plain space: {pair}',
    "colon-without-key": "this colon has no key before it; write the key",
    "colon-in-value": "a value with a colon needs quotes; {cure}",
    "colon-where-none-can-be": "a colon is not allowed here; put the text in quotes",
    "record-in-braces": '{words} is a record in braces; write "- " before it',
    "record-in-braces/comma": ('{words} is a record in braces; write "- " before it, and delete the comma at its end'),
    "pair-in-braces": "{words} is in braces; write {pair}",
    "braces-around-keys": "{words} is JSON, not YAML; write each key on its own line, without braces and commas",
    "quotes-for-key": "this text in quotes has no key; write a key and a colon before it",
    "list-for-key": "a list cannot be a key; write a word before the colon",
    # quotes, brackets and commas
    "quote-not-closed": "the quote that begins here is not closed; write the same quote at its end",
    "quote-not-closed-before-name": (
        "the quote that begins here is not closed; write the same quote at its end, or {cured} with both quotes if "
        "the sign is part of the name"
    ),
    "quote-ended-early": "the text in quotes ends before this; {cure}",
    "comma-after-quote": "a comma follows the quote; delete it",
    "bracket-not-closed": 'the bracket that begins here is not closed; write "{sign}", or put the whole text in quotes',
    "bracket-closed-by-another": 'this is not the bracket that closes the open one; write "{sign}"',
    "bracket-closes-nothing": "this bracket closes nothing; delete it",
    "comma-missing": "a comma is missing before this entry; write one",
    "comma-twice": "there are two commas instead of one; delete one",
    "comma-before-first": "there is nothing before this comma; delete it",
    "list-ended-early": "the list ends before this; write one pair of brackets around all entries: {cured}",
    "list-without-brackets": "a list needs brackets; write {cured}",
    "sign-begins-value": 'a value cannot begin with "{sign}"; write {cured} with the quotes',
    "sign-needs-quotes": 'text that begins with "{sign}" needs quotes; {cure}',
    "sign-says-nothing": '"{sign}" is not a value; {advice}',
    "backslash-in-quotes": 'a "\\" in double quotes begins an escape code; put the text in single quotes',
    "percent-begins-line": 'a line cannot begin with "%"; put the text in quotes, or delete the line',
    "html-code-begins-value": "readers would see {typed} as it is; write {cured}",
    "out-of-place": "this does not belong here; look in the lines above for a quote that is not closed",
    # marks of YAML
    "yaml-anchor": "{mark} is a YAML anchor, not part of the value; delete it",
    "yaml-anchor-before-text": (
        "{mark} is read as a YAML anchor, not as part of the value; delete it, or put the whole text in quotes if it "
        "is part of the text"
    ),
    "yaml-alias-of-nothing": (
        "{word} is read as a YAML alias, but no line above has its anchor; write the value itself, or put {word} in "
        "quotes if it is text"
    ),
    "yaml-alias-of-list": "{word} is a YAML alias of the list on line {line}; write {cured}",
    "yaml-alias": "{word} is a YAML alias of the value on line {line}; write the value itself",
    "yaml-type": '"!" begins a YAML tag; put the text in quotes, or delete the word',
    "yaml-mark-on-key": 'a key cannot begin with "&" or "!"; write the word without it',
    "yaml-merge": '"<<" would copy the keys of another record; write the keys themselves',
    "yaml-null": "{value} is not a value; leave the value empty",
}
