from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.core.invitation_list import COLUMNS, MOST_ROWS, Checked, Known, check_list

NOW = datetime(2026, 11, 22, 9, tzinfo=timezone.utc)
AT = datetime(2026, 12, 3, 14, 30, tzinfo=timezone.utc)
GOOD = ("P1", "Demo Dai", "A1", "2026-12-03 14:30", "", "", "", "")


def check(*rows: tuple[str, ...], header: tuple[str, ...] = COLUMNS, known: Known | None = None) -> Checked:
    return check_list([(1, header), *enumerate(rows, 2)], known or Known(), "Europe/London", NOW)


def changed(**given: str) -> tuple[str, ...]:
    return tuple({**dict(zip(COLUMNS, GOOD, strict=True)), **given}.values())


def wrong(checked: Checked) -> list[tuple[int, str]]:
    assert not checked.new or checked.problems
    return [(problem.row, problem.column) for problem in checked.problems]


def test_a_good_row_takes_zone_and_type_from_the_clinic() -> None:
    (person,) = check(GOOD).new
    assert (person.starts_at, person.timezone, person.appointment_type) == (AT, "Europe/London", "follow_up")


def test_a_row_may_name_its_zone_clinician_and_type() -> None:
    (person,) = check(changed(timezone="Asia/Kolkata", clinician="Dr Demo", appointment_type="First")).new
    assert person.starts_at == datetime(2026, 12, 3, 9, tzinfo=timezone.utc)
    assert (person.timezone, person.clinician, person.appointment_type) == ("Asia/Kolkata", "Dr Demo", "first")


def test_column_names_may_be_written_in_any_case_and_order_with_spaces() -> None:
    checked = check(
        ("2026-12-03 14:30", "A1", "Demo Dai", "P1"),
        header=("Appointment At", "APPOINTMENT-REFERENCE", " Name ", "patient reference"),
    )
    assert [person.patient_reference for person in checked.new] == ["P1"]


def test_missing_columns_are_all_named_with_what_was_found() -> None:
    checked = check(("x", "y"), header=("name", "Date"))
    assert wrong(checked) == [
        (1, "patient_reference"), (1, "appointment_reference"), (1, "appointment_at"), (1, "Date"),
    ]
    assert "Found: name, date" in checked.problems[0].todo


def test_an_unknown_column_is_an_error_unless_it_is_empty() -> None:
    extra = (*COLUMNS, "Clinitian notes")
    assert wrong(check((*GOOD, "x"), header=extra)) == [(1, "Clinitian notes")]
    assert check((*GOOD, ""), header=extra).problems == ()
    assert check(GOOD, header=extra).problems == ()


def test_a_near_miss_of_a_column_name_is_pointed_out() -> None:
    checked = check(("x", *GOOD[1:]), header=("pateint_reference", *COLUMNS[1:]))
    assert any("Did you mean patient_reference?" in problem.todo for problem in checked.problems)


def test_a_column_named_twice_is_an_error() -> None:
    assert wrong(check((*GOOD, "x"), header=(*COLUMNS, "Name"))) == [(1, "name")]


def test_a_cell_without_a_column_name_is_an_error() -> None:
    assert wrong(check((*GOOD, "x"))) == [(2, "column 9")]


def test_a_short_row_has_empty_cells_at_its_end() -> None:
    assert wrong(check(GOOD[:3])) == [(2, "appointment_at")]


@pytest.mark.parametrize("column", ["patient_reference", "name", "appointment_reference", "appointment_at"])
def test_what_must_be_there_must_be_there(column: str) -> None:
    assert wrong(check(changed(**{column: ""}))) == [(2, column)]


@pytest.mark.parametrize(("column", "text"), [
    ("appointment_at", "next week"), ("appointment_at", "2026-11-22 09:00"), ("appointment_at", "2036-12-03 14:30"),
    ("appointment_at", "2027-03-28 01:30"), ("timezone", "Mars/Olympus"), ("timezone", "BST"), ("timezone", "GMT"),
    ("timezone", "europe/london"), ("timezone", "../etc/passwd"), ("appointment_type", "surgery"),
    ("name", "x" * 201), ("patient_reference", "x" * 61), ("clinician", "Dr \x07"), ("name", "Ann \ufffd"),
])
def test_a_wrong_cell_is_named_by_row_and_column(column: str, text: str) -> None:
    checked = check(GOOD, changed(appointment_reference="A2", **{column: text}, **(
        {"patient_reference": "P2"} if column == "name" else {}
    )))
    assert wrong(checked) == [(3, column)]
    assert checked.problems[0].found
    assert checked.problems[0].todo


@pytest.mark.parametrize(("text", "hint"), [("europe/london", "Europe/London"), ("London", "Europe/London"),
                                            ("Europe/Londen", "Europe/London"), ("new york", "America/New_York")])
def test_the_nearest_zone_is_suggested_and_not_taken(text: str, hint: str) -> None:
    assert f"such as {hint}" in check(changed(timezone=text)).problems[0].todo


def test_all_problems_are_listed_and_not_only_the_first() -> None:
    checked = check(
        changed(name="", appointment_at="soon"), GOOD, changed(appointment_reference="A3", timezone="Nowhere"),
        ("P4", "Demo Eve", "A1", "2026-12-04 10:00", "", "", ""),
    )
    assert wrong(checked) == [
        (2, "name"), (2, "appointment_at"), (3, "appointment_reference"), (4, "timezone"), (5, "appointment_reference")]


@pytest.mark.parametrize("other", [{"name": ""}, {"appointment_at": "soon"}, {"timezone": "Nowhere"}, {"needs": "much"}])
def test_an_appointment_that_is_there_twice_is_listed_whatever_else_is_wrong_with_its_row(other: dict[str, str]) -> None:
    (column,) = other
    both = {(3, column), (3, "appointment_reference")}
    assert set(wrong(check(GOOD, changed(**other)))) == both
    first_is_wrong = check(changed(**other), GOOD)
    assert set(wrong(first_is_wrong)) == {(2, column), (3, "appointment_reference")}


@pytest.mark.parametrize(("other", "column"), [({"appointment_at": "soon"}, "appointment_at"),
                                               ({"timezone": "Nowhere"}, "timezone")])
def test_an_appointment_of_another_person_is_listed_whatever_else_is_wrong_with_its_row(
    other: dict[str, str], column: str
) -> None:
    theirs, own = Known(appointments={"A1": ("P9", AT)}), Known({"P1": "Demo Dai"}, {"A1": ("P1", AT)})
    assert wrong(check(changed(**other), known=theirs)) == [(2, column), (2, "appointment_reference")]
    assert wrong(check(changed(**other), known=own)) == [(2, column)]


def test_a_day_that_is_over_in_every_zone_is_listed_beside_a_wrong_zone() -> None:
    assert wrong(check(changed(timezone="Nowhere", appointment_at="2026-11-20 09:00"))) == [
        (2, "timezone"), (2, "appointment_at")]
    assert wrong(check(changed(timezone="Nowhere", appointment_at="2026-11-22 08:00"))) == [(2, "timezone")]


def test_the_same_appointment_twice_in_a_file_names_the_other_row() -> None:
    checked = check(GOOD, changed(appointment_at="2026-12-04 14:30"))
    assert wrong(checked) == [(3, "appointment_reference")]
    assert "Row 2" in checked.problems[0].todo


def test_one_patient_reference_with_two_names_is_an_error() -> None:
    checked = check(GOOD, changed(name="Somebody Else", appointment_reference="A2"))
    assert wrong(checked) == [(3, "name")]
    assert "Demo Dai" in checked.problems[0].todo


def test_one_person_may_have_two_appointments() -> None:
    assert len(check(GOOD, changed(name="demo  dai", appointment_reference="A2")).new) == 2


def test_a_reference_the_clinic_knows_under_another_name_is_an_error() -> None:
    assert wrong(check(GOOD, known=Known(names={"P1": "Somebody Else"}))) == [(2, "name")]


def test_the_same_person_and_time_again_is_unchanged_even_when_it_is_over() -> None:
    known = Known({"P1": "Demo Dai"}, {"A1": ("P1", AT)})
    rows = [(1, COLUMNS), (2, GOOD)]
    checked = check_list(rows, known, "Europe/London", NOW + timedelta(days=60))
    assert (len(checked.new), len(checked.unchanged), checked.problems) == (0, 1, ())


@pytest.mark.parametrize("known", [("P1", AT + timedelta(hours=1)), ("P9", AT)])
def test_an_appointment_already_invited_for_another_time_or_person_is_an_error(known: tuple[str, datetime]) -> None:
    checked = check(GOOD, known=Known(appointments={"A1": known}))
    assert wrong(checked) == [(2, "appointment_reference")]
    assert "Already invited" in checked.problems[0].todo


def test_a_list_without_anybody_is_an_error() -> None:
    assert wrong(check()) == [(0, "")]


def test_more_rows_than_one_import_takes_are_refused_at_once() -> None:
    rows = [(1, COLUMNS), *((number, GOOD) for number in range(2, MOST_ROWS + 3))]
    checked = check_list(rows, Known(), "Europe/London", NOW)
    assert [problem.found for problem in checked.problems] == ["20,001 rows"]
