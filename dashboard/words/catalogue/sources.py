"""Messages about sources, their addresses and days, and what events and other records cite of them."""

TEXTS = {
    "source-unused": 'no record or article cites "{source}"; cite it where you use it, or withdraw it',
    "source-listed-twice": '"{source}" is listed twice; delete one',
    "source-not-in-event-sources": '"{source}" is not in "sources" of the event; add it there',
    "source-speaks-twice": '"says" has two texts about "{event}"; merge them into one',
    "source-speaks-unlisted": '"sources" of "{event}" does not include "{source}"; add it there, or delete this',
    "sources-silent": '{file} does not say what {sources} says about this event; add it there, under "says"',
    "sources-silent/several": ('{file} does not say what {sources} say about this event; add it there, under "says"'),
    "confirmed-by-one-source": (
        'this is "confirmed", but it has only one source; write "single", or add a second source'
    ),
    "confirmed-by-one-text": (
        'this is "confirmed", but its {number} sources repeat one text; write "single", or add another source'
    ),
    "source-page-taken": (
        '"{first}" already has the address of this page; cite "{first}" and delete this source, or write the address '
        "of the other page"
    ),
    "source-title-taken": (
        '"{first}" has the same title; if you copied the title by mistake, write the right one, and if both are one '
        "page, keep one record"
    ),
    # addresses
    "link-to-mirror": "the address is on {mirror}, a host of copies; write the original address, or delete the line",
    "link-beside-copy": (
        'the source has a "url", but also "copy_at", a copy read at {host}; delete one of the two lines'
    ),
    "link-passes-on": "the address only redirects the reader through {host}; write {page}",
    "link-to-archive": "the address is of an archived copy; write the address of the page itself, {page}",
    "source-link-to-archive": (
        "the address is of an archived copy; write the address of the page itself, {page}, and that of the copy under "
        '"archived"'
    ),
    "link-with-html-code": 'the address was copied out of HTML; write "&" for "&amp;"',
    "archive-of-another-page": 'the archived copy is of {page}, but "url" is another page; correct one of the two',
    "archive-unknown": (
        "{host} is not a known web archive; write an address at a web archive, for example web.archive.org or "
        "archive.ph, or delete the line"
    ),
    "archive-is-mirror": (
        "{mirror} is a host of copies, not a web archive; write an address at a web archive, for example "
        "web.archive.org or archive.ph, or delete the line"
    ),
    "archive-not-https": "the address of an archived copy begins with https://; write {cured}",
    "archive-lists-copies": "the address lists all copies of a page; open one copy, and write its address",
    "archive-of-mirror": (
        "this is an archived copy of a page on {mirror}, a host of copies; write an archived copy of the original "
        "page, or delete the line"
    ),
    # days and titles
    "source-id-of-another-day": (
        "the source was published on {published}, but its id has {written}; correct the wrong day, but change the id "
        "only if it is new"
    ),
    "source-long-ago": '"{when}" is in the year {year}; write the right year, for example 2018',
    "source-read-before-published": (
        "the source was read on {accessed}, but published on {published}; correct one of the two"
    ),
    "source-checked-before-read": (
        "the source was checked on {checked}, but first read on {accessed}; correct one of the two"
    ),
    "source-without-title": (
        'the source has neither "title" nor "title_en"; write the published title in "title", or, if you did not find '
        'it, say in "title_en" what the page is'
    ),
    "title-names-its-language": (
        'the title ends with "{behind}", but the key "language" gives the language; write the title as on the page, '
        'and an English title in "title_en"'
    ),
    "title-in-another-script": (
        "the title has no letter of the {language} alphabet; write the title as on the page, and an English title in "
        '"title_en"'
    ),
    "title-not-translated": 'the title is in {language}; add "title_en" with your own English translation',
    # what `links` finds out
    "link-moved": "{url} leads to another page, {target}{why}; if it is the same page, write that address",
    "link-refused": "{url} does not answer programs{status}{why}; open it in a browser",
    "link-gone": ("{url} is no longer there{status}{why}; look for the page, and add an archived copy to the source"),
    "link-failed": "{url} cannot be read{status}{why}; try again later",
}
