"""A change on trial: its problems, and what differs."""

from dashboard.look.page import Page

PAGE = Page(
    key="try",
    title="Try a change",
    about="Change the data files on trial: see the problems, the differences and the changed pages before you publish.",
)
