"""What a curator uses: reports, differences, the guard, the schema, new records and series, and a look at links."""
