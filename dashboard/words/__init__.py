"""Numbers, lists, suggestions and the texts of messages; this room knows no record."""
