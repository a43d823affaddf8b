"""Downloads: the frames as tables, a workbook or JSON, the charts as pages that work offline and as pictures.

They have no clock and no session: the same data and filters give the same bytes.
"""

from dashboard.exports.charts import CHARTS, figure_json
from dashboard.exports.names import SLUG_LENGTH, WHOLE, file_name, joined, part_of_all
from dashboard.exports.offline import PLOTLY
from dashboard.exports.options import DEFAULTS, OPTIONS, Options, parse_options
from dashboard.exports.pictures import PictureError
from dashboard.exports.registry import EXPORTS, PICTURES, Export
from dashboard.exports.tables import FORMULA, csv, plain
from dashboard.exports.workbook import RIGHTS

__all__ = [
    "CHARTS",
    "DEFAULTS",
    "EXPORTS",
    "FORMULA",
    "OPTIONS",
    "PICTURES",
    "PLOTLY",
    "RIGHTS",
    "SLUG_LENGTH",
    "WHOLE",
    "Export",
    "Options",
    "PictureError",
    "csv",
    "figure_json",
    "file_name",
    "joined",
    "parse_options",
    "part_of_all",
    "plain",
]
