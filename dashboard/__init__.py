"""A dashboard of a series of events: curated YAML in, linked views and downloads out."""

__version__ = "1.2.0"
"""The version of the code, as in CHANGELOG.md; the data says its own day, `updated` in data/process.yaml."""
