"""Two editions compared, in sets and in words."""
