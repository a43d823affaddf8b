"""Colours, marks, layouts, captions and HTML that several topics share, and the shapes of what scripts get."""
