"""The people whom the data names at each edition."""

from dashboard.look.page import Page, Parameter, Table
from dashboard.topics.people import page

PAGE = Page(
    key="people",
    title="Who spoke or took part",
    about="The people whom the data names at each conference of the series: office, part and sources.",
    blocks=page.blocks,
    tables=(Table("people", "Who spoke or took part", page.frame, whole=True),),
    parameters=(Parameter("by", page.orders, default="editions"),),
)
