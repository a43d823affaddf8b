"""What an id looks like: small letters of English, digits, and single hyphens between them."""

import re

PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""One id, inside a longer pattern."""

ID = re.compile(PATTERN)
"""One id; use it with `fullmatch`."""
