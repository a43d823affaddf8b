"""Timeline, matrix of organizers and article: the views that follow one choice."""
