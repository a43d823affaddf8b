"""A change on trial: its problems, and what differs."""

from dashboard.look.page import Page

PAGE = Page(key="try", title="Try a change")
