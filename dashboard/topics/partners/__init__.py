"""Who organizes events with whom."""

from dashboard.look.page import Chart, Page
from dashboard.topics.partners import figures, page

PAGE = Page(
    key="together",
    title="Who works together",
    blocks=page.blocks,
    charts=(Chart("together", "Who organized together", figures.picture, page.frame),),
    filtered=True,
)
