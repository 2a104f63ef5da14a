"""``paratoi sheet``: on standard output or into a file."""

from __future__ import annotations

import json
import stat

import pytest
import typer
from clinic_people import ClinicPeople, a_sheet, said
from sqlalchemy import select
from typer.testing import CliRunner

from bot import cli_sheet
from bot.store.tables import SheetView


@pytest.fixture
def run(house, monkeypatch):  # type: ignore[no-untyped-def]
    """Runs the command on the test's own house."""
    monkeypatch.setattr(cli_sheet, "House", lambda: house)
    app = typer.Typer()
    app.command()(cli_sheet.sheet)
    return lambda *words: CliRunner().invoke(app, list(words))


@pytest.fixture
def appointment(house) -> str:
    people = ClinicPeople(house)
    made = people.appointment(phase="confirmed", reference="A-1")
    people.share(made, a_sheet(house.clock.now(), hope=said("sleep – through 🌙")))
    return made


def test_by_reference_or_by_id_it_is_written_as_text(run, appointment):
    by_reference, by_id = run("A-1"), run(appointment)
    assert by_reference.exit_code == 0 and "sleep – through 🌙" in by_reference.stdout
    assert by_id.stdout == by_reference.stdout


def test_each_format_can_be_chosen(run, appointment):
    assert json.loads(run("A-1", "--format", "json").stdout)["appointment"]["reference"] == "A-1"
    assert run("A-1", "--format", "html").stdout.startswith("<!doctype html>")
    assert run("A-1", "--format", "pdf").exit_code == 2


def test_a_file_is_readable_by_its_owner_alone(run, appointment, tmp_path):
    out = tmp_path / "sheet.html"
    assert run("A-1", "--format", "html", "--out", str(out)).exit_code == 0
    assert ".s-sheet" in out.read_text(encoding="utf-8")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_the_opening_is_recorded_by_command_line(house, run, appointment):
    run("A-1", "--format", "json")
    with house.units.reading() as unit:
        view = unit.session.execute(select(SheetView)).scalar_one()
    assert (view.appointment_id, view.by, view.staff_id, view.format) == (appointment, "command line", None, "json")


def test_an_unknown_appointment_says_so_and_leaves_with_1(house, run):
    answer = run("nothing")
    assert answer.exit_code == 1 and "No appointment" in answer.stderr and answer.stdout == ""


def test_a_reference_of_two_clinics_names_the_ids(house, run, appointment):
    second = ClinicPeople(house, "other").appointment(reference="A-1")
    answer = run("A-1")
    assert answer.exit_code == 1 and appointment in answer.stderr and second in answer.stderr
