"""The only room that reads or writes data files, and the only one that knows YAML.

`files` turns bytes into text, `characters` looks at its letters, `nodes` turns text into plain values with their
places, `syntax` and `faults` word what is wrong, `records` makes the dataset;
`writing` adds to a file.
"""

from dashboard.store.faults import objections
from dashboard.store.files import RECORD_FILES, stamp
from dashboard.store.records import load
from dashboard.store.writing import appended, replace

__all__ = ["RECORD_FILES", "appended", "load", "objections", "replace", "stamp"]
