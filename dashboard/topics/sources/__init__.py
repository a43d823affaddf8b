"""The sources: how many each event has, of which year, kind and language, and how far they were read."""
