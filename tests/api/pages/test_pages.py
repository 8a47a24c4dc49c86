"""Every page is one that everybody can read: by ear, by keyboard, without script and without another host."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from itertools import pairwise
from urllib.parse import urldefrag, urljoin

import html5rdf
import httpx
import made_up_contradictions
import pytest
from bs4 import BeautifulSoup, Tag

from api.pages.rendering import MENU

Get = Callable[..., httpx.Response]
PAGES = [
    "/",
    "/pages/search",
    "/pages/search?q=Wie+stelt+het+werkplan+vast%3F&document=samenwerking-2031",
    "/pages/search?q=%22niets+van+dit%22",
    "/pages/ask",
    "/pages/ask?q=Wie+stelt+het+werkplan+op%3F",
    "/pages/ask?q=Who+insures+the+buildings%3F",
    "/pages/statements",
    "/pages/statements?document=samenwerking-2031&actor=penvoerder&kind=duty&q=werkplan&limit=1",
    "/pages/statements?q=niets",
    "/pages/statements?actor=niemand",
    "/pages/deadlines?from=2031-01-01",
    "/pages/responsibilities?role=A",
    "/pages/raci",
    "/pages/raci?document=evaluatie-2033",
    "/pages/contradictions",
    "/pages/contradictions?proposals=true&type=practice",
    "/pages/contradictions?severity=soft&limit=1",
    "/pages/contradictions?actor=uitvoerder",
    f"/pages/contradictions/{made_up_contradictions.everything()[2].key}",
    "/pages/contradictions/report?proposals=true",
    "/pages/actors",
    "/pages/actors/regiobureau",
    "/pages/actors/taakverdeling/uitvoerder",
    "/pages/documents/samenwerking-2031?start=248&end=329",
    "/pages/validation",
    "/pages/questions",
    "/pages/questions/members-of-body",
    "/pages/questions/members-of-body?body=stuurgroep",
    "/docs",
    "/sparql",
]
ASKED_BY_A_BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
LANGUAGES = ["nl", "en"]


def in_language(path: str, language: str) -> str:
    return path if language == "nl" else f"{path}{'&' if '?' in path else '?'}lang=en"


@pytest.fixture(scope="module", params=[in_language(path, language) for path in PAGES for language in LANGUAGES])
def address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def answer(get: Get, address: str) -> httpx.Response:
    return get(address, headers=ASKED_BY_A_BROWSER)


@pytest.fixture(scope="module")
def page(answer: httpx.Response) -> BeautifulSoup:
    return BeautifulSoup(answer.text, "html.parser")


def attributes(page: BeautifulSoup, *names: str) -> Iterator[str]:
    for tag in page.find_all(True):
        yield from (str(tag[name]) for name in names if tag.has_attr(name))


def test_the_markup_is_valid(answer: httpx.Response) -> None:
    parser = html5rdf.HTMLParser(strict=True)
    parser.parse(answer.text)
    assert parser.errors == []


def test_it_says_its_language_its_title_and_its_one_heading(page: BeautifulSoup, address: str) -> None:
    language = "en" if "lang=en" in address else "nl"
    assert page.html is not None
    assert page.html["lang"] == language
    assert [heading.get_text(strip=True) for heading in page.find_all("h1")] != [""]
    assert len(page.find_all("h1")) == 1
    assert page.title is not None
    assert page.title.get_text() == f"{page.h1.get_text()} – Afsprakengraaf"
    levels = [int(heading.name[1]) for heading in page.find_all(re.compile("^h[1-6]$"))]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_has_landmarks_the_menu_and_a_way_past_it(page: BeautifulSoup) -> None:
    menu = page.header.nav.find_all("a")
    assert [link["href"].partition("?")[0] for link in menu] == [path for path, _ in MENU]
    assert [len(page.find_all(name)) for name in ("header", "main")] == [1, 1]
    first = page.body.find("a")
    assert first["href"] == f"#{page.main['id']}"
    assert all(nav.get("aria-label") for nav in page.find_all("nav"))
    labels = [nav["aria-label"] for nav in page.find_all("nav")]
    assert len(labels) == len(set(labels))


def test_every_field_has_a_label_and_every_form_a_button(page: BeautifulSoup) -> None:
    labelled = {label["for"] for label in page.find_all("label")}
    fields = [one for one in page.find_all(["input", "select", "textarea"]) if one.get("type") != "hidden"]
    assert {field.get("id") for field in fields} == labelled
    for form in page.find_all("form"):
        assert form["method"] == "get"
        assert form.find("button", type="submit")


def test_every_table_has_a_caption_and_headers_with_scope(page: BeautifulSoup) -> None:
    for table in page.find_all("table"):
        assert table.caption.get_text(strip=True)
        assert all(header.get("scope") in ("col", "row") for header in table.find_all("th"))
        width = len(table.thead.find_all("th"))
        assert width >= 2
        for row in table.tbody.find_all("tr"):
            assert row.find("th", scope="row")
            assert len(row.find_all(["th", "td"], recursive=False)) == width


def test_it_needs_no_script_and_no_other_host(page: BeautifulSoup, answer: httpx.Response) -> None:
    assert page.find_all(["script", "iframe", "object", "style"]) == []
    assert [name for tag in page.find_all(True) for name in tag.attrs if name == "style" or name.startswith("on")] == []
    for address in attributes(page, "href", "src", "action"):
        assert not re.match(r"[a-z]+:|//", address), address
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_names_of_places_are_unique_and_lead_somewhere(page: BeautifulSoup) -> None:
    names = list(attributes(page, "id"))
    assert len(names) == len(set(names))
    for address in attributes(page, "href"):
        if address.startswith("#"):
            assert address[1:] in names
    for named in attributes(page, "aria-labelledby"):
        assert named in names


def test_the_other_language_is_one_link_away(get: Get, page: BeautifulSoup, address: str) -> None:
    switch = page.header.find("a", hreflang=True)
    other = BeautifulSoup(get(urljoin(address, switch["href"]), headers=ASKED_BY_A_BROWSER).text, "html.parser")
    assert other.html["lang"] == switch["hreflang"] != page.html["lang"]
    assert len(other.find_all("table")) == len(page.find_all("table"))


def test_every_link_leads_to_a_page(get: Get) -> None:
    seen: set[str] = set()
    waiting = deque(["/", "/?lang=en"])
    while waiting and len(seen) < 700:
        address = waiting.popleft()
        answer = get(address)
        assert answer.status_code == 200, address
        if not answer.headers["content-type"].startswith("text/html") or address.partition("?")[0] == "/sparql":
            continue
        for link in BeautifulSoup(answer.text, "html.parser").find_all("a"):
            target = urldefrag(urljoin(address, link["href"])).url
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    assert len(seen) > 100
    assert waiting == deque()


def row_with(page: BeautifulSoup, words: str) -> Tag:
    return next(row for row in page.select("tbody tr") if words in row.get_text())


def test_a_statement_shows_its_section_bearer_deadline_and_confidence(get: Get) -> None:
    page = BeautifulSoup(get("/pages/statements", document="samenwerking-2031").text, "html.parser")
    cells = [
        " ".join(cell.get_text(" ").split()) for cell in row_with(page, "vóór 1 maart 2032").find_all(["th", "td"])
    ]
    assert cells == [
        "Artikel 3 lid 1 samenwerking-2031",
        "De penvoerder stelt vóór 1 maart 2032 het werkplan op, in overleg met de scholen.",
        "verplichting",
        "penvoerder",
        "vóór 1 maart 2032 2032-03-01",
        "90%",
    ]
    assert "voorstel" in row_with(page, "bij consensus vast").get_text()
    assert "voorstel" not in row_with(page, "rapporteren").get_text()


def test_the_words_of_a_statement_are_marked_in_the_text(get: Get) -> None:
    page = BeautifulSoup(get("/pages/statements", q="vóór 1 maart").text, "html.parser")
    link = row_with(page, "vóór 1 maart 2032").find("a")["href"]
    text = BeautifulSoup(get(link.partition("#")[0]).text, "html.parser")
    assert text.find(id="clause").get_text() == (
        "De penvoerder stelt vóór 1 maart 2032 het werkplan op, in overleg met de scholen."
    )
    assert "Stichting Merelhof is penvoerder" in text.find(class_="source").get_text()


def test_a_form_keeps_what_was_filled_in_and_takes_blanks_for_nothing(get: Get) -> None:
    fields = {"document": "samenwerking-2031", "actor": "Penvoerder", "kind": "", "q": "", "from": "", "to": ""}
    page = BeautifulSoup(get("/pages/statements", **fields, lang="en", min_confidence="").text, "html.parser")
    assert page.find(id="actor")["value"] == "Penvoerder"
    assert page.select_one("#document option[selected]")["value"] == "samenwerking-2031"
    assert page.find("input", type="hidden")["value"] == "en"
    assert "duty" in row_with(page, "vóór 1 maart 2032").get_text()


def test_what_goes_wrong_is_said_on_a_page(get: Get) -> None:
    for path, status, told in (
        ("/pages/statements?actor=niemand", 404, "no actor is called 'niemand'"),
        ("/pages/statements?from=gisteren", 400, "from: "),
        ("/pages/documents/kaderafspraak", 404, "no agreement is called 'kaderafspraak'"),
        ("/pages/questions/who-am-i", 404, "no question is called 'who-am-i'"),
    ):
        answer = get(path)
        assert answer.status_code == status
        page = BeautifulSoup(answer.text, "html.parser")
        assert told in page.find(role="alert").get_text()


def test_what_the_agreements_say_cannot_become_markup(get: Get) -> None:
    answer = get("/pages/statements", q='"><b>vet</b>')
    assert "<b>vet" not in answer.text
    assert "&lt;b&gt;vet" in answer.text


def test_the_start_page_shows_what_is_in_the_graph(get: Get) -> None:
    page = BeautifulSoup(get("/").text, "html.parser")
    row = row_with(page, "Evaluatie Oeverpark")
    assert "2033-06-01" in row.get_text()
    assert "definitief" in row.get_text()
    assert {" ".join(item.get_text(" ").split()) for item in row.select(".counts li")} >= {
        "bevinding 1",
        "aanbeveling 1",
    }
    assert "0 fouten" in page.find(class_="numbers").get_text()


def test_the_reference_shows_each_address_with_its_example(get: Get) -> None:
    page = BeautifulSoup(get("/docs").text, "html.parser")
    shown = {code.get_text() for code in page.select("h3 code")}
    for path, verbs in get("/openapi.json").json()["paths"].items():
        assert {f"{verb.upper()} {path}" for verb in verbs} <= shown
    statements = page.find(id="get-statements").parent
    assert "min_confidence" in statements.table.get_text()
    assert '"section": "Artikel 3 lid 1"' in statements.pre.get_text()
