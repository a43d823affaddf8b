"""What was changed in the data, when and why."""

from dashboard.look.page import Page, Table
from dashboard.topics.changes import page

PAGE = Page(
    key="changes",
    title="Changes",
    about="What was added, corrected or withdrawn in the data, when and why.",
    blocks=page.blocks,
    tables=(Table("changes", "Changes of the data", page.frame, whole=True),),
)
