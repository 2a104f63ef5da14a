from dataclasses import replace

import pytest
from clinic_people import a_full_sheet
from sheet_records import AT, a_record, as_read, render

from bot.summary.moments import span_read


@pytest.mark.parametrize(("iso", "text"), [
    ("2026-12-01", "Tuesday 1 December 2026"), ("2026-12-07/2026-12-13", "7 to 13 December 2026"),
    ("2026-12-28/2027-01-03", "28 December 2026 to 3 January 2027"), ("P21D", "21 days"), ("P28D/P31D", "28 to 31 days"),
    ("P1D", "1 day"),
])
def test_days_and_lengths_are_written_for_people(iso: str, text: str) -> None:
    assert span_read(iso) == text


@pytest.mark.parametrize("format", ["html", "text"])
def test_the_day_a_plan_names_stands_in_its_label_and_the_words_stay(format: str, tmp_path) -> None:
    sheet = a_full_sheet(AT)
    sheet = replace(sheet, change=replace(sheet.change, timescale_read="2027-03-28"))
    read = as_read(render(a_record(sheet=sheet), format, tmp_path), format)
    assert "By when (Sunday 28 March 2027)" in read and "By Easter" in read
