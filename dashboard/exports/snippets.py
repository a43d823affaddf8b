"""Code that loads a file from its address, in pandas, R, Excel and with curl."""

from dataclasses import dataclass

ADDRESS = "{address}"
"""The place in a snippet for the address of the file, or for its path."""


@dataclass(frozen=True)
class Snippet:
    """Code for one tool, with `ADDRESS` in it. `tool` is its key, `label` its name for readers."""

    tool: str
    label: str
    code: str

    def filled(self, address: str) -> str:
        """Write the code for an address, or for the path of a file."""
        return self.code.replace(ADDRESS, address)


_PANDAS = {
    "csv": """\
import pandas as pd

table = pd.read_csv("{address}", keep_default_na=False, na_values=[""])
""",
    "parquet": """\
import pandas as pd  # and pyarrow

table = pd.read_parquet("{address}")
""",
    "xlsx": """\
import pandas as pd  # and openpyxl

sheets = pd.read_excel("{address}", sheet_name=None)
""",
    "json": """\
import json
from urllib.request import urlopen

with urlopen("{address}") as answer:
    data = json.load(answer)
""",
}

_R = {
    "csv": """\
table <- readr::read_csv("{address}", na = "")
""",
    "parquet": """\
table <- arrow::read_parquet("{address}")
""",
    "xlsx": """\
file <- tempfile(fileext = ".xlsx")
download.file("{address}", file, mode = "wb")
events <- readxl::read_excel(file, sheet = "Events")
""",
    "json": """\
data <- jsonlite::fromJSON("{address}")
""",
}

_POWER_QUERY = "// Data > Get Data > From Other Sources > Blank Query > Advanced Editor: replace all text with this.\n"

_EXCEL = {
    "csv": """\
let
    Cells = Csv.Document(Web.Contents("{address}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Rows = Table.PromoteHeaders(Cells, [PromoteAllScalars = true])
in
    Rows
""",
    "xlsx": """\
let
    Sheets = Excel.Workbook(Web.Contents("{address}"), true),
    Events = Sheets{[Item = "Events", Kind = "Sheet"]}[Data]
in
    Events
""",
    "parquet": """\
let
    Rows = Parquet.Document(Web.Contents("{address}"))
in
    Rows
""",
    "json": """\
let
    Data = Json.Document(Web.Contents("{address}"))
in
    Data
""",
}

_CURL = """\
curl --fail --remote-name --remote-header-name "{address}"
"""


def snippets_for(name: str) -> tuple[Snippet, ...]:
    """Give the code that loads a file of this name; for a format that programs do not read as a table, only curl."""
    ending = name.rpartition(".")[2]
    snippets = []
    if ending in _PANDAS:
        snippets = [
            Snippet("pandas", "Python" if ending == "json" else "Python with pandas", _PANDAS[ending]),
            Snippet("r", "R", _R[ending]),
            Snippet("excel", "Excel, as a query", _POWER_QUERY + _EXCEL[ending]),
        ]
    return (*snippets, Snippet("curl", "curl", _CURL))
