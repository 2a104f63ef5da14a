"""``paratoi invite``: what it says, what it writes, and how it ends."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest
import typer
from programme_people import invite as invited
from programme_people import make_clinic
from sqlalchemy import func, select
from typer.testing import CliRunner

from bot import cli_invite
from bot.bootstrap import House
from bot.services.open_invitation import RevokedLink
from bot.store.tables import Patient

HEADER = "patient_reference,name,appointment_reference,appointment_at"


@pytest.fixture
def run(house: House, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs the command on the test's own house."""
    monkeypatch.setattr(cli_invite, "House", lambda: house)
    monkeypatch.setenv("COLUMNS", "160")
    app = typer.Typer()
    app.command()(cli_invite.invite)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def people(house: House, tmp_path: Path) -> Path:
    make_clinic(house)
    day = f"{house.clock.now() + timedelta(days=14):%Y-%m-%d} 14:30"
    path = tmp_path / "people.csv"
    path.write_text(f"{HEADER}\nP1,Demo Alys,A1,{day}\nP2,Demo Bryn,A2,{day}\n")
    return path


def stored(house: House) -> int:
    with house.units.reading() as unit:
        return unit.session.execute(select(func.count()).select_from(Patient)).scalar_one()


def test_a_good_list_ends_with_0_and_a_file_of_links_that_open(house: House, run, people: Path, tmp_path: Path) -> None:
    result = run(people, "--clinic", "harbour", "--links", tmp_path / "out.csv")
    assert result.exit_code == 0
    assert "2 people invited" in result.stderr
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["name"] for row in rows] == ["Demo Alys", "Demo Bryn"]
    assert house.open_invitation(rows[0]["link"].rsplit("/")[-1]).patient_name == "Demo Alys"


def test_the_only_clinic_need_not_be_named_and_links_are_put_beside_the_list(run, people: Path) -> None:
    assert run(people).exit_code == 0
    assert people.with_name("people-links.csv").exists()


def test_a_wrong_list_ends_with_1_and_a_table_by_row_and_column(house: House, run, people: Path) -> None:
    people.write_text(people.read_text() + "P3,[bold]Demo[/bold],A3,soon\n")
    result = run(people)
    assert result.exit_code == 1
    row = next(line for line in result.stdout.splitlines() if "appointment_at" in line)
    assert [cell.strip() for cell in row.split("│")][:3] == ["4", "appointment_at", "soon"]
    assert "1 problem in people.csv. Nobody was invited" in result.stderr
    assert stored(house) == 0


def test_a_dry_run_changes_nothing_and_writes_nothing(house: House, run, people: Path) -> None:
    result = run(people, "--dry-run")
    assert (result.exit_code, stored(house)) == (0, 0)
    assert "2 people would be invited" in result.stderr
    assert not people.with_name("people-links.csv").exists()


def test_the_same_list_again_says_so_and_keeps_the_first_links(run, people: Path) -> None:
    run(people)
    links = people.with_name("people-links.csv").read_text()
    result = run(people)
    assert result.exit_code == 0
    assert "0 people invited; 2 rows invited already" in result.stderr
    assert people.with_name("people-links.csv").read_text() == links


@pytest.mark.parametrize(
    "words",
    [
        ("nowhere.csv",),
        (".",),
        ("nowhere.csv", "--clinic", "harbor"),
        (),
        ("x.csv", "--revoke", "A1"),
    ],
)
def test_no_such_file_or_clinic_and_half_a_command_end_with_2(run, people: Path, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_an_unknown_clinic_is_answered_with_those_there_are(run, people: Path) -> None:
    assert "There are: harbour" in run(people, "--clinic", "harbor").stderr


def test_with_several_clinics_one_must_be_named(house: House, run, people: Path) -> None:
    make_clinic(house, slug="hilltop")
    result = run(people)
    assert (result.exit_code, "There are: harbour, hilltop" in result.stderr) == (2, True)


def test_a_folder_for_the_links_that_is_not_there_is_noticed_before_anybody_is_invited(
    house: House, run, people: Path, tmp_path: Path
) -> None:
    assert run(people, "--links", tmp_path / "no" / "out.csv").exit_code == 2
    assert stored(house) == 0


def test_a_link_is_taken_back_by_link(house: House, run) -> None:
    one = invited(house, make_clinic(house))
    assert run("--revoke", house.links.url(one.code)).exit_code == 0
    with pytest.raises(RevokedLink):
        house.open_invitation(house.links.token(one.code))
    assert run("--revoke", "nobody").exit_code == 2


def test_help_teaches_with_an_example(run) -> None:
    shown = run("--help").stdout
    assert "paratoi invite people.csv --clinic harbour" in shown
    assert "DEMO-1,Demo Alys,VISIT-1,2026-12-03 14:30" in shown
