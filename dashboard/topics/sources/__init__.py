"""The sources: how many each event has, their year, kind and language, and how far they were read."""

from dashboard.look.page import Chart, Page
from dashboard.topics.sources import page, pictures

PAGE = Page(
    key="coverage",
    title="Sources",
    about="The sources: how many each event has, their year, kind and language, and how far they were read.",
    blocks=page.blocks,
    charts=(
        Chart("coverage-years", "Sources by year", pictures.years, pictures.years_frame, whole=True),
        Chart("coverage-events", "Sources of each event", pictures.events, pictures.events_frame, whole=True),
    ),
)
