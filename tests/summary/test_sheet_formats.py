"""The same facts in every format, in the person's own words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from clinic_people import a_full_sheet, a_sheet, said
from sheet_records import AT, CHECK_IN, FLAG, LINE, a_record, as_read, render

from bot.core.flags import kind_in_words
from bot.core.sheet import STAGES, Beside, Change, Said
from bot.core.strict import to_plain
from bot.summary import words
from bot.summary.build import build
from bot.summary.formats import FORMATS

TAPS = {"person_agrees", "card"}
# Taps and scores that stand on the page and in the text as what they mean; test_no_noise.py tells when.
TOLD_BY_A_VALUE = ("I used to, but I stopped", "In the next month", "five")


def every_word(sheet) -> list[str]:  # type: ignore[no-untyped-def]
    """Everything the person said, found by walking the sheet; two taps are told in sentences of ours instead."""
    def walk(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["words"]] if "words" in value and value["words"] is not None else []
            return own + [one for key, part in value.items() if key not in TAPS for one in walk(part)]
        return [one for part in value for one in walk(part)] if isinstance(value, list) else []
    return walk(to_plain(sheet))


@pytest.mark.parametrize("format", FORMATS)
def test_every_verbatim_sentence_stands_in_every_format(format, tmp_path):
    record = a_record(sheet=a_full_sheet(AT))
    read = as_read(render(record, format, tmp_path), format)
    said_by_them = [*every_word(record.sheet), CHECK_IN.words, FLAG.words]
    assert len(said_by_them) == 47
    told_in_ours = () if format == "json" else TOLD_BY_A_VALUE
    for sentence in said_by_them:
        assert sentence in read or sentence in told_in_ours, sentence


@pytest.mark.parametrize("format", FORMATS)
def test_the_other_facts_stand_in_every_format(format, tmp_path):
    record = a_record(appointment=replace(LINE, shared=(AT - timedelta(days=1), AT)), state="changed")
    read = as_read(render(record, format, tmp_path), format)
    for fact in (
        "Demo Rosa Price", "P-1", "A-1", "Tuesday 10 March 2026, 2:30 pm", "Demo Clinic", "Dr Demo Hughes",
        kind_in_words("self_harm"), "Dr Demo Vaughan", "Rang them", words.STAGES["preparation"], "preparation",
        "8 of 10", "Partly", "Sunday 8 March 2026", "1 answer was kept private.", "the patient",
        "Tuesday 3 March 2026, 2:30 pm", "Monday 2 March 2026, 2:30 pm", "3f2a9c1b7d10", "no number",
    ):
        assert fact in read, fact


@pytest.mark.parametrize("format", ["text", "html"])
def test_the_order_is_the_one_a_clinician_reads_in(format, tmp_path):
    sheet = a_full_sheet(AT)
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    change = sheet.change
    said_in_order = [
        sheet.why_coming, sheet.hope, *(one.item for one in sheet.priorities), sheet.other_items[0], sheet.questions[0],
        sheet.pressures[0], sheet.helps, sheet.support, sheet.daily_life, sheet.worries, sheet.days, change.topic,
        change.hope, change.importance_from, change.confidence_from, change.first_step, change.timescale,
        change.how_often, change.in_the_way, change.way_round, sheet.role, sheet.how_much, sheet.access, sheet.coming,
    ]
    order = [FLAG.words, *(one.words for one in said_in_order), "kept private", "Left for later", "Answered by",
             "Changed on" if "Changed on" in read else "Shared", "Wording version"]
    places = [read.index(one) for one in order]
    assert places == sorted(places)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("state", "note"), [
    ("skipped", "They skipped this"), ("not_sure", "They were not sure"), ("no", "They said no"),
    ("unclear", "It was not clear what they meant"),
])
def test_the_ways_of_not_answering_are_told_apart_in_words(state, note, format, tmp_path):
    words_of_theirs = "hm, that is hard to say now"
    sheet = a_sheet(AT, hope=Said(state, words_of_theirs, None, "patient"))
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    assert note in read and words_of_theirs in read
    assert all(other not in read for other in set(words.NOTES.values()) - {note, ""})


@pytest.mark.parametrize("format", ["text", "html"])
def test_what_was_not_asked_takes_no_line_but_one(format, tmp_path):
    sheet = a_sheet(AT, change=None, questions=(), left_for_later=("helps", "first_step", "check_in", "role"))
    read = as_read(render(a_record(sheet=sheet, check_ins=()), format, tmp_path), format)
    assert "Left for later: what helps; first step; check-in; who decides." in read
    for part in ("why_coming", "questions", "pressures", "life", "change", "plan", "wishes", "practical", "unplaced"):
        assert words.PARTS[part].lower() not in read.lower(), part
    assert "Not asked" not in read and "None" not in read


def test_in_json_what_was_not_asked_is_null(tmp_path):
    shared = json.loads(render(a_record(sheet=a_sheet(AT, hope=None, change=None)), "json", tmp_path))["shared"]
    assert shared["hope"] is None and shared["change"] is None and shared["life"] == []


@pytest.mark.parametrize("format", ["text", "html"])
def test_questions_left_without_a_word_share_one_line_for_each_way(format, tmp_path):
    def left(state: str) -> Said:
        return Said(state, None, None, "patient")

    sheet = a_sheet(AT, worries=left("skipped"), support=left("skipped"), helps=left("no"), role=left("not_sure"),
                    questions=(left("no"),), change=replace(a_sheet(AT).change, first_step=left("not_sure")))
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    assert "Skipped: who supports me; what worries me." in read
    assert "Said no: what helps." in read and "No questions" in read
    assert "Not sure: first step; who decides." in read
    assert read.count("Skipped") == 1


@pytest.mark.parametrize("format", FORMATS)
def test_not_knowing_why_one_was_asked_to_come_is_said(format, tmp_path):
    sheet = a_sheet(AT, why_coming=Said("not_sure", "No, nobody has told me yet", None, "patient"))
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    assert "No, nobody has told me yet" in read
    assert words.NOT_KNOWN_WHY in read or format == "json"


@pytest.mark.parametrize("format", ["text", "html"])
def test_words_where_a_number_was_asked_are_kept_and_said_to_be_no_number(format, tmp_path):
    read = as_read(render(a_record(), format, tmp_path), format).lower()
    assert "said “quite a lot” (no number)" in read or "said: “quite a lot” (no number)" in read


@pytest.mark.parametrize("format", FORMATS)
def test_no_change_wanted_says_no_and_shows_no_stage(format, tmp_path):
    none = Change(said("No, not while my son is ill", state="no"), None, None, None, None, None)
    read = as_read(render(a_record(sheet=a_sheet(AT, change=none), check_ins=()), format, tmp_path), format)
    assert "They said no" in read and "No, not while my son is ill" in read
    assert format == "json" or words.LABELS["stage"] not in read


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
def test_a_helpers_words_are_labelled_on_every_item_and_the_patients_are_not(format, tmp_path):
    by_helper = {key: said(f"theirs about {key}", by="helper") for key in
                 ("why_coming", "hope", "helps", "worries", "role", "access", "find_out")}
    change = replace(a_sheet(AT).change, first_step=said("theirs about it", by="helper"),
                     confidence=said("4", 4, by="helper"), good_same=said("theirs too", by="helper"))
    questions = (said("from my carer", by="helper"),)
    sheet = a_sheet(AT, questions=questions, helper_role="carer", change=change, **by_helper)
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    assert read.count("in the words of a carer") == len(by_helper) + 4
    assert read.index("in the words of a carer", read.index("from my carer")) < read.index("theirs about helps")


@pytest.mark.parametrize("format", FORMATS)
def test_what_a_helper_puts_beside_an_answer_stands_beside_it_and_apart(format, tmp_path):
    beside = tuple(Beside(about, said(f"helper on {about}", by="helper")) for about in
                   ("hope", "priority:2", "other_item:1", "question:2", "pressure:1", "worries", "first_step", "days"))
    sheet = a_full_sheet(AT, beside=beside, worries=None)
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    for one in beside:
        assert read.count(one.said.words) == 1, one.about
    assert format == "json" or read.count("A relative or friend adds") == len(beside)
    assert read.index(sheet.hope.words) < read.index("helper on hope") < read.index(sheet.priorities[0].item.words)
    assert read.index(sheet.priorities[1].item.words) < read.index("helper on priority:2")


@pytest.mark.parametrize("format", FORMATS)
def test_what_a_helper_adds_about_something_not_on_the_sheet_is_kept(format, tmp_path):
    sheet = a_sheet(AT, change=None, beside=(Beside("timescale", said("next summer more likely", by="helper")),))
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    assert "next summer more likely" in read and "The helper adds" in read


@pytest.mark.parametrize(("fields", "told"), [
    ({}, "Answered by the patient."),
    ({"with_help": True, "helper_role": "carer"}, "Answered by the patient, with a carer; read and shared by the"
     " patient."),
    ({"with_help": True, "helper_role": "advocate", "hope": said("h", by="helper"), "confirmed_by": "helper"},
     "Answered by the patient and an advocate; read and shared by the helper alone."),
])
def test_who_answered_and_who_confirmed_is_told(fields, told, tmp_path):
    sheet = a_sheet(AT, questions=(said("Can I drive?"),), **fields)
    assert told in as_read(render(a_record(sheet=sheet), "text", tmp_path), "text")


def test_a_sheet_all_by_a_helper_says_so(tmp_path):
    mine = said("Walks badly", by="helper")
    sheet = a_sheet(AT, hope=mine, priorities=(), other_items=(mine,), questions=(), change=None, with_help=True,
                    helper_role="staff", confirmed_by="helper", person_agrees=said("They cannot say", "cannot_say"))
    read = as_read(render(a_record(sheet=sheet), "text", tmp_path), "text")
    assert "Answered by a member of staff; read and shared by the helper alone." in read
    assert "The patient cannot say whether they agree, the helper says." in read


@pytest.mark.parametrize("format", FORMATS)
def test_a_changed_sheet_says_when_and_after_what(format, tmp_path):
    line = replace(LINE, shared=(AT - timedelta(days=2), AT - timedelta(days=1), AT))
    read = as_read(render(a_record(appointment=line), format, tmp_path), format)
    assert ("Changed on Tuesday 3 March 2026, 2:30 pm, after first sharing on Sunday 1 March 2026, 2:30 pm"
            " (3 versions).") in read


@pytest.mark.parametrize("format", FORMATS)
def test_a_sheet_that_follows_another_says_so_and_is_no_change_of_it(format, tmp_path):
    before = AT - timedelta(days=10)
    sheet = a_sheet(AT, follows=before, carried=True)
    line = replace(LINE, shared=(before, AT))
    read = as_read(render(a_record(sheet=sheet, appointment=line), format, tmp_path), format)
    assert "Follows the preparation of Saturday 21 February 2026, and started from what was said then." in read
    assert "Changed on" not in read


@pytest.mark.parametrize("format", FORMATS)
def test_a_check_in_shows_no_step_no_day_and_no_words_that_were_not_shared(format, tmp_path):
    planned = replace(CHECK_IN, first_step="my new secret step", state="planned", due_at=AT + timedelta(days=99),
                      answer=None, words=None, answered_at=None)
    answered = replace(CHECK_IN, first_step="my new secret step")
    read = as_read(render(a_record(check_ins=(answered, planned)), format, tmp_path), format)
    assert "secret" not in read and "June" not in read and CHECK_IN.words not in read
    assert words.OTHER_STEP in read or format == "json"


@pytest.mark.parametrize("hidden", [{"first_step": None}, {"check_in": None, "check_in_on": None}])
@pytest.mark.parametrize("format", FORMATS)
def test_a_step_or_a_check_in_that_is_not_on_the_sheet_takes_its_check_ins_away(hidden, format, tmp_path):
    change = replace(a_full_sheet(AT).change, **hidden)
    read = as_read(render(a_record(sheet=a_sheet(AT, change=change)), format, tmp_path), format)
    assert CHECK_IN.words not in read and "Partly" not in read


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
