"""Messages about articles: their sentences, the sources these cite, marks of facts, headings and other markup."""

TEXTS = {
    "article-missing": "there is no article; write {file}",
    "article-empty": "is empty; write the article, or delete the file",
    "article-name-no-id": "the file is not named after an event; write its id, then .md",
    "article-of-renamed-event": '"{typed}" is the former id of "{now}"; {cure}',
    "article-of-lost-event": (
        '"{typed}" is no longer in events.yaml; if the id of its event was changed, name the file {names}; if the '
        "event was taken out, bring it back, and write withdrawn in it"
    ),
    "article-of-unknown-event": '"{typed}" is not an id in events.yaml; {advice}',
    "article-without-sentences": "holds headings alone; write sentences below them, or delete the file",
    "file-copied": "this is a copy of {original}; delete it, or move it out of the folder",
    "file-perhaps-copied": (
        "this looks like a copy of {original}; if it is one, delete it, or move it out of the folder; if it is the "
        "article of another event, name it after that event"
    ),
    # sentences and their sources
    "sentence-without-source": "{words} has no source; end it with [source-id] and a full stop",
    "full-stop-before-citation": "the full stop belongs after the brackets; write {cured}",
    "full-stop-missing": "a full stop is missing after the brackets; write {cured}",
    "full-stop-among-signs": "one full stop, and nothing else, ends a sentence; write {cured}",
    "citation-not-closed": 'the bracket before {words} is never closed; write "]" after the id',
    "citation-in-two-brackets": "brackets stand twice; write {cured}",
    "citation-with-two-brackets": "a bracket stands twice; delete one",
    "citation-of-several-ids": "{typed} holds {number} ids; write {cured}",
    "citation-not-in-event-sources": (
        '"[{source}]" is not among the sources of the event; add it to them in events.yaml'
    ),
    "citation-without-square-brackets": "{typed} {are}; write {cured}, in square brackets",
    # marks such as {role:osce}
    "mark-given-twice": "{mark} marks a sentence above already; keep one of the two",
    "mark-in-heading": "a heading states nothing; put {mark} into a sentence",
    "mark-without-its-source": (
        "the sentence with {mark} cites no source of that fact; cite one of those in events.yaml, or put the mark into "
        "another sentence"
    ),
    "mark-of-no-fact": "{mark} names no role, figure or date of the event; {advice}",
    "braces-in-article": "{mark} would be shown as it stands; {advice}",
    # headings and other markup
    "heading-without-empty-line": "the heading {words} runs on; leave an empty line after it",
    "heading-without-words": "a heading without words; write them, or delete the line",
    "heading-without-space": "a heading needs a space after its signs; write {cured}",
    "heading-with-more-signs": "headings have two signs each; write {cured}",
    "heading-with-line-below": ("a heading has no line below it; write {cured} and an empty line after it"),
    "article-with-title": (
        "an article has no title, the event gives it one; delete the line, or write {cured} for a heading"
    ),
    "article-with-front-matter": (
        'lines between "---" tell programs of a file and would be shown to readers; delete them, "---" too'
    ),
    "article-with-ruler": "{words} draws no line; delete it",
    "article-with-table": "tables are not shown as such; write sentences",
    "article-with-list": "lists are not shown as such; delete {sign}, and write sentences",
    "article-with-block-quotation": 'a quotation stands in quotes; delete ">", and write them',
    "article-with-comment": "a comment would be shown to readers; delete it",
    "article-with-link": "links are not shown as such; write {words} alone, and cite its source: [{source}]",
    "article-with-empty-link": "links are not shown as such; write {words} alone",
    "article-with-address": ("a web address would be shown as it stands; delete it, and cite its source: [{source}]"),
    "article-with-tag": "{tag} would be shown as it stands; delete it",
    "article-with-emphasis": "{sign} would be shown as it stands; delete it at both ends of the words",
    # names of organizers
    "organizer-not-named-in-article": (
        '"{organizer}" has a role at the event, but no sentence here names it itself; write {name} in the one that '
        "says what it did, or take the role out"
    ),
    "organizer-not-cited-in-article": (
        'no sentence here names "{organizer}" itself and cites a source of its role; write one, or put "{mark}" before '
        "the brackets of the sentence that says it"
    ),
}
