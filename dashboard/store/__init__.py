"""The only room that reads or writes data files, and the only one that knows YAML.

`files` turns bytes into text, `characters` looks at its letters, `nodes` turns text into plain values with their
places, `syntax`, `lines`, `brackets`, `called` and `faults` word what is wrong, `records` makes the dataset, `salvage`
and `told` see to it that a mistake neither hides another nor is told twice, `contents` takes the values out as they
were typed, `copies` knows by their names which files are copies; `writing` adds to a file.
"""

from dashboard.store.brackets import ids_in
from dashboard.store.called import points_to
from dashboard.store.characters import odd
from dashboard.store.contents import ARTICLES, Contents, contents
from dashboard.store.copies import Copy, copies
from dashboard.store.faults import objections
from dashboard.store.files import (
    CHANGES,
    LIMIT,
    MISSING,
    RECORD_FILES,
    Files,
    article_file,
    found,
    glance,
    is_data,
    stamp,
    with_unix_ends,
)
from dashboard.store.records import load
from dashboard.store.writing import appended, replace, written

__all__ = [
    "ARTICLES",
    "CHANGES",
    "LIMIT",
    "MISSING",
    "RECORD_FILES",
    "Contents",
    "Copy",
    "Files",
    "appended",
    "article_file",
    "contents",
    "copies",
    "found",
    "glance",
    "ids_in",
    "is_data",
    "load",
    "objections",
    "odd",
    "points_to",
    "replace",
    "stamp",
    "with_unix_ends",
    "written",
]
