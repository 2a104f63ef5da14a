"""A message can hold more than one danger: every format of the sheet shows each, with the person's words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheet_records import FLAG, a_record, as_read, render

from bot.core.flags import AlsoFound, kind_in_words
from bot.summary.formats import FORMATS


@pytest.mark.parametrize("format", FORMATS)
def test_a_further_danger_stands_on_the_sheet_with_its_words(format, tmp_path):
    flag = replace(FLAG, also=(AlsoFound("harm_by_others", "he hits me most nights"),))
    read = as_read(render(replace(a_record(), flags=(flag,)), format, tmp_path), format)
    assert kind_in_words("harm_by_others") in read and "he hits me most nights" in read


@pytest.mark.parametrize("format", FORMATS)
def test_a_flag_of_one_danger_names_no_other(format, tmp_path):
    read = as_read(render(replace(a_record(), flags=(FLAG,)), format, tmp_path), format)
    assert kind_in_words("harm_by_others") not in read
