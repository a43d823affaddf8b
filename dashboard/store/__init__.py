"""The only room that reads or writes data files, and the only one that knows YAML.

`files` turns bytes into text, `characters` looks at its letters, `nodes` turns text into plain values with their
places, `syntax`, `lines`, `brackets` and `faults` word what is wrong, `records` makes the dataset, `salvage` and `told`
see to it that a mistake neither hides another nor is told twice, `contents` takes the values out as they were typed;
`writing` adds to a file.
"""

from dashboard.store.brackets import ids_in
from dashboard.store.characters import odd
from dashboard.store.contents import ARTICLES, Contents, contents
from dashboard.store.faults import objections
from dashboard.store.files import CHANGES, LIMIT, RECORD_FILES, Files, article_file, found, glance, stamp
from dashboard.store.records import load
from dashboard.store.writing import appended, replace, written

__all__ = [
    "ARTICLES",
    "CHANGES",
    "LIMIT",
    "RECORD_FILES",
    "Contents",
    "Files",
    "appended",
    "article_file",
    "contents",
    "found",
    "glance",
    "ids_in",
    "load",
    "objections",
    "odd",
    "replace",
    "stamp",
    "written",
]
