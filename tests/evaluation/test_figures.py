"""The arithmetic of the measurements, on cases worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.findings.change_talk import ChangeTalk
from bot.core.safety import Finding
from bot.evaluation import agenda, change_talk, intents, safety, scales, scope
from bot.evaluation.figures import confusion, f1_by_label, macro_f1, share
from bot.evaluation.rows import RowsError, read_rows


def test_an_interval_is_that_of_clopper_and_pearson() -> None:
    """0 of 10 and 5 of 10 as in published tables: 0 to 0.3085, and 0.1871 to 0.8129."""
    assert share(0, 10)["interval"] == [0.0, 0.3085]
    assert share(5, 10)["interval"] == [0.1871, 0.8129]
    assert share(10, 10)["interval"] == [0.6915, 1.0]
    assert share(0, 0)["share"] is None


def test_macro_f1_is_the_mean_over_the_labels_that_are_there() -> None:
    gold, found = ["a", "a", "b", "b"], ["a", "b", "b", "b"]
    assert f1_by_label(gold, found) == {"a": 0.6667, "b": 0.8}
    assert macro_f1(gold, found) == pytest.approx(0.73335, abs=1e-4)
    assert confusion(gold, found) == {"a": {"a": 1, "b": 1}, "b": {"b": 2}}


def test_scales_count_what_is_right_and_what_would_be_stored_wrongly() -> None:
    rows = [
        {"answer": "7", "kind": "exact", "lo": "7"},
        {"answer": "dunno", "kind": "exact", "lo": "5"},
        {"answer": "6 or 7", "kind": "range", "lo": "6", "hi": "7"},
        {"answer": "8", "kind": "not_an_answer"},
        {"answer": "very", "kind": "non_numeric"},
    ]
    figures, misses = scales.measure(rows)
    assert figures["exact"]["hits"] == 1
    assert (figures["wrong_values_stored"]["hits"], figures["wrong_values_stored"]["by_kind"]) == (1, {"not_an_answer": 1})
    assert figures["ranges_with_both_ends"]["hits"] == 1
    assert [one["text"] for one in misses] == ["dunno", "8"]


def test_number_expressions_are_rows_too() -> None:
    figures, _ = scales.measure([{"expression": "seven", "value": "7"}, {"expression": "a hundred", "value": "100"}])
    assert figures["exact"]["hits"] == 1
    assert figures["wrong_values_stored"]["hits"] == 0


def heard(kind: str, alert: bool) -> Finding:
    return Finding(kind, "rule", "words", False, False, False, False, alert)


def check(text: str, context: str | None) -> list[Finding]:
    return {"die": [heard("self_harm", True)], "chest": [heard("emergency", True)], "low": [heard("low_mood", False)]}.get(
        text, []
    )


def test_safety_counts_what_is_heard_by_label_and_kind() -> None:
    rows = [
        {"text": "die", "label": "alert", "kind": "self_harm"},
        {"text": "fine", "label": "alert", "kind": "self_harm"},
        {"text": "low", "label": "review", "kind": "low_mood"},
        {"text": "chest", "label": "no_alert", "kind": "emergency"},
    ]
    figures, misses = safety.measure(rows, check)
    assert (figures["recall"]["hits"], figures["recall"]["n"]) == (1, 2)
    assert figures["noticed"]["hits"] == 1
    assert figures["answered_at_all"]["alert"]["hits"] == 1
    assert figures["false_alarms"]["hits"] == 1
    assert [one["text"] for one in misses] == ["fine", "chest"]


def test_rows_about_self_harm_alone_are_not_judged_by_other_alarms() -> None:
    figures, _ = safety.measure([{"text": "chest", "label": "no_alert", "type": "figurative"}], check)
    assert figures["false_alarms"]["hits"] == 0


def test_ordinary_messages_give_alarms_in_a_thousand() -> None:
    figures, _ = safety.measure([{"text": "die"}, *[{"text": "fine"}] * 3], check)
    assert figures["ordinary"]["alarms_per_1000"] == {"self_harm": 250.0}


def test_change_talk_counts_what_was_swapped_only_where_it_was_sure() -> None:
    rows = [{"text": "a", "label": "change"}, {"text": "b", "label": "sustain"}, {"text": "c", "label": "neutral"}]
    answers = {"a": ChangeTalk("sustain", 0.9), "b": ChangeTalk("change", 0.3), "c": ChangeTalk("neutral", 0.9)}
    figures, misses = change_talk.measure(rows, lambda text, question: answers[text])
    assert (figures["change_and_sustain_swapped"]["hits"], figures["change_and_sustain_swapped"]["n"]) == (1, 1)
    assert len(misses) == 2


def test_a_persons_share_of_change_talk_is_held_against_their_rulers() -> None:
    rows = [
        {"text": label, "label": label, "participant": str(person)}
        for person in range(12)
        for label in ["change"] * person + ["sustain"] * (12 - person)
    ]
    rulers = [{"participant": str(person), "PreRulerImportance": str(person)} for person in range(12)]
    figures, _ = change_talk.measure(rows, lambda text, question: ChangeTalk(text, 1.0), rulers)
    assert figures["readiness_per_person"]["spearman"]["PreRulerImportance"] == {"ours": 1.0, "labels": 1.0}


def parsed(text: str) -> dict[str, object]:
    return {
        "is_question": text.endswith("?"),
        "concerns": [text] if text == "knee" else [],
        "entities": [{"entity": "medicine", "negated": False}] if text == "pill" else [],
    }


def test_scope_counts_what_would_be_kept_as_anything() -> None:
    rows = [{"text": text, "domain": "oos"} for text in ("knee", "what?", "pill", "hm")] + [{"text": "knee", "scope": "in"}]
    figures, misses = scope.measure(rows, lambda texts: [parsed(text) for text in texts])
    assert (figures["not_stored"]["hits"], figures["not_stored"]["n"]) == (1, 4)
    assert figures["stored_as"] == {"concern": 1, "question": 1, "goal": 0, "medicine": 1}
    assert figures["kept_of_what_belongs"]["hits"] == 1
    assert len(misses) == 3


def test_scope_counts_as_asked_again_only_what_is_plainly_something_else() -> None:
    sure = {"a joke": 0.9, "your sister": 0.7, "knee": 0.9}
    rows = [{"text": text, "scope": scope} for text in sure for scope in ("in", "out")]
    found = [{**parsed(row["text"]), "text": row["text"], "intent": {"name": "off_topic", "confidence": sure[row["text"]]}}
             for row in rows]
    figures, _ = scope.measure(rows, lambda texts: found)
    assert figures["asked_again"]["hits"] == figures["asked_again_of_what_belongs"]["hits"] == 1


def test_agenda_counts_only_complaints_whose_words_were_said() -> None:
    visit = {
        "cc": "knee pain",
        "secondary": ["diabetes", "gout"],
        "turns": [
            {"speaker": "doctor", "text": "why?"},
            {"speaker": "patient", "text": "pain in my knee"},
            {"speaker": "patient", "text": "and gout"},
        ],
    }
    figures, misses = agenda.measure([visit], lambda text, asked: [(text, 0, len(text))] if "knee" in text else [], bool)
    assert (figures["complaints_said"], figures["recall"]["hits"]) == (2, 1)
    assert figures["concerns_per_turn"] == 0.5
    assert len(misses) == 1


def test_labelled_turns_count_concerns_that_are_none() -> None:
    texts = {"1": {"text": "my knee hurts"}, "2": {"text": "see you Monday"}}
    rows = [
        {"id": "1", "concerns": [{"start": 3, "end": 7}], "is_question": 0},
        {"id": "2", "concerns": [], "is_question": 0},
    ]
    figures, misses = agenda.measure(rows, lambda text, asked: [(text, 0, len(text))], lambda text: False, texts)
    assert (figures["all"]["concerns_that_are_none"]["hits"], figures["all"]["concerns_that_are_none"]["n"]) == (1, 2)
    assert figures["all"]["labelled_concerns_found"]["hits"] == 1
    assert [one["id"] for one in misses] == ["2"]


def test_labelled_messages_may_bring_their_words_and_are_told_apart_by_findings_of_their_own() -> None:
    row = {"id": "1", "text": "knee, sleep", "question": "What matters?", "concerns": ["knee", "sleep"], "is_question": 0}
    figures, _ = agenda.measure([row], lambda text, asked: [(text, 0, len(text))] if asked else [], bool)
    assert figures["all"]["labelled_concerns_found"]["hits"] == 2
    assert figures["all"]["found_on_their_own"]["hits"] == 0
    figures, _ = agenda.measure([row], lambda text, asked: [("knee", 0, 4), ("sleep", 6, 11)], bool)
    assert figures["all"]["found_on_their_own"]["hits"] == 2
    with pytest.raises(RowsError, match="no piece"):
        agenda.measure([row | {"concerns": ["hip"]}], lambda text, asked: [], bool)


def test_the_typed_messages_are_labelled_with_pieces_of_them_and_have_two_halves() -> None:
    rows = read_rows(Path("evaluation/rows/agenda_typed.jsonl"))
    assert len(rows) >= 200 and {row["half"] for row in rows} == {"tune", "held"}
    assert all(piece in row["text"] for row in rows for piece in row["concerns"])


def test_the_further_turns_are_labelled_with_pieces_of_them_and_half_of_them_have_none() -> None:
    rows = read_rows(Path("evaluation/rows/agenda_labels_second.jsonl"))
    assert len(rows) == len({(row["text"], row["question"]) for row in rows})
    assert {row["half"] for row in rows} == {"tune", "held"}
    assert all(piece in row["text"] for row in rows for piece in [*row["concerns"], *row.get("also", [])])
    assert 0.4 < sum(not row["concerns"] for row in rows) / len(rows) < 0.6


def test_labelled_turns_without_their_words_are_refused() -> None:
    with pytest.raises(RowsError, match="--texts"):
        agenda.measure([{"id": "1", "concerns": []}], lambda text, asked: [], bool, {})


def test_intents_count_the_right_ones() -> None:
    figures, misses = intents.measure(
        [{"text": "yes", "intent": "affirm"}, {"text": "no", "intent": "deny"}], lambda some: ["affirm"] * len(some)
    )
    assert figures["accuracy"]["hits"] == 1
    assert misses == [{"text": "no", "should_be": "deny", "read_as": "affirm"}]


def test_a_missing_column_is_named() -> None:
    with pytest.raises(RowsError, match="text"):
        intents.measure([{"words": "yes", "intent": "affirm"}], lambda some: [])


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("rows.jsonl", '{"text": 1}\nnot json\n', "line 2"),
        ("rows.csv", "text,label\n", "no rows"),
        ("rows.csv", None, "no file"),
    ],
)
def test_a_file_that_cannot_be_measured_with_says_why(tmp_path, name, content, why) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(RowsError, match=why):
        read_rows(path)
