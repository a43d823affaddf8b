"""Downloads: the data as tables, a workbook or a package, the charts as pages that work offline and as pictures.

They have no clock and no session: the same data and filters give the same bytes.
"""

from dashboard.exports.about import OWN_WORDS, licence, rights
from dashboard.exports.charts import CHARTS, figure_json
from dashboard.exports.chrome import PictureError
from dashboard.exports.names import SLUG_LENGTH, WHOLE, file_name, joined, part_of_all
from dashboard.exports.offers import Offers, citation_html, offers_html
from dashboard.exports.offline import PLOTLY
from dashboard.exports.options import DEFAULTS, OPTIONS, NeedsEventError, OptionError, Options, parse_options
from dashboard.exports.registry import EXPORTS, PICTURES, SHOWN, Export
from dashboard.exports.served import SERVED
from dashboard.exports.snippets import ADDRESS, Snippet, snippets_for
from dashboard.exports.tables import BYTE_ORDER_MARK, FORMULA, TABLES, csv, csv_for_excel, plain, tables_of
from dashboard.exports.takeaway import takeaway, takeaway_json

__all__ = [
    "ADDRESS",
    "BYTE_ORDER_MARK",
    "CHARTS",
    "DEFAULTS",
    "EXPORTS",
    "FORMULA",
    "OPTIONS",
    "OWN_WORDS",
    "PICTURES",
    "PLOTLY",
    "SERVED",
    "SHOWN",
    "SLUG_LENGTH",
    "TABLES",
    "WHOLE",
    "Export",
    "NeedsEventError",
    "Offers",
    "OptionError",
    "Options",
    "PictureError",
    "Snippet",
    "citation_html",
    "csv",
    "csv_for_excel",
    "figure_json",
    "file_name",
    "joined",
    "licence",
    "offers_html",
    "parse_options",
    "part_of_all",
    "plain",
    "rights",
    "snippets_for",
    "tables_of",
    "takeaway",
    "takeaway_json",
]
