"""The data as last read, shared by all readers, and a change that one reader tries.

`snapshot` reads the files again in a thread when one of them changes. `trial` reads them together with the files of a
reader, which replace the published ones.
"""

from dashboard.library.snapshot import FOLDER, Library, Snapshot, read, shared

__all__ = ["FOLDER", "Library", "Snapshot", "read", "shared"]
