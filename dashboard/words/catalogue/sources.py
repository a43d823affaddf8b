"""Messages about sources, their addresses and days, and what events and other records cite of them."""

TEXTS = {
    "source-unused": 'no record or article names "{source}"; name it where it says something, or withdraw it',
    "source-listed-twice": '"{source}" is listed twice; delete one',
    "source-not-in-event-sources": '"{source}" is not among the sources of the event; add it to them',
    "source-speaks-twice": 'there are two texts about "{event}"; make them one',
    "source-speaks-unlisted": ('"{event}" does not have "{source}" among its sources; add it there, or delete this'),
    "sources-silent": '{file} does not say what {sources} {says} about this event; add it there, under "says"',
    "confirmed-by-one-source": 'this is "confirmed" by one source; write "single", or add a second source',
    "confirmed-by-one-text": (
        'this is "confirmed" by {number} sources that repeat one text; write "single", or add another source'
    ),
    "source-page-taken": (
        '"{first}" has the address of the same page; name that source in its place and delete this one, or write the '
        "address of the other page"
    ),
    "source-title-taken": (
        '"{first}" has the same title; if this one was copied, write the right one, and if both are one page, keep '
        "one record"
    ),
    # addresses
    "link-to-mirror": (
        "the address is on {mirror}, which carries copies; write the original address, or delete the line"
    ),
    "link-beside-copy": "the source has a url, but a copy at {host} was read; delete url, or copy_at",
    "link-passes-on": "the address passes the reader on through {host}; write {page}",
    "link-to-archive": "the address is of an archived copy; write the page itself, {page}",
    "source-link-to-archive": (
        "the address is of an archived copy; write the page itself, {page}, and the copy under archived"
    ),
    "link-with-html-code": 'the address was copied out of HTML; write "&" for "&amp;"',
    "archive-of-another-page": "the copy is of {page}, not of the page under url; correct one of the two",
    "archive-unknown": (
        "{host} is not a known web archive; write an address of one, such as web.archive.org or archive.ph, or delete "
        "the line"
    ),
    "archive-is-mirror": (
        "{mirror} carries copies and is not a web archive; write an address of one, such as web.archive.org or "
        "archive.ph, or delete the line"
    ),
    "archive-not-https": "the address of an archived copy begins with https://; write {cured}",
    "archive-lists-copies": "the address lists all copies of a page; open one of them, and write its address",
    "archive-of-mirror": (
        "this is an archived copy of a page on {mirror}, which carries copies; write one of the original page, or "
        "delete the line"
    ),
    # days and titles
    "source-id-of-another-day": (
        "the source was published on {published}, but its id has {written}; correct the day that is wrong, the id "
        "only if it is new"
    ),
    "source-long-ago": '"{when}" is in the year {year}; correct the year, such as 2018',
    "source-read-before-published": (
        "the source was read on {accessed}, but published on {published}; correct one of the two"
    ),
    "source-checked-before-read": (
        "the source was checked on {checked}, but first read on {accessed}; correct one of the two"
    ),
    "source-without-title": (
        'the source has neither "title" nor "title_en"; write the published title under title, or, if it was not '
        "found, what the page is under title_en"
    ),
    "title-names-its-language": (
        'the title ends with "{behind}"; write the title as the page has it, and one in English under title_en; the '
        "key language already gives the language"
    ),
    "title-in-another-script": (
        "the title has none of the letters of {language}; write the title as the page has it, and one in English under "
        "title_en"
    ),
    "title-not-translated": "the title is in {language}; add title_en, the title in English in your words",
    # what `links` finds out
    "link-moved": "{url} leads to another page, {target}{why}; if it is the same page, write that address",
    "link-refused": "{url} does not answer programs{status}{why}; open it in a browser",
    "link-gone": ("{url} is no longer there{status}{why}; look for the page, and add an archived copy to the source"),
    "link-failed": "{url} cannot be read{status}{why}; try again later",
}
