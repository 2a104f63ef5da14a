"""The e-mail to a safety contact says where to look and by when, and nothing about anybody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import textstat

from bot.bootstrap import ROOT
from bot.content.errors import ContentError
from bot.content.load_alert_mail import FILE, load_alert_mail

LINK = "https://prepare.example/flags/0123456789abcdef"


def test_it_holds_the_clinic_the_link_and_the_time() -> None:
    subject, text = load_alert_mail().letter("Demo Clinic", LINK, "Thursday 26 November 2026, 9:15 am", late=False)
    assert "Demo Clinic" in subject and "Demo Clinic" in text
    assert LINK in text and "9:15 am" in text and "!" not in subject + text


def test_it_reads_at_sixth_grade_or_easier_and_names_the_button_as_the_page_does() -> None:
    words = load_alert_mail()
    for late in (False, True):
        _, text = words.letter("Demo Clinic", "", "9:15 am", late=late)
        plain = [one for one in re.split(r"(?<=[.?:])\s+", text) if len(one.split()) >= 5]
        assert {one: textstat.flesch_kincaid_grade(one) for one in plain if textstat.flesch_kincaid_grade(one) > 6.0} == {}
    button = (ROOT / "bot" / "gateway" / "templates" / "flags" / "parts.html").read_text(encoding="utf-8")
    assert "“I have seen this”" in words.in_time and ">I have seen this</button>" in button


def test_one_that_comes_late_says_so() -> None:
    assert "could not be sent before" in load_alert_mail().letter("Demo Clinic", LINK, "9:15 am", late=True)[1]


def test_a_clinics_name_of_two_lines_makes_no_second_header() -> None:
    assert "\n" not in load_alert_mail().letter("Demo\nBcc: all@x.invalid", LINK, "9:15 am", late=False)[0]


@pytest.mark.parametrize("asked", ["{name}", "{words}", "{kind}", "{patient}"])
def test_wording_that_asks_for_more_than_that_is_refused(tmp_path: Path, asked: str) -> None:
    path = tmp_path / "alert_mail.yml"
    path.write_text(FILE.read_text(encoding="utf-8").replace("needs somebody to look", f"from {asked}"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"alert_mail\.yml: text"):
        load_alert_mail(path)


def test_wording_without_the_link_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "alert_mail.yml"
    path.write_text(FILE.read_text(encoding="utf-8").replace("{link}", ""), encoding="utf-8")
    with pytest.raises(ContentError, match="link"):
        load_alert_mail(path)
