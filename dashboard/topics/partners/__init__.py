"""Who organizes events with whom."""

from dashboard.look.page import Chart, Page
from dashboard.topics.partners import figures, page

PAGE = Page(
    key="together",
    title="Who works together",
    about="Which states and organizations organize events together, and how often.",
    blocks=page.blocks,
    charts=(Chart("together", "Who organized together", figures.picture, page.frame),),
    filtered=True,
)
