"""The pages on contradictions: both clauses side by side, a report to print, and the form for a verdict."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import html5rdf
import httpx
import made_up_contradictions
import pytest
from bs4 import BeautifulSoup
from judging import KEY, Ask, service

Get = Callable[..., httpx.Response]
RESPONSIBILITY, DEADLINE, SCOPE, PRACTICE = made_up_contradictions.everything()
PAGE = f"/pages/contradictions/{DEADLINE.key}"
STYLE = (Path(__file__).parents[3] / "api" / "pages" / "style.css").read_text(encoding="utf-8")


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    return service(tmp_path, write_key=KEY)


def soup(answer: httpx.Response) -> BeautifulSoup:
    return BeautifulSoup(answer.text, "html.parser")


def words(page: BeautifulSoup) -> str:
    return " ".join(page.main.get_text(" ").split())


def test_a_row_has_both_clauses_each_with_a_link_into_its_text(get: Get) -> None:
    row = soup(get("/pages/contradictions")).tbody.tr
    assert RESPONSIBILITY.explanation_nl in row.th.get_text()
    assert [quote.get_text() for quote in row.find_all("blockquote")] == [RESPONSIBILITY.a.text, RESPONSIBILITY.b.text]
    for link, side in zip(row.select("figcaption a"), (RESPONSIBILITY.a, RESPONSIBILITY.b), strict=True):
        assert link.get_text() == side.section
        marked = soup(get(link["href"].partition("#")[0])).find(id="clause")
        assert marked.get_text() == side.text


def test_proposals_are_marked_and_only_there_when_asked_for(get: Get) -> None:
    assert PRACTICE.explanation_nl not in get("/pages/contradictions").text
    page = soup(get("/pages/contradictions", proposals="true"))
    assert page.find(id="proposals").has_attr("checked")
    (marked,) = page.select("tr.doubtful")
    assert PRACTICE.explanation_nl in marked.get_text()
    assert "voorstel" in marked.get_text()


def test_codes_and_explanations_come_in_the_language_of_the_page(get: Get) -> None:
    dutch, english = words(soup(get(PAGE))), words(soup(get(PAGE, lang="en")))
    assert DEADLINE.explanation_nl in dutch
    assert "zacht termijn tussen documenten open zekerheid 70%" in dutch
    assert DEADLINE.explanation_en in english
    assert "soft deadline between documents open confidence 70%" in english


def test_the_report_and_the_files_hold_what_the_list_was_narrowed_to(get: Get) -> None:
    page = soup(get("/pages/contradictions", severity="soft", lang="en"))
    report = soup(get(page.find("a", string=re.compile("report"))["href"]))
    assert report.html["lang"] == "en"
    assert [article.h2.get_text() for article in report.find_all("article")] == [f"1. {DEADLINE.explanation_en}"]
    links = {link.get_text(): link["href"] for link in page.select(".download a")}
    assert list(links) == ["CSV", "XLSX", "JSONL", "HTML", "TURTLE"]
    for address in links.values():
        assert get(address).status_code == 200
    assert get(links["CSV"]).text.count("\r\n") == 2


def test_the_file_with_the_report_needs_nothing_beside_it(get: Get) -> None:
    answer = get("/export/contradictions", format="html", proposals=True)
    assert answer.headers["content-disposition"] == 'attachment; filename="contradictions.html"'
    parser = html5rdf.HTMLParser(strict=True)
    parser.parse(answer.text)
    assert parser.errors == []
    report = soup(answer)
    assert report.find_all(["link", "script", "img"]) == []
    assert "@media print" in report.style.get_text()
    dutch, english = report.find_all("section")
    for section, other, reason in ((dutch, english, SCOPE.reason_nl), (english, dutch, SCOPE.reason_en)):
        assert [link["href"] for link in section.find_all("a")] == [f"#{other['id']}"]
        assert len(section.find_all("article")) == 4
        assert reason in section.get_text()
        assert "Herziening Oeverpark, 2034-02-01" in section.get_text()
        for pair in (RESPONSIBILITY, DEADLINE, SCOPE, PRACTICE):
            explanation = pair.explanation_nl if section is dutch else pair.explanation_en
            for text in (explanation, pair.a.text, pair.b.text, pair.a.section, pair.b.section):
                assert text in section.get_text()


def test_the_file_shows_dutch_first_and_english_a_click_away(get: Get) -> None:
    report = soup(get("/export/contradictions", format="html"))
    assert report.html["lang"] == "nl"
    assert [(part["id"], part["lang"], part["class"]) for part in report.find_all("section")] == [
        ("nl", "nl", ["original"]),
        ("en", "en", ["translation"]),
    ]
    assert ".translation:not(:target), main:has(> .translation:target) > .original { display: none; }" in STYLE
    ids = [tag["id"] for tag in report.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_in_print_only_the_report_is_left() -> None:
    printed = STYLE[STYLE.index("@media print") :]
    assert re.search(r"header, \.skip, form, [^{]*\{ display: none; \}", printed)
    assert "break-inside: avoid" in printed


def test_no_form_for_verdicts_where_nobody_writes(get: Get) -> None:
    assert soup(get(PAGE)).find("form") is None


def test_the_form_writes_a_verdict_that_shows_everywhere(ask: Ask) -> None:
    form = soup(ask("GET", f"{PAGE}?lang=en")).find("form", method="post")
    labelled = {label["for"] for label in form.find_all("label")}
    assert labelled == {field["id"] for field in form.find_all(["input", "select"])}
    assert form.find(id="write_key")["type"] == "password"
    sent = {"verdict": "explained", "note": "<i>Alleen</i> in het eerste jaar.", "write_key": KEY}
    answer = ask("POST", form["action"], data=sent, headers={"Origin": "http://localhost"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?lang=en")
    for path in (f"{PAGE}?lang=en", "/pages/contradictions/report?lang=en", "/pages/contradictions?lang=en"):
        page = ask("GET", path)
        assert "explained" in words(soup(page))
        assert "<i>Alleen" not in page.text
    assert "Reason for the status: <i>Alleen</i> in het eerste jaar." in words(soup(ask("GET", f"{PAGE}?lang=en")))
    ask("POST", form["action"], data={"verdict": "none", "write_key": KEY})
    assert "Reason for the status" not in words(soup(ask("GET", f"{PAGE}?lang=en")))


@pytest.mark.parametrize(
    ("sent", "headers", "status", "told"),
    [
        ({"verdict": "agree"}, {}, 401, "the key for writing is missing or wrong"),
        ({"verdict": "agree", "write_key": "wrong"}, {}, 401, "the key for writing is missing or wrong"),
        ({"verdict": "maybe", "write_key": KEY}, {}, 400, "verdict"),
        ({"verdict": "explained", "write_key": KEY}, {}, 400, "an explanation needs a note"),
        ({"verdict": "agree", "write_key": KEY}, {"Origin": "https://elders.example"}, 403, "another host"),
        ({"verdict": "agree", "write_key": KEY}, {"Origin": "null"}, 403, "another host"),
    ],
)
def test_what_the_form_may_not_do_is_said_on_a_page(
    ask: Ask, tmp_path: Path, sent: dict[str, str], headers: dict[str, str], status: int, told: str
) -> None:
    answer = ask("POST", f"{PAGE}/verdict", data=sent, headers=headers)
    assert answer.status_code == status
    assert told in soup(answer).find(role="alert").get_text()
    assert not (tmp_path / "verdicts.jsonl").exists()
