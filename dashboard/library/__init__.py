"""The data as last read, shared by all readers, and a change that one reader tries.

`snapshot` reads the files anew, behind its readers, when one of them changes; `trial` reads them with what a reader
puts in their place.
"""

from dashboard.library.snapshot import FOLDER, Library, Snapshot, read, shared

__all__ = ["FOLDER", "Library", "Snapshot", "read", "shared"]
