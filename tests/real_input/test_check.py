"""The comparison of what was said with a sheet sees what is missing, what is doubled and what leaked."""

from __future__ import annotations

from real_input.check import check
from real_input.played import Played, Told
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
        Told(key, (Turn(number, text),), outcome, f"m{number}") for number, (key, text, outcome) in enumerate(told)
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
    assert [lost.turn.number for lost in found.lost] == [0]


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
    assert [(alarm.turns, alarm.rule, alarm.taken_out) for alarm in found.alarms] == [((0,), "chest_pain", True)]


def test_what_safety_took_out_and_stands_there_all_the_same_has_leaked() -> None:
    played = _played(("matters", "chest pain now", "flagged"))
    found = check(played, _shared("chest pain now"), {"m0": ("emergency", "chest_pain")})
    assert (found.leaked, found.whole) == ((0,), False)


def test_a_turn_safety_noticed_and_kept_counts_as_kept() -> None:
    found = check(_played(("matters", "feeling low", "taken")), _shared("feeling low"), {"m0": ("low_mood", "low")})
    assert (found.kept, [alarm.taken_out for alarm in found.alarms]) == (1, [False])


def _lines(*texts: str, outcome: str = "taken", number: int = 0) -> Played:
    """One message with a turn on each line, as it is said where all the rest is asked for."""
    turns = tuple(Turn(number + place, text) for place, text in enumerate(texts))
    return Played([Told("matters", turns, outcome, "m", in_parts=True)], read_back=True)


def _offered(text: str) -> Played:
    return _lines(text)


def test_a_turn_kept_in_parts_is_whole_when_only_a_joining_word_is_missing() -> None:
    found = check(_offered("my hip hurts, and also my knee."), _shared("my hip hurts", "my knee."), {})
    assert (found.whole, found.kept, found.parted) == (True, 1, 1)


def test_a_turn_nobody_let_be_kept_in_parts_is_lost_in_parts() -> None:
    found = check(_played(("matters", "my hip and my knee", "taken")), _shared("my hip", "my knee"), {})
    assert (len(found.lost), found.added, found.whole) == (1, 2, False)


def test_parts_that_leave_out_another_word_are_not_the_turn() -> None:
    for parts in (("my hip", "my knee"), ("my hip hurts",), ("my knee", "my hip hurts")):
        assert not check(_offered("my hip hurts and my knee"), _shared(*parts), {}).whole, parts


def test_several_turns_in_one_message_stand_there_each_for_itself() -> None:
    played = _lines("my hip hurts", "also my knee", "the stairs")
    found = check(played, _shared("my hip hurts", "my knee", "the stairs"), {})
    assert (found.whole, found.kept, found.parted) == (True, 3, 1)


def test_several_turns_in_one_message_may_stand_there_together() -> None:
    for items in (("my hip hurts\nmy knee",), ("my hip hurts\nmy knee", "the stairs")):
        turns = ("my hip hurts", "my knee", "the stairs")[:len(items) + 1]
        found = check(_lines(*turns), _shared(*items), {})
        assert (found.whole, found.kept, found.parted) == (True, len(turns), 2)


def test_one_turn_left_out_of_a_message_of_several_is_lost_alone() -> None:
    found = check(_lines("my hip hurts", "hello doctor", "the stairs"), _shared("my hip hurts", "the stairs"), {})
    assert [lost.turn.number for lost in found.lost] == [1]
    assert (found.kept, found.added) == (2, 0)


def test_what_stands_there_letter_by_letter_is_no_part_of_another_turn() -> None:
    played = Played([*_lines("my hip and my knee").told, *_lines("my knee", number=1).told], read_back=True)
    assert check(played, _shared("my hip", "my knee", "my knee"), {}).whole
    assert len(check(played, _shared("my hip", "my knee"), {}).lost) == 1


def test_a_line_end_may_be_written_in_another_way() -> None:
    assert check(_played(("matters", "my hip\r\nhurts", "taken")), _shared("my hip\nhurts"), {}).whole


def test_words_typed_where_no_turn_was_ready_were_added() -> None:
    shared = {**_shared("my hip"), "life": [{"key": "helps", "label": "What helps", "line": _line("the bench")}]}
    assert check(_played(("matters", "my hip", "taken")), shared, {}).added == 1
    shared["life"][0]["line"]["value"] = "nobody"
    assert check(_played(("matters", "my hip", "taken")), shared, {}).added == 0


def test_a_change_and_its_first_step_are_found_in_the_plan() -> None:
    change = {"topic": _line("to walk"), "plan": [{"key": "first_step", "label": "", "line": _line("to the shop")}],
              "check_in": _line("In a week"), "check_ins": []}
    played = _played(("change_topic", "to walk", "taken"), ("first_step", "to the shop", "taken"))
    assert check(played, {**_shared(), "change": change}, {}).whole
