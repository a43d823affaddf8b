"""The only room that reads or writes data files, and the only one that knows YAML.

`files` turns bytes into text, `nodes` turns text into plain values with their places, `records` makes the dataset,
`contents` takes the values out as they were typed, `copies` tells by name which files are copies, and `writing` adds to
a file. What is wrong in a file is found and worded in `faults/`.
"""

from dashboard.store.contents import ARTICLES, Contents, contents
from dashboard.store.copies import Copy, copies, misnamed
from dashboard.store.faults.brackets import ids_in
from dashboard.store.faults.called import points_to
from dashboard.store.faults.characters import odd
from dashboard.store.faults.objections import objections
from dashboard.store.faults.typed_dates import readings
from dashboard.store.files import (
    LIMIT,
    MISSING,
    RECORD_FILES,
    Files,
    article_file,
    glance,
    is_data,
    read_files,
    stamp,
    with_unix_ends,
)
from dashboard.store.records import load
from dashboard.store.writing import appended, replace, whole, written

__all__ = [
    "ARTICLES",
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
    "glance",
    "ids_in",
    "is_data",
    "load",
    "misnamed",
    "objections",
    "odd",
    "points_to",
    "read_files",
    "readings",
    "replace",
    "stamp",
    "whole",
    "with_unix_ends",
    "written",
]
