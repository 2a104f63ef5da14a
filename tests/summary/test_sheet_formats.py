"""The same facts in every format, in the person's own words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from clinic_people import a_sheet, said
from sheet_records import AT, CHECK_IN, FLAG, LINE, a_record, as_read, render

from bot.core.sheet import STAGES, Change, Said
from bot.core.strict import to_plain
from bot.summary import words
from bot.summary.build import build
from bot.summary.formats import FORMATS


def every_word(sheet) -> list[str]:  # type: ignore[no-untyped-def]
    """Everything the person said, found by walking the sheet itself."""
    def walk(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["words"]] if "words" in value and value["words"] is not None else []
            return own + [one for part in value.values() for one in walk(part)]
        return [one for part in value for one in walk(part)] if isinstance(value, list) else []
    return walk(to_plain(sheet))


@pytest.mark.parametrize("format", FORMATS)
def test_every_verbatim_sentence_stands_in_every_format(format, tmp_path):
    record = a_record()
    read = as_read(render(record, format, tmp_path), format)
    said_by_them = [*every_word(record.sheet), CHECK_IN.words, FLAG.words]
    assert len(said_by_them) == 18
    for sentence in said_by_them:
        assert sentence in read, sentence


@pytest.mark.parametrize("format", FORMATS)
def test_the_other_facts_stand_in_every_format(format, tmp_path):
    record = a_record(appointment=replace(LINE, shared=(AT - timedelta(days=1), AT)), state="changed")
    read = as_read(render(record, format, tmp_path), format)
    for fact in (
        "Demo Rosa Price", "P-1", "A-1", "Tuesday 10 March 2026, 2:30 pm", "Demo Clinic", "Dr Demo Hughes",
        words.FLAGS["self_harm"], "Dr Demo Vaughan", "Rang them", words.STAGES["preparation"], "preparation",
        "8 of 10", "Partly", "Sunday 8 March 2026", "1 answer was kept private.", "the patient",
        "Tuesday 3 March 2026, 2:30 pm", "Monday 2 March 2026, 2:30 pm", "3f2a9c1b7d10", "no number",
    ):
        assert fact in read, fact


@pytest.mark.parametrize("format", ["text", "html"])
def test_the_order_is_the_one_a_clinician_reads_in(format, tmp_path):
    sheet = a_sheet(AT)
    read = as_read(render(a_record(), format, tmp_path), format)
    order = [FLAG.words, sheet.hope.words, *(one.item.words for one in sheet.priorities),
             sheet.other_items[0].words, sheet.questions[0].words, sheet.change.topic.words, "kept private"]
    places = [read.index(one) for one in order]
    assert places == sorted(places)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("state", "note"), [
    ("skipped", "They skipped this"), ("not_sure", "They were not sure"), ("no", "They said no"),
    ("unclear", "It was not clear what they meant"),
])
def test_the_ways_of_not_answering_are_told_apart_in_words(state, note, format, tmp_path):
    sheet = a_sheet(AT, hope=Said(state, "hm", None, "patient"))
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    assert note in read and "hm" in read
    assert all(other not in read for other in set(words.NOTES.values()) - {note, ""})


@pytest.mark.parametrize("format", FORMATS)
def test_what_was_never_asked_says_so_and_nothing_else(format, tmp_path):
    read = as_read(render(a_record(sheet=a_sheet(AT, hope=None, change=None), check_ins=()), format, tmp_path), format)
    assert words.NOT_ASKED in read or format == "json"
    assert "Said no" not in read and "They skipped this" not in read
    if format == "json":
        shared = json.loads(render(a_record(sheet=a_sheet(AT, hope=None, change=None)), format, tmp_path))["shared"]
        assert shared["hope"]["state"] == "not_asked" and shared["change"] is None


@pytest.mark.parametrize("format", ["text", "html"])
def test_words_where_a_number_was_asked_are_kept_and_said_to_be_no_number(format, tmp_path):
    read = as_read(render(a_record(), format, tmp_path), format).lower()
    assert "said “quite a lot” (no number)" in read or "said: “quite a lot” (no number)" in read


@pytest.mark.parametrize("format", FORMATS)
def test_no_change_wanted_says_no_and_shows_no_stage(format, tmp_path):
    none = Change(said("No, not now", state="no"), None, None, None, None, None)
    read = as_read(render(a_record(sheet=a_sheet(AT, change=none), check_ins=()), format, tmp_path), format)
    assert "They said no" in read and "No, not now" in read
    assert format == "json" or "Where they are" not in read


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_plain_words(stage):
    change = replace(a_sheet(AT).change, stage=said("tapped", stage))
    view = build(a_record(sheet=a_sheet(AT, change=change)))
    assert view.shared.change.stage.note == words.STAGES[stage]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("state", ["not_invited", "invited", "expired", "opened", "in_progress", "declined"])
def test_before_sharing_it_says_so(state, format, tmp_path):
    read = as_read(render(a_record(sheet=None, state=state, flags=(), check_ins=()), format, tmp_path), format)
    assert "Not shared" in read and words.STATES[state] in read
    assert "hope" not in read.lower() or format == "json"


@pytest.mark.parametrize("format", FORMATS)
def test_a_sheet_being_changed_says_it_is_what_was_shared_last(format, tmp_path):
    assert words.CHANGING in as_read(render(a_record(state="changing"), format, tmp_path), format)


@pytest.mark.parametrize("format", ["text", "html"])
def test_a_helpers_words_are_labelled_and_the_patients_are_not(format, tmp_path):
    sheet = a_sheet(AT, questions=(said("from my daughter", by="helper"),))
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    assert read.count(words.HELPER) == 1
    assert read.index(words.HELPER) > read.index("from my daughter")


@pytest.mark.parametrize("format", FORMATS)
def test_a_check_in_shows_no_step_and_no_day_that_was_not_shared(format, tmp_path):
    planned = replace(CHECK_IN, first_step="my new secret step", state="planned", due_at=AT + timedelta(days=99),
                      answer=None, words=None, answered_at=None)
    answered = replace(CHECK_IN, first_step="my new secret step")
    read = as_read(render(a_record(check_ins=(answered, planned)), format, tmp_path), format)
    assert "secret" not in read and "June" not in read
    assert "Managed one Tuesday" in read
    assert words.OTHER_STEP in read or format == "json"


@pytest.mark.parametrize(("row", "text"), [
    ({"state": "planned", "answer": None, "due_at": AT + timedelta(days=14)}, "Not asked yet"),
    ({"state": "asked", "answer": None}, "Asked, no answer yet"),
    ({"state": "stopped", "answer": None}, "Stopped before it was answered"),
    ({"answer": "done"}, "Done"), ({"answer": "partly"}, "Partly"), ({"answer": "not_yet"}, "Not yet"),
    ({"answer": "changed_mind"}, "Changed their mind"), ({"answer": "skipped"}, "They skipped this"),
    ({"answer": "not_sure"}, "They were not sure"), ({"answer": "no"}, "They said no"),
    ({"answer": "unclear"}, "It was not clear what they meant"),
])
def test_each_answer_to_a_check_in_is_told_from_the_others(row, text):
    view = build(a_record(check_ins=(replace(CHECK_IN, **row),)))
    assert [one.text for one in view.shared.change.check_ins] == [text]
