"""The typeface of the page, for what is drawn or shown without Streamlit, which brings it."""

from importlib.util import find_spec
from pathlib import Path

_MEDIA = Path("static", "static", "media")


def _found() -> Path | None:
    # Not imported: only the front knows Streamlit.
    streamlit = find_spec("streamlit")
    folders = (streamlit.submodule_search_locations if streamlit else None) or []
    files = (path for folder in folders for path in sorted(Path(folder, _MEDIA).glob("SourceSansVF-Upright*.woff2")))
    return next(files, None)


FILE = _found()
"""The file of Source Sans with all its weights; None if Streamlit no longer has it."""

ADDRESS = f"static/media/{FILE.name}" if FILE else ""
"""Where the server gives it, relative to the first page."""
