"""How good the data is: what is known of each event, and open problems by rule."""

from dashboard.look.page import Chart, Page, Parameter, Table
from dashboard.topics.quality import figures, page, quality

PAGE = Page(
    key="quality",
    title="Data quality",
    about="What is known of each event, what was looked for and not found, and the open problems of the data.",
    blocks=page.blocks,
    charts=(Chart("quality", "What is known of each event", figures.picture, figures.frame, whole=True),),
    tables=(Table("problems", "Open problems of the data", page.problems, whole=True),),
    parameters=(Parameter("order", quality.ORDERS, default="time"),),
)
