"""Serve the first page of an edition without a server, as any server of files would: the folder, or the single file.

    python -m benchmarks.edition folder 8000

The pages of events, organizers and sources are left out, because nobody opens them here. The data comes from the folder
in `DASHBOARD_DATA`.
"""

import os
import sys
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from dashboard.library import Library
from dashboard.publish import explore
from dashboard.publish.edition import Edition
from dashboard.publish.single import single


def main(kind: str, port: int) -> None:
    """Write the edition into a temporary folder, and serve it until the process ends."""
    edition = Edition(Library(Path(os.environ["DASHBOARD_DATA"])).current())
    files = explore.files(edition) if kind == "folder" else [("index.html", single(edition))]
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        ThreadingHTTPServer(("127.0.0.1", port), partial(SimpleHTTPRequestHandler, directory=folder)).serve_forever()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
