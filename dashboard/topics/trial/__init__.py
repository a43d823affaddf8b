"""A change on trial: its problems, and what differs."""
