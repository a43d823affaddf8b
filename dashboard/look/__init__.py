"""Colours, marks, layouts, captions and pieces of HTML that several topics share, and what a page is made of."""
