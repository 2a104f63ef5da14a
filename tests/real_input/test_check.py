"""The comparison of what was said with a sheet sees what is missing, what is doubled and what leaked."""

from __future__ import annotations

from real_input.check import check
from real_input.player import Played, Told
from real_input.visits import Turn


def _line(words: str | None, state: str = "answered") -> dict:
    return {"state": state, "words": words, "value": None}


def _shared(*items: str, hope: str | None = None, questions: tuple[str, ...] = ()) -> dict:
    return {
        "priorities": [{"rank": 1, "item": _line(items[0])}] if items else [],
        "other_items": [_line(item) for item in items[1:]], "questions": [_line(one) for one in questions],
        "hope": _line(hope, "answered" if hope else "skipped"), "change": None,
    }


def _played(*told: tuple[str, str, str]) -> Played:
    return Played([
        Told(key, Turn(number, text), outcome, f"m{number}") for number, (key, text, outcome) in enumerate(told)
    ], read_back=True)


def test_a_sheet_that_holds_each_turn_in_its_place_is_whole() -> None:
    played = _played(("matters", "my hip ", "taken"), ("matters", "my knee", "taken"), ("hope", "to walk", "taken"))
    found = check(played, _shared("my knee", "my hip", hope="to walk"), {})
    assert (found.whole, found.kept) == (True, 3)


def test_a_list_left_by_a_button_holds_no_words_of_theirs() -> None:
    shared = _shared("my hip")
    shared["questions"] = [_line("No, that is all", "no")]
    assert check(_played(("matters", "my hip", "taken")), shared, {}).whole


def test_what_was_not_understood_still_stands_there_in_their_words() -> None:
    shared = _shared("my hip")
    shared["hope"] = _line("to walk", "unclear")
    assert check(_played(("matters", "my hip", "taken"), ("hope", "to walk", "taken")), shared, {}).whole


def test_one_letter_changed_is_lost_and_added() -> None:
    found = check(_played(("matters", "my hip  hurts", "taken")), _shared("my hip hurts"), {})
    assert (len(found.lost), found.added, found.whole) == (1, 1, False)


def test_a_turn_in_another_place_is_lost_there() -> None:
    found = check(_played(("question", "may I fly?", "taken")), _shared("may I fly?"), {})
    assert [told.turn.number for told in found.lost] == [0]


def test_a_turn_that_stands_twice_was_added_once() -> None:
    found = check(_played(("matters", "my hip", "taken")), _shared("my hip", "my hip"), {})
    assert (found.kept, found.added) == (1, 1)


def test_nothing_shared_means_all_is_lost() -> None:
    found = check(_played(("matters", "my hip", "taken"), ("hope", "to walk", "not_said")), None, {})
    assert (len(found.lost), found.kept) == (2, 0)


def test_what_safety_took_out_is_neither_lost_nor_kept() -> None:
    played = _played(("matters", "chest pain now", "flagged"), ("matters", "my hip", "taken"))
    found = check(played, _shared("my hip"), {"m0": ("emergency", "chest_pain")})
    assert (found.whole, found.kept, found.lost) == (True, 1, ())
    assert [(alarm.turn, alarm.rule, alarm.taken_out) for alarm in found.alarms] == [(0, "chest_pain", True)]


def test_what_safety_took_out_and_stands_there_all_the_same_has_leaked() -> None:
    played = _played(("matters", "chest pain now", "flagged"))
    found = check(played, _shared("chest pain now"), {"m0": ("emergency", "chest_pain")})
    assert (found.leaked, found.whole) == ((0,), False)


def test_a_turn_safety_noticed_and_kept_counts_as_kept() -> None:
    found = check(_played(("matters", "feeling low", "taken")), _shared("feeling low"), {"m0": ("low_mood", "low")})
    assert (found.kept, [alarm.taken_out for alarm in found.alarms]) == (1, [False])
