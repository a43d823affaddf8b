"""The records of the data: their fields and terms, dates and ids, and what their texts name and cite."""
