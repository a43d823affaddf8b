"""What the browser gets: scripts, style sheets, icons, and the plotly.js that draws the charts."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where these files are."""
