"""The pages of one event, one organizer and one source. They need no JavaScript, and other sites can link to them."""
