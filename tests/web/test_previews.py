"""The pictures for the cards of links."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageColor
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import library
from dashboard.look.style import KIND_COLORS
from dashboard.records.dates import PartialDate
from dashboard.records.model import ACCENT
from dashboard.web import files, previews, routes, typeface
from tests.sample import DATASET, EMPTY, Shelf, snapshot


@pytest.fixture(scope="module")
def published() -> library.Snapshot:
    return library.shared().current()


def opened(content: bytes | None) -> Image.Image:
    assert content
    return Image.open(BytesIO(content)).convert("RGB")


def pixels(image: Image.Image, color: str) -> int:
    """Count the pixels of a colour."""
    wanted = ImageColor.getrgb(color)
    return sum(number for number, found in image.getcolors(image.width * image.height) if found == wanted)


def with_event(event: str, **changes) -> library.Snapshot:
    changed = DATASET.events[event].model_copy(update=changes)
    return snapshot(replace(DATASET, events={**DATASET.events, event: changed}))


def test_each_event_has_a_picture_of_its_own_with_its_mark(published):
    seen = set()
    for event in list(published.dataset.events.values())[:6]:
        content = previews.preview(published, event.id)
        image = opened(content)
        assert image.size == (1200, 630)
        assert len(content) < 300_000
        assert pixels(image, ACCENT.light) > 500  # the mark on the line of years
        assert pixels(image, KIND_COLORS[event.kind]) > 10_000  # the stripe
        seen.add(content)
    assert len(seen) == 6


def test_the_picture_of_the_whole_process_has_no_single_mark(published):
    image = opened(previews.preview(published, previews.WHOLE))
    assert image.size == (1200, 630)
    assert pixels(image, ACCENT.light) == 0
    assert pixels(image, KIND_COLORS["declaration"]) > 100


def test_the_same_data_gives_the_same_bytes():
    assert previews.preview(snapshot(), "2018-dushanbe") == previews.preview(snapshot(), "2018-dushanbe")
    assert previews.preview(snapshot(), "2018-dushanbe") != previews.preview(
        with_event("2018-dushanbe", title="Another title"), "2018-dushanbe"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Longest " * 90},
        {"title": "x" * 900},
        {"title": "مؤتمر دوشنبه", "label": "مؤتمر"},
        {"city": "Llanfairpwllgwyngyll" * 9},
        {"start": None, "end": None},
        {"start": PartialDate(1800), "end": PartialDate(2100)},
    ],
    ids=["long", "one word", "Arabic", "long place", "no date", "three centuries"],
)
def test_whatever_an_event_is_called_the_line_of_years_stays_free(changes):
    image = opened(previews.preview(with_event("2018-dushanbe", **changes), "2018-dushanbe"))
    between = image.crop((previews.LEFT, 425, 1200, 432))
    assert between.getcolors(1) is not None, "something is written over the line of years"
    assert image.crop((1160, 0, 1200, 470)).getcolors(1) is not None, "something is written beyond the edge"


def test_no_event_no_dates_and_no_process_are_no_trouble():
    assert opened(previews.preview(snapshot(EMPTY), previews.WHOLE)).size == (1200, 630)
    assert previews.preview(snapshot(EMPTY), "2018-dushanbe") is None


def test_a_text_is_left_out_if_the_typeface_lacks_its_letters():
    def drawn(name="2018-dushanbe", organizer="Tajikistan", summary="", **changes) -> bytes | None:
        host = DATASET.organizers["tajikistan"].model_copy(update={"short_name": organizer})
        data = replace(
            DATASET,
            process=DATASET.process.model_copy(update={"summary": summary}),
            organizers={**DATASET.organizers, "tajikistan": host},
            events={**DATASET.events, "2018-dushanbe": DATASET.events["2018-dushanbe"].model_copy(update=changes)},
        )
        return previews.preview(snapshot(data), name)

    un, host = DATASET.events["2018-dushanbe"].roles[1::-1]
    assert drawn(city="تهران") == drawn(city="اصفهان") != drawn()
    assert drawn(organizer="ایران") == drawn(organizer="تاجیکستان") == drawn(organizer="1 more", roles=(un, host))
    assert drawn(previews.WHOLE, summary="فرایند") == drawn(previews.WHOLE) != drawn(previews.WHOLE, summary="Process")


def test_lines_are_broken_between_words_and_only_endless_words_within():
    face = previews.font(40, previews.BOLD)
    lines = previews.wrapped("one two three " + "y" * 100, face, 200)
    assert " ".join(lines).startswith("one two three")
    assert "".join(lines).replace(" ", "") == "onetwothree" + "y" * 100
    assert all(face.getlength(line) <= 200 for line in lines)


def test_streamlit_has_the_typeface_with_weights():
    assert typeface.FILE and typeface.FILE.exists()
    bold, regular = (previews.font(40, weight).getlength("Dushanbe") for weight in (previews.BOLD, previews.REGULAR))
    assert bold > regular
    assert previews.is_legible("Душанбе, Łódź – “2022” · 18") and not previews.is_legible("مؤتمر")


@pytest.mark.parametrize("broken", [True, False], ids=["broken", "missing"])
def test_without_the_typeface_pillows_own_is_used(monkeypatch, tmp_path, broken):
    (tmp_path / "face.woff2").write_bytes(b"no typeface")
    monkeypatch.setattr(typeface, "FILE", tmp_path / "face.woff2" if broken else None)
    previews.font.cache_clear()
    try:
        assert opened(previews.preview(snapshot(), "2018-dushanbe")).size == (1200, 630)
    finally:
        previews.font.cache_clear()


def test_the_route_gives_a_picture_for_ever_by_version_and_leads_on_from_a_former_id():
    renamed = DATASET.events["2018-dushanbe"].model_copy(update={"aliases": ("2018-old",)})
    shelf = Shelf(snapshot(replace(DATASET, events={**DATASET.events, renamed.id: renamed})))
    client = TestClient(Starlette(routes=routes.routes(shelf, "/app")), follow_redirects=False)
    version = files.bundle_version(shelf.held.stamp)
    answer = client.get(f"/app/preview/2018-dushanbe.png?v={version}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert "immutable" in answer.headers["cache-control"] and "content-encoding" not in answer.headers
    assert client.get("/app/preview/process.png").headers["cache-control"] == "no-cache"
    known = {"if-none-match": answer.headers["etag"]}
    assert client.get("/app/preview/2018-dushanbe.png", headers=known).status_code == 304
    assert client.head("/app/preview/2018-dushanbe.png").status_code == 200
    old = client.get("/app/preview/2018-old.png")
    assert (old.status_code, old.headers["location"]) == (301, "/app/preview/2018-dushanbe.png")
    missing = client.get("/app/preview/2018-other.png")
    assert (missing.status_code, missing.text) == (404, 'There is no picture called "2018-other".\n')


def test_a_name_with_line_breaks_is_drawn_on_one_line():
    assert DATASET.process
    broken, plain = (
        snapshot(replace(DATASET, process=DATASET.process.model_copy(update={"name": name})))
        for name in ("Dushanbe\r\nProcess\x85", "Dushanbe Process")
    )
    for name in ("2018-dushanbe", previews.WHOLE):
        assert previews.preview(broken, name) == previews.preview(plain, name)
