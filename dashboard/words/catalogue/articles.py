"""Messages about articles: their sentences, the sources these cite, marks of facts, headings and other markup."""

TEXTS = {
    "article-missing": "the event has no article; write {file}",
    "article-empty": "the article is empty; write it, or delete the file",
    "article-name-no-id": "the name of the file is not the id of an event; write the id of its event, then .md",
    "article-of-renamed-event": '"{typed}" is the former id of "{now}"; name the file {now}.md',
    "article-of-renamed-event/taken": (
        '"{typed}" is the former id of "{now}"; move what it says to {now}.md, and delete it'
    ),
    "article-of-lost-event": (
        '"{typed}" is no longer in events.yaml; if its event has a new id, name the file {names}; if the event was '
        'deleted, restore it, and add "withdrawn" to it'
    ),
    "article-of-unknown-event": (
        '"{typed}" is not an id in events.yaml; add the event, name the file after another, or delete it'
    ),
    "article-of-unknown-event/meant": (
        '"{typed}" is not an id in events.yaml; if that is its event, name the file {names}; otherwise add the event, '
        "or delete the file"
    ),
    "article-of-unknown-event/copy": (
        '"{typed}" is not an id in events.yaml; if it is a copy of {original}, delete it, or move it out of the '
        "folder; otherwise add the event"
    ),
    "article-without-sentences": "the article has only headings; write sentences below them, or delete the file",
    "file-copied": "this is a copy of {original}; delete it, or move it out of the folder",
    "file-perhaps-copied": (
        "this looks like a copy of {original}; if it is one, delete it, or move it out of the folder; if it is the "
        "article of another event, name it after that event"
    ),
    # sentences and their sources
    "sentence-without-source": "{words} has no source; end the sentence with [source-id] and a full stop",
    "full-stop-before-citation": "the full stop belongs after the brackets; write {cured}",
    "full-stop-missing": "a full stop is missing after the brackets; write {cured}",
    "full-stop-among-signs": "a sentence must end with one full stop and nothing else; write {cured}",
    "citation-not-closed": 'the bracket before {words} is not closed; write "]" after the id',
    "citation-in-two-brackets": "the brackets are doubled; write {cured}",
    "citation-with-two-brackets": "there are two brackets instead of one; delete one",
    "citation-of-several-ids": "{typed} holds {number} ids; write {cured}",
    "citation-with-other-words": "{typed} has more than an id; write {cured}, and the other words before the brackets",
    "citation-without-sentence": "there is no sentence before {typed}; write one, or delete the brackets",
    "bracket-without-id": (
        "{typed} is not the id of a source; write the id of a source, or put other words in round brackets"
    ),
    "citation-not-in-event-sources": '"[{source}]" is not in "sources" of the event; add it there, in events.yaml',
    "citation-without-square-brackets": "{typed} is the id of a source; write {cured}, in square brackets",
    "citation-without-square-brackets/several": ("{typed} are the ids of sources; write {cured}, in square brackets"),
    # marks such as {role:osce}
    "mark-given-twice": "{mark} already marks a sentence above; keep one of the two",
    "mark-in-heading": "a heading cannot have a mark; put {mark} into a sentence",
    "mark-without-its-source": (
        "the sentence with {mark} cites no source of that fact; cite one of its sources in events.yaml, or move the "
        "mark to another sentence"
    ),
    "mark-of-no-fact": "{mark} names no role, figure or date of the event; delete it, or write {known}",
    "mark-of-no-fact/meant": ('{mark} names no role, figure or date of the event; if a mark is meant, write "{meant}"'),
    "mark-of-no-fact/none": "{mark} names no role, figure or date of the event; delete it",
    "braces-in-article": "readers would see {mark}; delete it, or write {known}",
    "braces-in-article/meant": 'readers would see {mark}; if a mark is meant, write "{meant}"',
    "braces-in-article/none": "readers would see {mark}; delete it",
    # headings and other markup
    "heading-without-empty-line": "there is no empty line after the heading {words}; add one",
    "heading-without-words": "this heading has no words; write them, or delete the line",
    "heading-without-space": 'a heading needs a space after "##"; write {cured}',
    "heading-with-more-signs": 'a heading begins with "## "; write {cured}',
    "heading-with-line-below": "a heading has no line below it; write {cured} and an empty line after it",
    "heading-with-citation": "a heading cannot have {typed}; delete it, and cite the source in the sentences below",
    "heading-with-signs-behind": "readers would see {signs} behind the heading; delete it",
    "heading-without-sentences": "there is no sentence below the heading {words}; write one, or delete the heading",
    "article-with-title": "an article cannot have a title; delete the line, or write {cured} for a heading",
    "article-with-front-matter": (
        'readers would see the lines between "---", which are for programs; delete them, and each "---"'
    ),
    "article-with-ruler": "readers would see {words}, not a line; delete it",
    "article-with-table": "an article cannot have a table; write sentences",
    "article-with-list": "an article cannot have a list; delete {sign}, and write sentences",
    "article-with-block-quotation": 'an article cannot have a block quotation; delete ">", and put the words in quotes',
    "article-with-comment": "readers would see this comment; delete it",
    "article-with-link": "an article cannot have a link; write only {words}, and cite its source: [{source}]",
    "article-with-empty-link": "an article cannot have a link; write only {words}",
    "article-with-address": "readers would see this web address; delete it, and cite its source: [{source}]",
    "article-with-tag": "readers would see the tag {tag}; delete it",
    "article-with-backslash": 'readers would see "\\"; delete it',
    "article-with-emphasis": "readers would see {sign}; delete it at both ends of the words",
    # names of organizers
    "organizer-not-named-in-article": (
        '"{organizer}" has a role at the event, but no sentence of this article names it; write {name} in '
        "the sentence that says what it did, or delete the role"
    ),
    "organizer-not-cited-in-article": (
        'no sentence of this article names "{organizer}" and cites a source of its role; write '
        'such a sentence, or put "{mark}" before the brackets of the sentence that states the role'
    ),
}
