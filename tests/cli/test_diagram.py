"""The conversation on one page: drawn from the content, and never out of date."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from bot.bootstrap import ROOT
from bot.cli.diagram_page import page
from bot.cli.diagram_walk import edges_of
from bot.content.load_paths import load_paths
from bot.content.load_questions import load_questions
from bot.content.wording import load_wording

DOCUMENT = ROOT / "docs" / "conversation.md"
BOOK = load_questions()
PATHS = load_paths(BOOK)
ASKS = {
    key: load_wording(ROOT / "data" / "responses").variants[f"utter_asks_{key}"][0].text for key in BOOK.questions}
ARROW = re.compile(r"^  (\w+) -->(?:\|\"([^\"|]*)\"\|)? (\w+)$")


@lru_cache(maxsize=1)
def document() -> str:
    return DOCUMENT.read_text(encoding="utf-8")


@lru_cache(maxsize=2)
def edges(kind: str):
    return edges_of(BOOK, PATHS, kind)


def drawings() -> list[str]:
    return re.findall(r"```mermaid\n(.*?)```", document(), re.DOTALL)


def test_the_document_is_what_the_content_draws_now() -> None:
    assert document() == page(BOOK, PATHS, ASKS), "run: paratoi diagram --out docs/conversation.md"


@pytest.mark.parametrize("key", BOOK.questions)
def test_every_question_of_the_book_stands_in_it(key: str) -> None:
    assert re.search(rf"^    {key}\[\"|^- `{key}`: ", document(), re.MULTILINE)


@pytest.mark.parametrize("rule", PATHS.rules, ids=lambda rule: rule.id)
def test_every_fit_rule_stands_in_it_with_its_reason_and_review(rule) -> None:
    row = next(line for line in document().splitlines() if line.startswith(f"| `{rule.id}` |"))
    assert rule.why in row and rule.reviewed in row
    assert all(value in row for value in rule.when.values())


def test_every_question_of_a_path_is_drawn_on_it() -> None:
    for path, drawing in zip(("full", "light"), drawings(), strict=True):
        ways = {"question_more": "question"}
        missing = [stop.key for stop in PATHS.paths[path].way
                   if f"\n    {ways.get(stop.key, stop.key)}[\"" not in drawing]
        assert missing in ([], ["hope"]), path  # a light path opens with the hope, or with why they come


def test_every_weight_stands_in_a_box_and_in_the_list_of_what_waits() -> None:
    for stop in PATHS.paths["full"].way:
        if stop.weight in range(1, 101):
            assert f"{stop.key} ({stop.weight})" in document()


def test_every_line_of_a_drawing_is_one_that_mermaid_reads() -> None:
    known = re.compile(r"flowchart TD|  subgraph step\d\[\"[^\"]+\"\]|    \w+\[\"[^\"]+\"\]|  end")
    for drawing in drawings():
        lines = drawing.splitlines()
        assert [line for line in lines if not known.fullmatch(line) and not ARROW.match(line)] == []
        boxes = {line.strip().partition("[")[0] for line in lines if line.startswith("    ")}
        ends = {end for line in lines if (arrow := ARROW.match(line)) for end in (arrow[1], arrow[3])}
        assert ends == boxes


def test_where_an_answer_leads_to_several_questions_it_is_said_what_decides() -> None:
    """No two arrows out of a question carry the same answer under the same condition."""
    for kind in ("follow_up", "first"):
        for source in BOOK.questions:
            said = [one for (key, _), answers in edges(kind).items() if key == source for one in answers]
            assert len(said) == len(set(said)), f"{kind}: {source}"


def test_somebody_who_is_not_thinking_of_a_change_is_asked_nothing_more_about_it() -> None:
    assert ("not now", "") in edges("follow_up")[("thinking_of_it", "worries")]


def test_an_unmet_need_leads_past_the_change() -> None:
    assert edges("follow_up")[("question", "worries")] == {
        ("no more", "something is hard at home"), ("skip", "something is hard at home")}
