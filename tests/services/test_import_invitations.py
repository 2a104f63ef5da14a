from __future__ import annotations

import csv
import io
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from programme_people import make_clinic
from sqlalchemy import func, select

from bot.bootstrap import House
from bot.core.invited import links_csv
from bot.services.import_invitations import ImportResult, UnknownClinic
from bot.store.tables import Appointment, Import, Invitation, Patient

HEADER = "patient_reference,name,appointment_reference,appointment_at"


def ahead(house: House, days: int = 14) -> str:
    return f"{house.clock.now() + timedelta(days=days):%Y-%m-%d} 14:30"


def a_list(house: House, count: int = 2, header: str = HEADER) -> bytes:
    rows = [f"P{number},Demo Person {number},A{number},{ahead(house)}" for number in range(count)]
    return "\n".join([header, *rows]).encode()


def bring_in(house: House, clinic_id: str, data: bytes, **given: object) -> ImportResult:
    return house.import_invitations(clinic_id, data, "list.csv", **given)


def stored(house: House) -> tuple[int, ...]:
    with house.units.reading() as unit:
        return tuple(
            unit.session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (Patient, Appointment, Invitation, Import)
        )


def test_everybody_on_a_good_list_gets_a_link_that_opens(house: House) -> None:
    result = bring_in(house, make_clinic(house), a_list(house))
    assert (result.new, result.unchanged, result.problems) == (2, 0, ())
    assert stored(house) == (2, 2, 2, 1)
    opened = house.open_invitation(house.links.token(result.made[0].code))
    assert (opened.patient_name, opened.appointment_type) == ("Demo Person 0", "follow_up")


def test_one_wrong_row_keeps_everybody_out(house: House) -> None:
    data = a_list(house, 40) + f"\nP99,Demo,A99,{ahead(house)[:5]}13-41 10:00".encode()
    result = bring_in(house, make_clinic(house), data)
    assert [(problem.row, problem.column) for problem in result.problems] == [(42, "appointment_at")]
    assert (result.new, result.made) == (0, ())
    assert stored(house) == (0, 0, 0, 0)


def test_the_same_list_again_changes_nothing(house: House) -> None:
    clinic = make_clinic(house)
    first = bring_in(house, clinic, a_list(house))
    again = bring_in(house, clinic, a_list(house))
    assert (again.new, again.unchanged, again.problems, again.made) == (0, 2, (), ())
    assert stored(house) == (2, 2, 2, 1)
    assert len(first.made) == 2


def test_a_longer_list_invites_only_those_who_are_new(house: House) -> None:
    clinic = make_clinic(house)
    bring_in(house, clinic, a_list(house, 2))
    result = bring_in(house, clinic, a_list(house, 3))
    assert (result.new, result.unchanged) == (1, 2)
    assert [made.reference for made in result.made] == ["A2"]


def test_two_imports_of_one_list_at_once_invite_everybody_once(house: House) -> None:
    clinic, data = make_clinic(house), a_list(house, 50)
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda _: bring_in(house, clinic, data), range(2)))
    assert sorted((result.new, result.unchanged) for result in results) == [(0, 50), (50, 0)]
    assert stored(house) == (50, 50, 50, 1)


def test_a_dry_run_keeps_nothing(house: House) -> None:
    result = bring_in(house, make_clinic(house), a_list(house), dry_run=True)
    assert (result.new, result.made) == (2, ())
    assert stored(house) == (0, 0, 0, 0)


def test_a_known_person_gets_a_second_appointment_and_stays_one_person(house: House) -> None:
    clinic = make_clinic(house)
    bring_in(house, clinic, a_list(house, 1))
    bring_in(house, clinic, f"{HEADER}\nP0,Demo Person 0,OTHER,{ahead(house, 30)}".encode())
    assert stored(house) == (1, 2, 2, 2)


def test_two_clinics_may_use_the_same_references(house: House) -> None:
    bring_in(house, make_clinic(house), a_list(house))
    result = bring_in(house, make_clinic(house, slug="hilltop"), a_list(house))
    assert (result.new, result.problems) == (2, ())


def test_a_clinic_without_a_safety_contact_cannot_invite(house: House) -> None:
    result = bring_in(house, make_clinic(house, contact=""), a_list(house))
    assert "Add a safety contact first" in result.problems[0].todo
    assert stored(house) == (0, 0, 0, 0)


def test_a_file_that_is_no_table_is_one_problem(house: House) -> None:
    (problem,) = bring_in(house, make_clinic(house), b"PK\x03\x04").problems
    assert (problem.row, problem.found) == (0, "the file")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(house: House) -> None:
    data = b"\xef\xbb\xbf" + a_list(house).replace(b"\n", b"\r\n").replace(b",", b";") + b"\r\n"
    assert bring_in(house, make_clinic(house), data).new == 2


def test_five_thousand_people_are_invited_in_well_under_ten_seconds(house: House) -> None:
    clinic, data = make_clinic(house), a_list(house, 5000)
    began = time.perf_counter()
    result = bring_in(house, clinic, data)
    assert result.new == 5000
    assert time.perf_counter() - began < 8
    assert stored(house)[:3] == (5000, 5000, 5000)


def test_ten_thousand_problems_are_all_listed_in_time(house: House) -> None:
    rows = [f"P{number},Demo,A{number},soon,Nowhere/{number}" for number in range(5000)]
    data = "\n".join([f"{HEADER},timezone", *rows]).encode()
    began = time.perf_counter()
    assert len(bring_in(house, make_clinic(house), data).problems) == 10_000
    assert time.perf_counter() - began < 8


def test_a_link_opens_until_after_an_appointment_that_is_far_ahead(house: House) -> None:
    data = f"{HEADER}\nP1,Demo,A1,{ahead(house, 200)}".encode()
    (made,) = bring_in(house, make_clinic(house), data).made
    assert made.expires_at > house.clock.now() + timedelta(days=200)


def test_the_links_of_an_import_are_for_its_own_clinic(house: House) -> None:
    clinic, other = make_clinic(house), make_clinic(house, slug="hilltop")
    result = bring_in(house, clinic, a_list(house))
    assert {made.code for made in house.import_invitations.made(clinic, result.import_id)} == {
        made.code for made in result.made
    }
    assert house.import_invitations.made(other, result.import_id) == []


def test_a_name_that_looks_like_a_formula_is_harmless_in_the_download(house: House) -> None:
    data = f'{HEADER}\nP1,"=HYPERLINK(""http://x"")",@A1,{ahead(house)}'.encode()
    result = bring_in(house, make_clinic(house), data)
    text = links_csv([(made, house.links.url(made.code), "") for made in result.made], "Europe/London")
    header, row = csv.reader(io.StringIO(text.lstrip("\ufeff")))
    assert header == ["name", "reference", "link", "expires", "telegram_link"]
    assert row[0] == '\'=HYPERLINK("http://x")'
    assert row[1] == "'@A1"


def test_an_unknown_clinic_is_told_with_those_there_are(house: House) -> None:
    make_clinic(house)
    with pytest.raises(UnknownClinic) as caught:
        house.import_invitations.clinic("harbor")
    assert caught.value.known == ["harbour"]
