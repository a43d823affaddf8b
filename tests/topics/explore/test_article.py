"""One event as a page: everything escaped, sentences and citations in their places."""

import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser

import pytest

from dashboard.assets import FOLDER
from dashboard.look import markup
from dashboard.records.dates import PartialDate
from dashboard.records.model import CONFIDENCES, Article, Dataset, Organizer, Outcome, Search
from dashboard.records.passages import Sentence, sentences
from dashboard.topics.explore import article as reader
from dashboard.topics.explore import findings
from dashboard.topics.explore.article import article_html
from tests.sample import CODE, DATASET, DISPUTE, HOSTILE

EVENT = DATASET.events["2018-dushanbe"]
HTML = article_html(DATASET, EVENT)
FOREIGN = {"script", "style", "link", "img", "iframe", "object", "embed", "form", "input", "base", "meta"}


class Page(HTMLParser):
    """Collects the elements of a page, and fails where one is not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(str(html))  # a part of HTML would escape what it is joined with
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.found if name == tag and wanted.items() <= attrs.items()]


def written(text: str, **changes) -> Page:
    """Give the page of the first conference with another article."""
    articles = {EVENT.id: Article(event=EVENT.id, text=text)}
    dataset = Dataset(**{**vars(DATASET), "articles": articles, **changes})
    return Page(article_html(dataset, EVENT))


@pytest.mark.parametrize(
    ("paragraph", "cut"),
    [
        ("One [a]. Two [b] [c]!", [Sentence("One [a].", ("a",)), Sentence("Two [b] [c]!", ("b", "c"))]),
        ("Mr. X paid 3.5 m [a]. Rest", [Sentence("Mr. X paid 3.5 m [a].", ("a",)), Sentence("Rest", ())]),
        ("Half [a], half\nmore [b].", [Sentence("Half [a], half\nmore [b].", ("a", "b"))]),
        ("None at all.", [Sentence("None at all.", ())]),
        ("", []),
    ],
)
def test_sentences(paragraph, cut):
    assert sentences(paragraph) == cut


@pytest.mark.parametrize("event", DATASET.events.values(), ids=DATASET.events)
def test_a_page_is_well_formed_and_nothing_in_it_comes_from_the_data(event):
    page = Page(article_html(DATASET, event))
    assert not {tag for tag, _ in page.found} & FOREIGN
    assert not [name for _, attrs in page.found for name in attrs if name.startswith("on")]
    leads = ("#", "https://", "?page=disagreements&question=")
    assert not [link for link in page.all("a") if not link["href"].startswith(leads)]


def test_text_is_escaped_before_it_is_marked_up():
    page = Page(article_html(DATASET, DATASET.events["2019-side"]))
    assert HOSTILE in page.words
    assert CODE in page.words
    assert f"OSCE {HOSTILE}" in page.words


@pytest.mark.parametrize(
    ("confidence", "said"),
    [
        ("single", "<p>Counted as one source</p>"),
        ("confirmed", "<p>Two or more sources agree; 2 of these 3 sources are independent of each other</p>"),
    ],
)
def test_sources_of_a_fact_that_count_as_one_are_not_called_independent(confidence, said):
    event, made = DATASET.events["2018-dushanbe"], next(iter(DATASET.sources.values()))
    names = {"s": "x", "t": "x", "u": None}
    more = {name: made.model_copy(update={"id": name, "url": None, "family": family}) for name, family in names.items()}
    fact = event.roles[0].model_copy(update={"confidence": confidence, "sources": tuple(more)})
    dataset = replace(DATASET, sources=DATASET.sources | more)
    assert said in article_html(dataset, event.model_copy(update={"roles": (fact,), "sources": tuple(more)}))


def test_code_of_other_languages_stays_as_typed():
    words = written(f"It cost $x$ and was :red[x] **bold** `code` {HOSTILE} [khovar-2018].").words
    assert f"It cost $x$ and was :red[x] **bold** `code` {HOSTILE}" in words


def test_sources_are_numbered_as_the_text_cites_them():
    page = Page(HTML)
    assert [item["data-source"] for item in page.all("li") if "data-source" in item] == ["kuna-2018", "khovar-2018"]
    assert [link["href"] for link in page.all("a") if "#source" in link["href"]][-1] == "#source-2018-dushanbe-2"
    ids = {attrs["id"] for _, attrs in page.found if "id" in attrs}
    assert {link["href"][1:] for link in page.all("a") if "#source" in link["href"]} <= ids


def test_citations_side_by_side_are_one():
    page = written("One [khovar-2018] [kuna-2018]. Two [kuna-2018].")
    assert "One1,2." in page.words
    assert "Two2." in page.words


def test_a_citation_of_no_source_stays_as_typed():
    page = written("One [khovar-2018] [nowhere].")
    assert "One [nowhere]1." in page.words
    assert page.all("span", **{"class": "sentence"})[0]["data-sources"] == "khovar-2018"


def test_sentences_carry_the_organizers_they_name():
    page = Page(HTML)
    assert [item["data-organizers"] for item in page.all("span", **{"class": "sentence"})] == [
        "tajikistan un",
        "",
        "qatar",
        "",
    ]


def test_a_sentence_carries_the_facts_whose_passage_it_is():
    page = written(
        'More than 400 {figure:"those" <there>} came [khovar-2018]. The UN came [kuna-2018]. Qatar paid [kuna-2018]. '
        "The Tajik Government was host, with the UN [khovar-2018] [kuna-2018]."
    )
    spans = page.all("span", **{"class": "sentence"})
    assert [item["data-states"] for item in spans] == ["figure-those-there", "", "qatar", "tajikistan un"]
    assert "{" not in page.words


def test_where_no_sentence_states_a_fact_its_card_says_so():
    unstated = "The dashboard found no sentence of the article that says this."
    mark = '{figure:"those" <there>}'
    stated = written(f"The Tajik Government, Qatar and the UN came, 400 in all {mark} [khovar-2018] [kuna-2018].")
    assert unstated not in stated.words
    two_short = written("The Tajik Government and Qatar came to the UN City [khovar-2018] [kuna-2018].")
    assert two_short.words.count(unstated) == 2
    without_article = Page(article_html(DATASET, DATASET.events["2022-dushanbe"]))
    assert unstated not in without_article.words


def test_names_in_an_article_lead_to_their_marks():
    page = written("Qatar met the United Nations Office of Counter-Terrorism and the UN in Qatar City [kuna-2018].")
    links = page.all("a", **{"class": "organizer"})
    assert [link["data-organizer"] for link in links] == ["qatar", "un"]


def test_a_name_is_text_and_no_pattern():
    odd = Organizer(id="qatar", name="Q.(a|t)[a]r+", short_name="$&", kind="state")
    page = written("The Q.(a|t)[a]r+ came [khovar-2018].", organizers={**DATASET.organizers, "qatar": odd})
    assert "Q.(a|t)[a]r+ came" in page.words


def test_a_missing_article_is_said():
    assert "No article has been written" in article_html(DATASET, DATASET.events["undated-plan"])


@pytest.mark.parametrize("part", ["figures", "text", "missing", "sought"])
def test_each_part_that_may_follow_the_roles_has_room_above_it(part):
    sheet = (FOLDER / "css" / "linked.css").read_text(encoding="utf-8")
    rules = re.findall(rf"^\.linked \.prose (?:\.{part}|:is\([^)]*\.{part}\b[^)]*\)) {{([^}}]*)}}", sheet, re.MULTILINE)
    assert re.search(r"margin(?:-top)?: [1-9]", "".join(rules))


def test_headings_are_headings():
    assert "<h3>What &amp; why</h3>" in HTML


def test_arabic_runs_from_right_to_left():
    page = Page(HTML)
    assert [item["lang"] for item in page.all("li", dir="rtl")] == ["ar"]
    assert page.all("span", dir="rtl", lang="ar")
    assert not page.all("li", lang="ru", dir="rtl")


def test_a_source_read_as_a_copy_is_not_linked():
    page = Page(HTML)
    links = [link for link in page.all("a") if link["href"].startswith("http")]
    assert {link["href"] for link in links} == {"https://un.org/a?b=1&c=2", "https://khovar.tj/1?a=1&b='2'"}
    assert all(link["rel"] == "noopener noreferrer" and link["target"] == "_blank" for link in links)
    assert "mirror.example" in page.words
    assert "mirror.example" not in "".join(link["href"] for link in page.all("a"))


def test_a_dispute_is_told_and_can_be_reached():
    page = Page(HTML)
    assert page.all("section", id="dispute-qatar-role")
    links = [link for link in page.all("a", href="#dispute-qatar-role") if "title" in link]
    assert [link["title"] for link in links] == [DISPUTE.question] * 2
    assert "Sponsor, because <two> say so." in page.words


def test_what_the_words_of_a_page_say_of_certainty():
    words = re.sub(r"\s+", " ", Page(HTML).words)
    assert "Conference 1 of the series" in words
    assert "Director $x$ announced only" in words
    assert "not dated · Arabic · press · only the opening was read" in words


@pytest.mark.parametrize("confidence", CONFIDENCES)
def test_the_legend_explains_the_words_behind_a_role(confidence):
    roles = tuple(role.model_copy(update={"confidence": confidence}) for role in EVENT.roles)
    html = article_html(DATASET, EVENT.model_copy(update={"roles": roles}))
    listed = html.split('<ul class="roles">')[1].split("</ul>")[0]
    said = set(re.findall(r'<(?:small class="confidence"|a class="disputed")[^>]*>([^<]*)<', listed))
    explained = {word.lower() for word, _ in findings.CERTAINTY.values()}
    assert said and {word.removeprefix("counted as ") for word in said} <= explained


def test_the_article_ends_with_what_was_looked_for_and_not_found():
    searches = (
        Search(what="sessions", on=PartialDate(2026, 11, 25), note="On <pages> of the host."),
        Search(what="organizers", on=PartialDate(2026, 11)),
        Search(what="outcome", on=PartialDate(2026, 11, 24), note="On <pages> of the host."),
    )
    html = article_html(DATASET, EVENT.model_copy(update={"sought": searches}))
    line = (
        '<p class="sought">Looked for and not found: the programme (25 November 2026); a second independent source of '
        "every role (November 2026); the whole text of the final document (24 November 2026)."
        '<small class="note">On &lt;pages&gt; of the host.</small></p>'
    )
    assert f"</div>{line}" in html, "it stands right behind the text"
    assert "Looked for" not in HTML


@pytest.mark.parametrize(
    ("what", "fields", "words"),
    [
        ("outcome", {"outcomes": ()}, "the final document"),
        ("outcome", {"outcomes": (Outcome(title="T", sources=("a",)),)}, "the whole text of the final document"),
        ("figures", {"figures": ()}, "numbers"),
        ("figures", {}, "a second independent source of a number"),
    ],
)
def test_what_is_there_is_not_said_to_be_missing(what, fields, words):
    searches = (Search(what=what, on=PartialDate(2026, 11)),)
    html = article_html(DATASET, EVENT.model_copy(update=fields | {"sought": searches}))
    assert f"Looked for and not found: {words} (November 2026)." in html


def test_sessions_have_their_day_and_chairs():
    listed = HTML.partition("<summary>Sessions <i>2</i></summary>")[2].partition("</details>")[0]
    assert "<li>Opening</li>" in listed
    assert "<li>I &lt;borders&gt; <em>4 May 2018 · chairs: A &amp; B and Zoë Day</em></li>" in listed
    assert 'class="cite"' in listed.partition("</ul>")[2], "the sources of the list stand behind it"


def test_delegations_stand_by_level_from_the_highest_down():
    words = re.sub(r"\s+", " ", Page(HTML).words)
    assert "Level of delegations 3" in words
    listed = HTML.partition("Level of delegations")[2].partition("</details>")[0]
    rows = re.findall(r"<li>(.*?)</li>", re.sub(r"<sup.*?</sup>", "", listed))
    assert rows == [
        "<b>Head of state</b>: Tajikistan",
        '<b>Minister</b>: Qatar &amp; co, UN<small class="note">Qatar &amp; co: Named by &lt;KUNA&gt;.</small>',
    ]


@pytest.mark.parametrize(
    ("title", "title_en", "html"),
    [
        ("Talks & more", None, '<span lang="ru">Talks &amp; more</span>'),
        ("Переговоры", "Talks <1>", '<span lang="ru">Переговоры</span> [<span lang="en">Talks &lt;1&gt;</span>]'),
        (None, "Talks <1>", '<span lang="en">Talks &lt;1&gt;</span>'),
    ],
)
def test_a_source_shows_its_title_as_published_and_in_english(title, title_en, html):
    source = DATASET.sources["un-2022"].model_copy(
        update={"title": title, "title_en": title_en, "language": "ru", "url": None}
    )
    assert markup.source_title(source) == html
    for written in (markup.source(source), reader.article_html(*_citing(source))):
        assert html in written
        assert (markup.UNTITLED in written) == (title is None)


def test_an_archived_copy_of_a_source_has_a_link_of_its_own():
    copy = "https://web.archive.org/web/2022/https://un.org/2?a=1&b=2"
    source = DATASET.sources["un-2022"]
    link = f' · <a href="{escape(copy)}" target="_blank" rel="noopener noreferrer">archived copy</a></small>'
    for one, shown in ((source, False), (source.model_copy(update={"archived": copy}), True)):
        for written in (markup.source(one), reader.article_html(*_citing(one))):
            assert (link in written) == shown == ("archived" in written)


def _citing(source):
    event = DATASET.events["undated-plan"].model_copy(update={"sources": (source.id,)})
    return replace(DATASET, sources={**DATASET.sources, source.id: source}), event


def test_a_number_says_what_it_rests_on_where_it_was_not_reported():
    event = DATASET.events["2018-dushanbe"]
    figure = event.figures[0]
    for basis, shown in (("reported", False), ("announced", True), ("registered", True)):
        one = event.model_copy(update={"figures": (figure.model_copy(update={"basis": basis}),)})
        assert (f">{basis}</small>" in article_html(DATASET, one)) == shown
    said = {"people registered": "registered", "states that applied": "registered", "Countries expected": "announced"}
    for label, basis in said.items():
        assert figure.model_copy(update={"label": label, "basis": basis}).basis_word == "", label
