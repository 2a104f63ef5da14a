"""What each format must not do: obey what a person typed, cut it, or need another file."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace

import pytest
from clinic_people import a_full_sheet, a_sheet, said
from sheet_records import AT, FLAG, LINE, a_record, as_read, render

from bot.core.sheet import RankedItem
from bot.summary.as_html import as_fragment
from bot.summary.build import build
from bot.summary.formats import FORMATS
from bot.summary.text_lines import COLUMNS


def test_markup_a_person_typed_is_shown_and_never_obeyed(tmp_path):
    evil = '<script>alert("x")</script><img src=x onerror=alert(1)> "quoted" & \'single\''
    sheet = a_sheet(AT, hope=said(evil), questions=(said(evil),), other_items=(said(evil),))
    flag = replace(FLAG, words=evil, note=evil)
    made = render(a_record(sheet=sheet, flags=(flag,)), "html", tmp_path)
    assert "<script" not in made and "<img" not in made
    assert html.unescape(made).count(evil) == 5


def test_words_of_any_direction_stand_in_a_block_that_finds_its_own(tmp_path):
    made = render(a_record(sheet=a_sheet(AT, hope=said("ركبتي تؤلمني"))), "html", tmp_path)
    assert '<p class="s-words__text" dir="auto">ركبتي تؤلمني</p>' in made


@pytest.mark.parametrize("format", FORMATS)
def test_ten_thousand_characters_stand_there_whole(format, tmp_path):
    long = "pain " * 1999 + "end.."
    assert len(long) == 10_000
    sheet = a_sheet(AT, other_items=(said(long), said("x" * 10_000)))
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    assert long in read and "x" * 10_000 in read


def test_only_long_words_fold_and_they_stand_there_once(tmp_path):
    long = "word " * 100
    made = str(as_fragment(build(a_record(sheet=a_sheet(AT, other_items=(said(long),))))))
    assert made.count("<details") == 1 and made.count("word " * 99) == 1
    assert "<details" not in str(as_fragment(build(a_record())))


def test_text_keeps_to_80_columns_and_to_the_persons_own_lines(tmp_path):
    sheet = a_sheet(AT, hope=said("first line\n\nand then " + "a word " * 60))
    text = render(a_record(sheet=sheet), "text", tmp_path)
    assert max(map(len, text.splitlines())) <= COLUMNS
    assert "  first line\n" in text


def test_text_holds_nothing_a_terminal_would_obey(tmp_path):
    text = render(a_record(sheet=a_sheet(AT, hope=said("red \x1b[31m and \x9b2J gone"))), "text", tmp_path)
    assert "\x1b" not in text and "\x9b" not in text
    assert "red ␛[31m and" in text


def test_the_json_keys_are_the_ones_others_rely_on(tmp_path):
    made = json.loads(render(a_record(sheet=a_full_sheet(AT)), "json", tmp_path))
    assert made["format"] == "paratoi.sheet/2"
    assert set(made) == {"format", "appointment", "state", "state_text", "notice", "flags", "shared"}
    assert set(made["shared"]) == {
        "why_coming", "hope", "priorities", "other_items", "questions", "card", "pressures", "life", "change", "wishes",
        "practical", "unplaced", "quiet", "left_for_later", "left_for_later_text", "kept_private", "kept_private_text",
        "answered_by", "answered_by_text", "helper_role", "confirmed_by", "agrees_text", "all_by_text", "wording_version",
        "confirmed", "earlier", "follows", "history",
    }
    assert set(made["shared"]["hope"]) == {
        "state", "words", "value", "by", "note", "scale", "helper", "beside", "adds"}
    assert [one["key"] for one in made["shared"]["life"]] == ["helps", "support", "daily_life", "worries", "days"]
    assert made["shared"]["priorities"][0]["importance"]["value"] == 9
    assert made["shared"]["confirmed"]["at"] == "2026-03-03T14:30:00+00:00"


def test_times_are_those_of_the_appointments_zone(tmp_path):
    made = json.loads(render(a_record(appointment=replace(LINE, timezone="Pacific/Auckland")), "json", tmp_path))
    assert made["shared"]["confirmed"]["text"] == "Wednesday 4 March 2026, 3:30 am"


def test_an_unacknowledged_flag_gets_a_form_only_where_there_is_a_login(tmp_path):
    record = a_record(flags=(replace(FLAG, acknowledged_at=None, acknowledged_by=None, note=None),))
    assert "Nobody has acknowledged this yet." in render(record, "text", tmp_path)
    assert "<form" not in render(record, "html", tmp_path)
    assert 'value="the-token"' in as_fragment(build(record), csrf="the-token")


def test_a_ranked_item_keeps_its_rank(tmp_path):
    sheet = a_sheet(AT, priorities=(RankedItem(2, said("the second, the first kept private"), None),))
    assert "2. the second, the first kept private" in render(a_record(sheet=sheet), "text", tmp_path)
    assert '<li value="2">' in render(a_record(sheet=sheet), "html", tmp_path)


def test_the_document_needs_no_other_file(tmp_path):
    made = render(a_record(), "html", tmp_path)
    assert "color: #123456" in made and made.startswith("<!doctype html>")
    assert "src=" not in made and "href=" not in made


def test_an_unknown_format_is_refused(tmp_path):
    with pytest.raises(ValueError, match="pdf"):
        render(a_record(), "pdf", tmp_path)


def test_every_part_has_a_heading_and_every_table_has_headers(tmp_path):
    sides = replace(a_full_sheet(AT).change, good_change=said("I would sleep"), hard_same=said("It costs me"))
    made = render(a_record(sheet=a_full_sheet(AT, change=sides)), "html", tmp_path)
    named = re.findall(r'aria-labelledby="(s-[a-z]+)"', made)
    assert len(named) == 11 and made.count("<h1") == 1
    for part in named:
        assert made.count(f'<h2 id="{part}">') == 1, part
    assert made.count('<th scope="col">') == 2 and made.count('<th scope="row">') == 2


def test_an_unmet_basic_need_stands_out_without_colour(tmp_path):
    record = a_record(sheet=a_full_sheet(AT))
    page, text = render(record, "html", tmp_path), render(record, "text", tmp_path)
    assert 's-need__mark">!</span> Hard for me just now</h2>' in page
    assert "!! HARD FOR ME JUST NOW" in text
    nothing = a_record(sheet=a_full_sheet(AT, pressures=(said("No, nothing", state="no"),)))
    assert "s-need" not in re.sub("<style>.*</style>", "", render(nothing, "html", tmp_path), flags=re.S)
    assert "HARD FOR ME" not in render(nothing, "text", tmp_path)
    assert "Said no: what is hard just now." in render(nothing, "text", tmp_path)
