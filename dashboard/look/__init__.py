"""Colours, marks, layouts, captions and HTML for several topics, what pages are made of, and what scripts get."""
