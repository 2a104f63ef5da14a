"""The agenda's figures, on cases small enough to work out by hand."""

from __future__ import annotations

import pytest

from bot.evaluation.agenda_score import AgendaScore, content_words, score, token_f1


def test_content_words_lose_plural_s_little_words_and_what_a_clinic_adds() -> None:
    assert content_words("Follow-up of severe right knee pains") == ("knee", "pain")


def test_not_every_s_at_the_end_is_a_plural() -> None:
    assert content_words("Weakness, gas, arthritis, virus") == ("weakness", "gas", "arthritis", "virus")


def test_f1_counts_a_word_as_often_as_both_have_it() -> None:
    assert token_f1(("knee", "pain"), ("knee", "pain", "pain", "knee")) == pytest.approx(2 * 2 / 6)
    assert token_f1(("knee",), ("hip",)) == 0


def test_a_complaint_counts_when_its_words_fell_in_different_turns() -> None:
    result = score(["knee pain"], ["my knee", "there is pain"], [])
    assert (result.complaints, result.said, result.found) == (1, 1, 0)


def test_a_complaint_the_patient_never_said_is_not_asked_of_the_agenda() -> None:
    result = score(["hypertension"], ["my blood pressure"], ["my blood pressure"])
    assert (result.complaints, result.said, result.recall) == (1, 0, None)


def test_one_concern_that_holds_all_words_finds_it_however_long() -> None:
    concern = "it started in May when I fell on the knee and the pain has kept me awake since then most nights"
    assert score(["knee pain"], [concern], [concern]).found == 1


def test_two_concerns_with_half_of_it_each_find_it_by_f1_alone() -> None:
    said = ["itchy scalp burning scalp"]
    assert score(["itchy scalp"], said, ["scalp"]).found == 1  # F1 = 2·1/(1+2)
    assert score(["itchy scalp burning flaking"], [*said, "flaking"], ["scalp"]).found == 0  # F1 = 2·1/(1+4)


def test_a_complaint_of_clinic_words_alone_is_none() -> None:
    assert score(["annual exam", "follow up visit", "none"], ["an exam"], ["an exam"]).complaints == 0


def test_the_same_complaint_twice_counts_once() -> None:
    assert score(["knee pain", "Right knee pain"], ["knee pain"], ["knee pain"]).complaints == 1


def test_words_on_the_sheet_that_nobody_said_are_named() -> None:
    result = score([], ["my knees hurt"], ["my knee hurts"], ["my knee hurts", "arthritis of the knee"])
    assert result.unsaid == ("arthritis",)


def test_concerns_per_turn_and_words_per_concern() -> None:
    result = score([], ["one two three", "yes", "four five"], ["one two three", "four five"])
    assert result.concerns_per_turn == pytest.approx(2 / 3)
    assert result.words_per_concern == pytest.approx(5 / 2)


def test_visits_add_up() -> None:
    total = AgendaScore(4, 2, 1, 10, 5, 50, ("x",)) + AgendaScore(1, 1, 1, 2, 1, 4)
    assert (total.recall, total.concerns, total.turns, total.unsaid) == (pytest.approx(2 / 3), 6, 12, ("x",))
