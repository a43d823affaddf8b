"""Two editions compared, in sets and in words."""

from dashboard.look.page import Page, Parameter
from dashboard.topics.editions import page

PAGE = Page(
    key="compare",
    title="Compare editions",
    about="Two conferences of the series side by side: organizers, numbers, themes, texts cited and declarations.",
    blocks=page.blocks,
    parameters=(Parameter("from", page.labels), Parameter("to", page.labels)),
    symmetric=True,
)
