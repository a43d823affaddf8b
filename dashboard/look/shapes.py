"""The shapes of the data that scripts in the browser get and report.

`python -m tests.assets.shapes` writes `assets/engine/types.d.ts` from them. Figures have more fields than those named
here, which are the fields that a script reads.
"""

from typing import Literal, NotRequired, TypedDict

from dashboard.records.model import Confidence, Dating, EventKind, Opening, OrganizerKind, Pane, RoleWord, Weight


class Urls(TypedDict):
    """Addresses relative to the page; `scripts`, `figure`, `export` and `embed` are folders.

    `article` and `eventPage` have `{event}` in place of the id of an event. `eventPage` is empty where events have no
    page, as in a change on trial. `edition` says where the page runs: in a `folder` or a `file` without a server. It is
    empty with one. `home` is the public address of an edition, if it is known. A script or style sheet with an empty
    address is in the HTML of the page.
    """

    scripts: str
    viewsModule: str
    panelModule: str
    figureModule: str
    linksModule: str
    pagesModule: str
    keepModule: str
    css: str
    panelCss: str
    takeawayCss: str
    plotly: str
    bundle: str
    article: str
    text: str
    figure: str
    export: str
    takeaway: str
    embed: str
    eventPage: str
    home: str
    edition: Literal["", "folder", "file"]


# Figures


class Font(TypedDict):
    """A font of a figure; `size` in pixels."""

    size: NotRequired[float]
    family: NotRequired[str]
    color: str


class Marker(TypedDict):
    """The marks of a trace; `size` is their diameter in pixels."""

    size: float


class Stroke(TypedDict):
    """The lines of a trace; `width` is in pixels, and `dash` gives the lengths of dashes and gaps."""

    color: str
    width: float
    dash: NotRequired[str]


class TimelineMeta(TypedDict):
    """What a trace of the timeline is."""

    part: Literal["span", "bounds", "mark"]
    kind: EventKind


class TimelineTrace(TypedDict):
    """Marks or spans of one kind of event.

    `customdata` has the event of each point, and its lane if the lanes are not the kinds.
    """

    mode: str
    meta: TimelineMeta
    customdata: list[list[str]]
    x: list[str | None]
    y: list[float | None]
    marker: NotRequired[Marker]
    line: NotRequired[Stroke]
    text: NotRequired[list[str]]
    textposition: NotRequired[list[str]]
    textfont: NotRequired[Font]


class Lane(TypedDict):
    """The lane of one kind of event, in units of the y axis, whose upper end is 0."""

    kind: str
    top: float
    bottom: float


class TimelineFigureMeta(TypedDict):
    """The lanes of a timeline, from the top."""

    lanes: list[Lane]


class Line(TypedDict):
    """A line across a figure."""

    y0: float
    y1: float


class TimelineXAxis(TypedDict):
    """The axis of time."""

    gridcolor: str


class TimelineYAxis(TypedDict):
    """The axis of the lanes."""

    tickfont: Font


class TimelineLayout(TypedDict):
    """The layout of the timeline; `height` in pixels. `shapes` has a line below each lane."""

    height: float
    font: Font
    paper_bgcolor: str
    meta: TimelineFigureMeta
    xaxis: TimelineXAxis
    yaxis: TimelineYAxis
    shapes: NotRequired[list[Line]]


class Timeline(TypedDict):
    """The figure of the timeline."""

    data: list[TimelineTrace]
    layout: TimelineLayout


class MatrixMeta(TypedDict):
    """The role that the marks of a trace show."""

    role: RoleWord
    disputed: bool


class MatrixTrace(TypedDict):
    """Marks of one role; `customdata` has event and organizer of each."""

    meta: MatrixMeta
    customdata: list[tuple[str, str]]
    x: list[str]
    y: list[str]
    marker: Marker


class MatrixAxis(TypedDict):
    """The axis of the events, or of the organizers."""

    gridcolor: str


class MatrixLayout(TypedDict):
    """The layout of the matrix."""

    xaxis: MatrixAxis
    yaxis: MatrixAxis


class Matrix(TypedDict):
    """The figure of the matrix."""

    data: list[MatrixTrace]
    layout: MatrixLayout


class PackedTrace(TypedDict):
    """A trace of the matrix as it is sent, without repeated values.

    `heads` has by organizer the first line of the hover box. `notes` has for each mark the index of the last line in
    `notes` of the figure.
    """

    meta: MatrixMeta
    customdata: list[tuple[str, str]]
    marker: Marker
    heads: dict[str, str]
    notes: list[int]


class PackedMatrix(TypedDict):
    """The figure of the matrix as it is sent; `lines` has by event the second line of the hover box."""

    data: list[PackedTrace]
    layout: MatrixLayout
    lines: dict[str, str]
    notes: list[str]


class Meta(TypedDict):
    """Facts about a figure; `least` is the least width in pixels."""

    least: NotRequired[float]


class Layout(TypedDict):
    """The layout of a figure, in pixels; without a width it takes the free width."""

    width: NotRequired[float]
    height: float
    meta: NotRequired[Meta]


class Figure(TypedDict):
    """A figure that is drawn as it comes."""

    data: list[object]
    layout: Layout


# The linked views


class EventFacts(TypedDict):
    """An event; `first` and `last` are dates as in ISO 8601, empty if none is known.

    `start` and `end` are the dates as written in the data, `dating` says what they mean (`model.DATINGS`), `where` is
    the place in words. `ahead` says that the event begins after the day of the data. `keys` are the keys of its
    proofs, without the organizers of its roles. `sources` has a number for each source that it cites.
    """

    label: str
    title: str
    when: str
    kind: EventKind
    kindName: str
    edition: int | None
    first: str
    last: str
    year: int | None
    weight: Weight
    start: str
    end: str
    dating: Dating
    where: str
    ahead: bool
    keys: list[str]
    sources: list[int]


class OrganizerFacts(TypedDict):
    """An organizer; `partOf` is what it is part of, the nearest first, `rank` its place in the order of names."""

    name: str
    kind: OrganizerKind
    partOf: list[str]
    rank: int


class OwnParameter(TypedDict):
    """A parameter of the address that belongs to one page."""

    page: str
    usual: str
    values: list[str]


class Vocabulary(TypedDict):
    """The terms of the data and their labels; nouns have the forms for one and for several.

    `certainty` has the words that stand behind facts, each with what it means.
    """

    kinds: dict[str, str]
    kindNouns: dict[str, tuple[str, str]]
    weightNouns: dict[str, str]
    organizerKinds: dict[str, str]
    organizing: list[RoleWord]
    columns: dict[str, str]
    sorts: dict[str, str]
    lanes: dict[str, str]
    certainty: dict[str, tuple[str, str]]


class Words(TypedDict):
    """The words of sentences, as in `words.phrases`; `list` has the list patterns of Unicode CLDR by name.

    `months` are the names of the twelve months.
    """

    locale: str
    texts: dict[str, str]
    forms: dict[str, tuple[str, str]]
    numbers: list[str]
    months: list[str]
    list: dict[str, str]


class Mark(TypedDict):
    """The mark of a role: its name, the word for it inside a sentence, its SVG, its letter."""

    name: str
    noun: str
    badge: str
    letter: str


class Pictures(TypedDict):
    """The texts of pictures, but for their titles.

    `day` is the day of the data in words, empty if it is not known. `software` is the name and version of the program.
    `trial` says that the data is a change on trial. `font` is the font family.
    """

    day: str
    software: str
    trial: bool
    font: str


class Order(TypedDict):
    """The ids of all events in order of time, and of all organizers: JavaScript reorders keys that are numbers."""

    events: list[str]
    organizers: list[str]


class MapPlace(TypedDict):
    """A place of the map in degrees, and the ids of its events, in their order."""

    name: str
    latitude: float
    longitude: float
    events: list[str]


class EraFacts(TypedDict):
    """An era of the timeline: its first and its last day, empty if it goes on, and both in words."""

    name: str
    first: str
    last: str
    when: str


class TourStep(TypedDict):
    """A step of the tour; `query` is the address that shows it, and `paneName` the pane in words."""

    title: str
    text: str
    pane: Pane
    paneName: str
    query: str


class Facts(TypedDict):
    """The facts from which the linked views select and draw, sent once per version of the data.

    `roles` are event, organizer, role and confidence, in the order of the events. `known` has the values of each filter
    with their labels. `unused` has the values without an event, which an address may still name. `pages` are the titles
    by page, `own` the parameters of single pages. `marks` are by role, beginning with the role of most responsibility.
    `dark` has for each colour of the light theme that of the dark theme. `accent` is the accent colour
    of the light theme. `process` is the id of the process, `name` its name. `opens` says which event is open if the
    address names none.
    `tour` has the steps of the tour, `places` the places of the map, and `eras` the bands of the timeline in order of
    time; each is empty if the series has none.
    """

    version: str
    process: str
    name: str
    opens: Opening
    order: Order
    events: dict[str, EventFacts]
    roles: list[tuple[str, str, RoleWord, Confidence]]
    organizers: dict[str, OrganizerFacts]
    known: dict[str, dict[str, str]]
    unused: dict[str, dict[str, str]]
    pages: dict[str, str]
    own: dict[str, OwnParameter]
    vocabulary: Vocabulary
    words: Words
    timeline: Timeline
    matrix: PackedMatrix
    marks: dict[str, Mark]
    pictures: Pictures
    tour: list[TourStep]
    places: list[MapPlace]
    eras: list[EraFacts]
    dark: dict[str, str]
    accent: str
    css: str


class Folds(TypedDict):
    """How a search folds characters, as in `frames.search.foldings`."""

    typed: dict[str, str]
    case: dict[str, str]
    special: dict[str, str]
    plain: dict[str, str]
    quotes: dict[str, str]


class Findable(TypedDict):
    """A record that can be found: its names, its sentences with their events, the indices of others on its page.

    So many of the last sentences are `figures`.
    """

    kind: str
    id: str
    names: list[str]
    passages: list[tuple[str, str]]
    others: list[int]
    figures: int


class TextIndex(TypedDict):
    """What the search searches: the records, beginning with the events, and the weight of each event as a number.

    `names` has groups of folded names of one thing. `letters` and `sounds` are the tables of `words.sounds`.
    """

    records: list[Findable]
    weights: list[int]
    names: list[list[str]]
    letters: dict[str, str]
    sounds: list[tuple[str, str]]
    folds: Folds


class Row(TypedDict):
    """A row of the matrix; `count` is the number of events, `depth` is 1 for a body below the row of its whole."""

    organizer_id: str
    organizer: str
    organizer_kind: OrganizerKind
    count: int
    depth: int


class Lit(TypedDict):
    """The organizers and roles of the active filters."""

    organizer: list[str]
    role: list[str]


class Chip(TypedDict):
    """A filter that is active; `span` is that of the parameters `since` and `until`, its value `2018-05..2019`."""

    facet: str
    value: str
    label: str


class Heading(TypedDict):
    """The title of a chart, and the line below it that says what is drawn."""

    title: str
    drawn: str


class Headings(TypedDict):
    """The headings of both charts."""

    timeline: Heading
    matrix: Heading


class Remaining(TypedDict):
    """The events that pass the filters, and the chosen one; `shown` is in order of time.

    `lanes` says what the lanes of the timeline are. `columns` are the columns of the matrix. `outside` is the label of
    the event in the address if the filters hide it.
    """

    version: str
    shown: list[str]
    total: int
    columns: list[str]
    columnsAre: str
    lanes: str
    headings: Headings
    sort: str
    sorts: dict[str, str]
    rows: list[Row]
    rowKinds: dict[str, str]
    roles: list[RoleWord]
    disputed: bool
    lit: Lit
    sentence: str
    alt: str
    kinds: dict[str, str]
    undated: list[str]
    chips: list[Chip]
    notShown: str
    query: str
    event: str | None
    at: str
    passage: str
    outside: str


class ViewsState(TypedDict):
    """The data of the linked views and of the panel of filters. The choice is in the address."""

    version: str
    urls: Urls


class Placed(TypedDict):
    """What decides the address of a page in an edition without a server, as in `publish.places`.

    `laying` has the defaults of the parameters that lay out the page, `anchors` the anchors of the others.
    """

    laying: dict[str, str]
    anchors: dict[str, str]
    symmetric: bool
    filtered: bool


class EditionState(ViewsState):
    """The data of the linked views in an edition without a server, and what decides the addresses of its pages.

    `former` has for a parameter each id that records had before, and the id they have now. `foreign` are the parameters
    that others add to links, and `foreignBegin` how further ones begin.
    """

    places: dict[str, Placed]
    former: dict[str, dict[str, str]]
    foreign: list[str]
    foreignBegin: list[str]


class EmbedState(ViewsState):
    """The data of one view in a frame: its name, the theme if one is set, and the address as the server read it.

    `process` is the id of the process.
    """

    process: str
    view: str
    theme: Literal["light", "dark", ""]
    query: str


# The panel “Take away”


class OfferedTable(TypedDict):
    """A table, and its number of rows for the filters; `name` begins the names of its files."""

    name: str
    label: str
    rows: int


class OfferedFile(TypedDict):
    """A file, and what it is for in one sentence."""

    name: str
    label: str
    purpose: str


class Snippet(TypedDict):
    """Code that loads a table as CSV; `{address}` in it is the place of the address."""

    tool: str
    label: str
    code: str


class Takeaway(TypedDict):
    """The tables, the files with data, and code that loads them."""

    tables: list[OfferedTable]
    files: list[OfferedFile]
    snippets: list[Snippet]


class Stock(Takeaway):
    """What an edition without a server offers. `rows` are those of all events; `perEvent` has them by table and event.

    `saved` has for each file in the folder the name under which it is saved.
    """

    perEvent: dict[str, list[int]]
    saved: dict[str, str]


Written = str | list[str]
"""A text; with holes it is a list, in which every second entry is a hole: what belongs there, and the form of it."""


class Parts(TypedDict):
    """A file in parts, of which each belongs to an event; `events` has the place of the event in the order of all.

    The file is `head`, the parts with `between` between them, and `tail`. Without a part it is `empty`; if `empty` is
    null, it is head and tail.
    """

    head: Written
    between: str
    tail: str
    empty: str | None
    events: list[int]
    parts: list[Written]


class CalendarParts(Parts):
    """The calendar; `name` and `about` begin its name and its description, and words about the filters follow.

    Its head has lines that are not folded yet. `site` is the address of the first page, and `named` the most events
    left out that the description names.
    """

    name: str
    about: str
    site: str
    named: int


class CitationForm(TypedDict):
    """Citations in one style or format: of the events, of the view and of the data set."""

    events: Parts
    view: Written
    dataset: Written


class CitationParts(TypedDict):
    """All citations; `name` begins the title of the view, and `site` is the address of the first page.

    `tex` has for each sign that TeX does not take as text what to write for it.
    """

    name: str
    site: str
    tex: dict[str, str]
    apa: CitationForm
    chicago: CitationForm
    bib: CitationForm
    ris: CitationForm
    csl: CitationForm


class Citation(TypedDict):
    """A citation as text, and in the formats of reference managers, which the scripts do not read."""

    apa: str
    chicago: str


class Citations(TypedDict):
    """The citations of the open event, of the view and of the data set; `event` is null if no event is open."""

    event: Citation | None
    view: Citation
    dataset: Citation


# The other components


class Table(TypedDict):
    """The rows behind a chart; `marks` has for each row the value that a click on its mark reports, or is empty."""

    columns: list[str]
    rows: list[list[str]]
    marks: list[list[str]]


class Chart(TypedDict):
    """A chart on a page other than the first; `dark` has for each colour that of the dark theme.

    The title may say what the chart shows of this data. Then `subtitle` says what is drawn; else it is empty.
    """

    view: str
    title: str
    subtitle: str
    figure: Figure
    alt: str
    table: Table
    dark: dict[str, str]
    css: str
    query: str


class ChartState(Chart):
    """A chart, and the addresses of its files."""

    urls: Urls


class Page(TypedDict):
    """A link to a page."""

    page: str
    label: str
    href: str
    current: bool


class Way(TypedDict):
    """A link to a place of the navigation: the page that it opens, and its name, `word` with what is around it.

    `current` says that the reader is there; `several` says that the place has other pages too.
    """

    page: str
    before: str
    word: str
    after: str
    href: str
    current: bool
    several: bool


class Ways(TypedDict):
    """The navigation: the places, and the pages of the present place if it has several; `title` is its name."""

    places: list[Way]
    title: str
    pages: list[Page]


class PagesState(TypedDict):
    """The links to the places and to the pages of the present one."""

    ways: Ways
    urls: Urls


class Place(TypedDict):
    """The address and the page that the server has drawn, and the last report and the last act that it has answered.

    `written` tells the browser to write the address, and `arrivals` counts such addresses. `query` is the part of the
    address that the server understands. `own` has the page of each parameter that belongs to one page.
    """

    session: str
    heard: int
    answers: int
    address: str
    written: bool
    arrivals: int
    page: str
    query: str
    own: dict[str, str]


class LinksState(Place):
    """The same for the component that reports."""

    urls: Urls


class Kept(TypedDict):
    """The texts of files on trial and of drafts; `file` is the file in the field, `tried` says if there is a trial."""

    tried: bool
    texts: dict[str, str]
    file: str


class KeptState(Kept):
    """The texts that the browser keeps."""

    urls: Urls


# What the browser reports


class Numbered(TypedDict, total=False):
    """The number that a report gives an act."""

    number: int


class ChooseAct(Numbered):
    """Choose an event, with `at` the key of a proof, and with `passage` that of a passage of its article."""

    do: Literal["choose"]
    event: str
    at: str
    passage: NotRequired[str]


class OpenAct(Numbered):
    """Choose an event that the filters hide, and drop the filters."""

    do: Literal["open"]
    event: str
    at: str


class FilterAct(Numbered):
    """Add a value to a filter, or remove it."""

    do: Literal["filter"]
    facet: str
    value: str
    on: bool


class DropAct(Numbered):
    """Remove a value from a filter; the facet `span` has both ends of the span of time."""

    do: Literal["drop"]
    facet: str
    value: str


class TextAct(Numbered):
    """Search for a text; an empty text ends the search."""

    do: Literal["text"]
    q: str


class SpanAct(Numbered):
    """Set both ends of the span of time; an end that is empty is open."""

    do: Literal["span"]
    since: str
    until: str


class ResetAct(Numbered):
    """Remove all filters."""

    do: Literal["reset"]


class OrderAct(Numbered):
    """Choose the columns of the matrix, the order of its rows, the lanes of the timeline, or which panes are tables.

    An empty value is none.
    """

    do: Literal["columns", "sort", "lanes", "table"]
    value: str


class MarkAct(Numbered):
    """Open the event or the pair of organizers that a mark of a chart shows."""

    do: Literal["mark"]
    view: str
    value: list[str]


class TurnAct(Numbered):
    """Go to a page."""

    do: Literal["turn"]
    page: str


class GoAct(Numbered):
    """Follow a link (`go`), or draw the page of the address that the browser has already (`visit`)."""

    do: Literal["go", "visit"]
    query: str


Act = ChooseAct | OpenAct | FilterAct | TextAct | SpanAct | DropAct | ResetAct | OrderAct | MarkAct | TurnAct | GoAct


class Report(TypedDict):
    """The acts without an answer, in order, each with its `number`; `kept` is set only after a lost connection."""

    id: int
    session: str
    here: str
    acts: list[Act]
    kept: Kept | None
