"""Messages about articles: their sentences, the sources these cite, marks of facts, headings and other markup."""

TEXTS = {
    "article-missing": "the event has no article; write {file}",
    "article-empty": "the article is empty; write it, or delete the file",
    "article-name-no-id": "the file is not named after an event; write its id, then .md",
    "article-of-renamed-event": '"{typed}" is the former id of "{now}"; {cure}',
    "article-of-lost-event": (
        '"{typed}" is no longer in events.yaml; if the id of its event was changed, name the file {names}; if the '
        "event was taken out, bring it back, and write withdrawn in it"
    ),
    "article-of-unknown-event": '"{typed}" is not an id in events.yaml; {advice}',
    "article-without-sentences": "the article has only headings; write sentences below them, or delete the file",
    "file-copied": "this is a copy of {original}; delete it, or move it out of the folder",
    "file-perhaps-copied": (
        "this looks like a copy of {original}; if it is one, delete it, or move it out of the folder; if it is the "
        "article of another event, name it after that event"
    ),
    # sentences and their sources
    "sentence-without-source": "{words} has no source; end it with [source-id] and a full stop",
    "full-stop-before-citation": "the full stop belongs after the brackets; write {cured}",
    "full-stop-missing": "a full stop is missing after the brackets; write {cured}",
    "full-stop-among-signs": "a sentence must end with one full stop and nothing else; write {cured}",
    "citation-not-closed": 'the bracket before {words} is never closed; write "]" after the id',
    "citation-in-two-brackets": "the brackets are doubled; write {cured}",
    "citation-with-two-brackets": "there are two brackets where one belongs; delete one",
    "citation-of-several-ids": "{typed} holds {number} ids; write {cured}",
    "citation-not-in-event-sources": (
        '"[{source}]" is not among the sources of the event; add it to them in events.yaml'
    ),
    "citation-without-square-brackets": "{typed} {are}; write {cured}, in square brackets",
    # marks such as {role:osce}
    "mark-given-twice": "{mark} already marks a sentence above; keep one of the two",
    "mark-in-heading": "a heading cannot have a mark; put {mark} into a sentence",
    "mark-without-its-source": (
        "the sentence with {mark} cites no source of that fact; cite one of those in events.yaml, or put the mark into "
        "another sentence"
    ),
    "mark-of-no-fact": "{mark} names no role, figure or date of the event; {advice}",
    "braces-in-article": "{mark} would be shown to readers; {advice}",
    # headings and other markup
    "heading-without-empty-line": "there is no empty line after the heading {words}; add one",
    "heading-without-words": "this heading has no words; write them, or delete the line",
    "heading-without-space": 'a heading needs a space after "##"; write {cured}',
    "heading-with-more-signs": 'a heading begins with "## "; write {cured}',
    "heading-with-line-below": "a heading has no line of signs below it; write {cured} and an empty line after it",
    "article-with-title": "an article has no title of its own; delete the line, or write {cured} for a heading",
    "article-with-front-matter": (
        'the lines between "---" are for programs, but readers would see them; delete them, and each "---"'
    ),
    "article-with-ruler": "{words} is not shown as a line; delete it",
    "article-with-table": "an article cannot have a table; write sentences",
    "article-with-list": "an article cannot have a list; delete {sign}, and write sentences",
    "article-with-block-quotation": 'an article cannot have a block quotation; delete ">", and put the words in quotes',
    "article-with-comment": "readers would see this comment; delete it",
    "article-with-link": "an article cannot have a link; write {words} alone, and cite its source: [{source}]",
    "article-with-empty-link": "an article cannot have a link; write {words} alone",
    "article-with-address": "this web address would be shown to readers; delete it, and cite its source: [{source}]",
    "article-with-tag": "{tag} would be shown to readers; delete it",
    "article-with-emphasis": "{sign} would be shown to readers; delete it at both ends of the words",
    # names of organizers
    "organizer-not-named-in-article": (
        '"{organizer}" has a role at the event, but no sentence of this article names it by itself; write {name} in '
        "the one that says what it did, or delete the role"
    ),
    "organizer-not-cited-in-article": (
        'no sentence of this article names "{organizer}" by itself and cites a source of its role; write one, or put '
        '"{mark}" before the brackets of the sentence that says it'
    ),
}
