"""The only room that reads data files, and the only one that knows YAML.

`files` turns bytes into text, `nodes` text into plain values with their places, `syntax` and `faults`
word what is wrong, `records` makes the dataset.
"""

from dashboard.store.files import stamp
from dashboard.store.records import load

__all__ = ["load", "stamp"]
