"""The pages of an edition other than the first: the blocks of each topic as HTML, a file for each choice on a page."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from dashboard import exports
from dashboard.exports import OPTIONS
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.look import markup
from dashboard.look.html import Html, piece
from dashboard.look.page import FOR_EXCEL, Act, Block, Choice, Citation, Downloads, File, Note, Page, Request, Row
from dashboard.look.shapes import Chart
from dashboard.look.style import paper_foot
from dashboard.publish.downloads import filters_of
from dashboard.publish.edition import Edition
from dashboard.publish.edition import File as Written
from dashboard.publish.explore import ICON, face_address, folder_urls, foot_of, script_address, sheet_address
from dashboard.publish.places import FIRST, PUBLISHED, file_of, relinked
from dashboard.publish.scripts import handed
from dashboard.records.kinds import PAGED
from dashboard.topics.explore.masthead import masthead
from dashboard.web import address, head, ways
from dashboard.words.counting import listed

TEMPLATE = "publish/page.html"

SHEETS = ("early", "page", "ways", "linked", "evidence", "print", "edition")
"""The style sheets of these pages, in their order."""

UNFILTERED = "Filters apply to the views on Explore. They do not change this page."
"""The note on a page that would follow the filters if there were a server."""


class Value(NamedTuple):
    """A value that can be chosen: the page that shows it, or no address if there is none, and its words."""

    href: str
    words: str
    is_chosen: bool


class Leaf(NamedTuple):
    """One file of a page: which page, the values of its parameters, and whether events of every weight are shown."""

    page: Page
    values: Mapping[str, str]
    every: bool = False

    @property
    def path(self) -> str:
        """The path of the file."""
        return file_of(self.page, self.values, every=self.every)

    @property
    def depth(self) -> int:
        """How many folders down the file is."""
        return self.path.count("/")

    @property
    def filters(self) -> Filters:
        """The filters that the page shows."""
        return Filters(weight=EVERY_WEIGHT) if self.every else Filters()


def files(edition: Edition) -> Iterator[Written]:
    """Give every page but the first as HTML, and the tables and the figures that only these pages offer."""
    for leaf in leaves(edition):
        yield from _files(edition, leaf)


def leaves(edition: Edition) -> Iterator[Leaf]:
    """Give every file that there is of each page: as it is at first, and for each choice that it offers."""
    for page in PUBLISHED.values():
        yield Leaf(page, {})
        if page.filtered:
            yield Leaf(page, {}, every=True)
        laying = [parameter for parameter in page.parameters if not parameter.anchor]
        known = [list(parameter.known(edition.snapshot)) for parameter in laying]
        if not known:
            continue
        usual = tuple(parameter.default for parameter in laying)
        for chosen in combinations(known[0], len(known)) if page.symmetric else product(*known):
            if chosen != usual:
                yield Leaf(page, dict(zip((parameter.name for parameter in laying), chosen, strict=True)))


def _files(edition: Edition, leaf: Leaf) -> Iterator[Written]:
    snapshot, page = edition.snapshot, leaf.page
    assert page.blocks is not None
    request = Request(leaf.filters, {**address.VIEW, **leaf.values})
    blocks = page.blocks(snapshot, request)
    drawn = [_block(edition, leaf, blocks, block) for block in blocks]
    if page.filtered:
        drawn.insert(0, piece(TEMPLATE, "note", UNFILTERED))
    yield leaf.path, _html(edition, leaf, drawn, charts=any(isinstance(block, dict) for block in blocks)).encode()
    for block in _flat(blocks):
        if isinstance(block, File) and _own(block):
            yield _table(leaf), exports.csv(block.frame())
        elif isinstance(block, dict):
            options = exports.DEFAULTS | {name: value for name, value in leaf.values.items() if name in OPTIONS}
            figure = exports.figure_json(block["view"], snapshot, leaf.filters, options)
            name = _figures(leaf) + block["view"]
            _, content = handed("../" * leaf.depth + name, figure.decode())  # the page asks for it by this address
            yield f"{name}.js", content


def _html(edition: Edition, leaf: Leaf, blocks: Sequence[Html], *, charts: bool) -> Html:
    snapshot, up = edition.snapshot, "../" * leaf.depth
    page, site = leaf.page, edition.base_url
    words = [address.known(name, snapshot)[value] for name, value in leaf.values.items()]
    title = f"{page.title}: {listed(words)}" if words else page.title
    about = head.of_page(snapshot, title, page.about, f"{site}/{leaf.path}" if site else "", site)
    known = (FIRST, *PUBLISHED.values())
    navigation = ways.ways(page.key, lambda other: up + file_of(other, {}), known)
    filtered = (other for other in known if other.filtered and other is not FIRST)
    every = {other.key: up + file_of(other, {}, every=True) for other in filtered}
    scripts = [up + name for name in (*([folder_urls(edition)["plotly"]] if charts else []), script_address())]
    styles = markup.styles_of_a_file(snapshot.dataset.accent) + paper_foot(snapshot.dataset.process_name)
    return piece(
        TEMPLATE, "page", up, head.head(snapshot, about, site), up + ICON, face_address(up),
        [up + sheet_address(name) for name in SHEETS], styles, scripts, masthead(snapshot), navigation, every,
        [markup.page_title(page.title), *blocks], foot_of(edition, up),
    )  # fmt: skip


def _block(edition: Edition, leaf: Leaf, every: Sequence[Block], block: Block) -> Html:
    """Write a block; `every` are all blocks of the page."""
    up = "../" * leaf.depth
    match block:
        case Html():
            return relinked(block, leaf.depth)
        case dict():
            return _chart(edition, leaf, block)
        case Choice():
            return piece(TEMPLATE, "choice", block.label, _values(edition, leaf, every, block))
        case File():
            name = f"{exports.joined(edition.snapshot, block.name)}.csv"
            href = up + (_table(leaf) if _own(block) else f"export/{block.name}.csv")
            return piece(TEMPLATE, "file", href, name, block.label, FOR_EXCEL)
        case Note():
            return piece(TEMPLATE, "note", block.text)
        case Row():
            return piece(TEMPLATE, "row", block.name, [_block(edition, leaf, every, inner) for inner in block.blocks])
        case Downloads():
            # Links of the list to pages of the dashboard are like those of any block.
            return relinked(exports.offers_html(edition.snapshot, _offers(edition, up)), leaf.depth)
        case Citation():
            return exports.citation_html(edition.snapshot, edition.base_url)
        case Act():
            return Html()  # what it does needs filters


def _offers(edition: Edition, up: str) -> exports.Offers:
    lists = {f"All {kind.plural}": f"{up}{folder}/index.html" for folder, kind in PAGED.items()}
    return exports.Offers(lambda name: f"{up}export/{name}", f"{up}api.html", "", lists, filters_of)


def _chart(edition: Edition, leaf: Leaf, chart: Chart) -> Html:
    up = "../" * leaf.depth
    known = folder_urls(edition)
    own = {
        "css": up + known["css"],
        "plotly": up + known["plotly"],
        "figure": up + _figures(leaf),
        "export": f"{up}export/",
    }
    return piece(TEMPLATE, "chart", chart | {"urls": known | own})


def _values(edition: Edition, leaf: Leaf, every: Sequence[Block], choice: Choice) -> list[Value]:
    """Give what can be chosen in place of the present value, while all else stays."""
    chosen = {block.parameter: block.chosen for block in _flat(every) if isinstance(block, Choice)}
    values = []
    for value, words in address.known(choice.parameter, edition.snapshot).items():
        others = chosen | {choice.parameter: value}
        twice = leaf.page.symmetric and len(set(others.values())) < len(others)
        href = "" if twice else "../" * leaf.depth + file_of(leaf.page, others, every=leaf.every)
        values.append(Value(href, words, value == choice.chosen))
    return values


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Row):
            yield from _flat(block.blocks)


def _own(file: File) -> bool:
    """Tell whether a table belongs to this page alone; the others are among the downloads of the edition."""
    return f"{file.name}.csv" not in exports.EXPORTS


def _table(leaf: Leaf) -> str:
    return leaf.path.removesuffix(".html") + ".csv"


def _figures(leaf: Leaf) -> str:
    """Give the folder with the figures of a page as they are downloaded."""
    return f"data/figures/{leaf.path.removesuffix('.html')}/"
