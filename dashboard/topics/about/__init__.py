"""How the data is made, its licence, how to cite it, who keeps it, and how to report an error."""

from dashboard.look.page import Page
from dashboard.topics.about import page

PAGE = Page(
    key="about",
    title="About the data",
    about="How the data is made, its licence, how to cite it, who keeps it, and how to report an error.",
    blocks=page.blocks,
)
