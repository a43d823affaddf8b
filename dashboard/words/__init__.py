"""Numbers, lists and suggestions in words; this room knows no record."""
