"""What the sheet keeps, and what it refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.core.sheet import STAGES, STATES, Beside, Change, RankedItem, Said, Sheet, SheetError

AT = datetime(2026, 3, 4, 9, 30, tzinfo=timezone.utc)


def said(words: str | None, value: int | str | None = None, state: str = "answered", by: str = "patient") -> Said:
    return Said(state, words, value, by)


def a_sheet() -> Sheet:
    change = Change(
        said("walk a bit more"), said("In the next month", "preparation"), said("8", 8), said("5", 5),
        said("to the post box, Tuesdays"), AT + timedelta(days=7),
    )
    return Sheet(
        said("sleep through"),
        (RankedItem(1, said("my knee"), said("nine", 9)), RankedItem(2, said("the pills"), None)),
        (said("my feet are cold"),), (said("Can I drive?", by="helper"),), change, 2, "patient", "abc123", AT,
    )


def test_a_sheet_reads_back_as_it_was_written_through_json():
    assert Sheet.from_dict(json.loads(json.dumps(a_sheet().to_dict()))) == a_sheet()


@pytest.mark.parametrize("state", [state for state in STATES if state != "answered"])
def test_each_way_of_not_answering_stays_itself(state):
    sheet = replace(a_sheet(), hope=said(None, state=state))
    assert Sheet.from_dict(sheet.to_dict()).hope.state == state


def test_what_was_never_asked_stays_nothing():
    sheet = replace(a_sheet(), hope=None, priorities=(), change=None)
    assert Sheet.from_dict(sheet.to_dict()) == sheet


def test_an_unknown_key_is_refused_and_named():
    plain = a_sheet().to_dict()
    plain["priorities"][0]["item"]["mood"] = "low"
    with pytest.raises(SheetError, match=r"priorities\[0\]\.item has an unknown key: mood"):
        Sheet.from_dict(plain)


def test_a_missing_key_is_refused_and_named():
    plain = a_sheet().to_dict()
    del plain["change"]["stage"]
    with pytest.raises(SheetError, match=r"Sheet\.change lacks stage"):
        Sheet.from_dict(plain)


@pytest.mark.parametrize(("place", "wrong"), [
    ("kept_private", "two"), ("kept_private", True), ("kept_private", -1), ("questions", "one"),
    ("confirmed_at", "soon"),
    ("confirmed_at", "2026-03-04T09:30:00"), ("answered_by", "nurse"), ("hope", []), ("wording_version", None),
])
def test_a_value_of_another_kind_is_refused(place, wrong):
    with pytest.raises(SheetError):
        Sheet.from_dict({**a_sheet().to_dict(), place: wrong})


@pytest.mark.parametrize("value", [-1, 11, "seven"])
def test_a_number_off_the_scale_is_refused(value):
    with pytest.raises(SheetError, match="0 to 10"):
        RankedItem(1, said("my knee"), said("?", value))


def test_a_stage_nobody_defined_is_refused():
    with pytest.raises(SheetError, match=STAGES[0]):
        Change(said("smoking"), said("soon", "relapse"), None, None, None, None)


def test_an_answer_without_words_or_value_is_refused():
    with pytest.raises(SheetError, match="needs words"):
        said(None)


def test_an_unknown_state_or_giver_is_refused():
    with pytest.raises(SheetError, match="state"):
        said("x", state="refused")
    with pytest.raises(SheetError, match="by"):
        said("x", by="son")


def test_ranks_rise_and_start_at_one():
    first, second = a_sheet().priorities
    with pytest.raises(SheetError, match="rise"):
        replace(a_sheet(), priorities=(second, first))
    with pytest.raises(SheetError, match="starts at 1"):
        replace(first, rank=0)


def test_a_sheet_stored_before_the_newer_fields_still_reads():
    plain = a_sheet().to_dict()
    for name in ("why_coming", "worries", "pressures", "left_for_later", "helper_role", "confirmed_by", "beside",
                 "follows", "carried"):
        del plain[name]
    for name in ("hope", "used_to", "timescale", "good_change", "check_in"):
        del plain["change"][name]
    assert Sheet.from_dict(plain) == a_sheet()


def test_the_newer_fields_read_back_as_they_were_written():
    sheet = replace(
        a_sheet(), why_coming=said(None, state="not_sure"), pressures=(said("Keeping warm", "warmth"),),
        role=said("Together", "together"), left_for_later=("helps", "days"), helper_role="carer", with_help=True,
        confirmed_by="together", beside=(Beside("hope", said("she is tired", by="helper")),), carried=True,
        follows=AT - timedelta(days=3),
    )
    assert Sheet.from_dict(json.loads(json.dumps(sheet.to_dict()))) == sheet


@pytest.mark.parametrize("wrong", [
    {"helper_role": "neighbour"}, {"confirmed_by": "nobody"}, {"with_help": 1}, {"carried": "yes"},
    {"follows": "2026-03-04T09:30:00"}, {"left_for_later": "helps"},
    {"beside": [{"about": "hope", "said": {"state": "answered", "words": "x", "value": None, "by": "patient"}}]},
])
def test_a_newer_field_of_another_kind_is_refused(wrong):
    with pytest.raises(SheetError):
        Sheet.from_dict({**a_sheet().to_dict(), **wrong})
