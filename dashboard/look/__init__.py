"""Colours, marks, layouts, captions and pieces of HTML that several topics share."""
