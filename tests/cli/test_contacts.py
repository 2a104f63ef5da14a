"""``paratoi contacts``, what ``paratoi invite`` says without one, and what ``paratoi doctor`` says about both."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from mail_server import MailServer
from programme_people import invite, make_clinic
from sqlalchemy import text
from typer.testing import CliRunner

from bot.bootstrap import House
from bot.cli.app import make_app
from bot.store.schema import _scripts

Run = Callable[..., Result]


@pytest.fixture
def run(house: House) -> Run:
    app = make_app(["contacts", "invite", "doctor"])
    here = {"PARATOI_DATA_DIR": str(house.settings.data_dir), "PARATOI_SECRET": house.settings.secret, "COLUMNS": "160"}

    def runs(*words: str, **other: str) -> Result:
        return CliRunner().invoke(app, list(words), env={**here, **other})

    return runs


@pytest.fixture
def server() -> Iterator[MailServer]:
    made = MailServer().up()
    yield made
    made.down()


def mail(server: MailServer) -> dict[str, str]:
    return {"PARATOI_SMTP_HOST": "127.0.0.1", "PARATOI_SMTP_PORT": str(server.port), "PARATOI_SMTP_TLS": "none",
            "PARATOI_SMTP_FROM": "p@x.invalid"}


def test_contacts_are_added_listed_moved_timed_and_removed(house: House, run: Run) -> None:
    make_clinic(house, contact="")
    assert "cannot invite anybody" in run("contacts", "list").output
    assert run("contacts", "add", "Dr Ito", "--email", "ito@x.invalid").exit_code == 0
    assert run("contacts", "add", "Dr Lee", "--email", "lee@x.invalid", "--minutes", "10", "--first").exit_code == 0
    run("contacts", "minutes", "20")
    shown = run("contacts", "list").output
    assert "1. Dr Lee  lee@x.invalid  10 minutes" in shown and "2. Dr Ito  ito@x.invalid  20 minutes" in shown
    assert "1. Dr Ito" in run("contacts", "move", "ito@x.invalid", "1").output
    assert run("contacts", "minutes", "30", "--contact", "1").exit_code == 0
    assert "1. Dr Ito  ito@x.invalid  30 minutes" in run("contacts", "list").output
    assert run("contacts", "remove", "2").exit_code == 0
    assert "Lee" not in run("contacts", "list").output


def test_the_last_one_stays_while_somebody_can_write(house: House, run: Run) -> None:
    invite(house, make_clinic(house))
    refused = run("contacts", "remove", "1")
    assert refused.exit_code == 1 and "last safety contact" in refused.output


@pytest.mark.parametrize(("words", "code", "told"), [
    (("add", "Dr Ito", "--email", "no address"), 1, "not an e-mail address"),
    (("add", "Dr Ito", "--email", "i@x.invalid", "--minutes", "1"), 1, "from 5 to 240"),
    (("remove", "7"), 2, "has no safety contact '7'"), (("list", "--clinic", "nowhere"), 2, "There are: harbour"),
])
def test_what_cannot_be_is_told_with_what_to_do(
    house: House, run: Run, words: tuple[str, ...], code: int, told: str
) -> None:
    make_clinic(house)
    refused = run("contacts", *words)
    assert refused.exit_code == code and told in refused.output


@pytest.mark.parametrize("words", [(), ("list",), ("add",), ("remove",), ("move",), ("minutes",), ("test",)])
def test_every_command_explains_itself_with_an_example(run: Run, words: tuple[str, ...]) -> None:
    shown = run("contacts", *words, "--help")
    assert shown.exit_code == 0
    assert not words or f"paratoi contacts {words[0]}" in shown.output


def test_inviting_without_a_contact_says_what_to_do_and_where(house: House, run: Run, tmp_path: Path) -> None:
    make_clinic(house, contact="")
    people = tmp_path / "people.csv"
    people.write_text("patient_reference,name,appointment_reference,appointment_at\nP,Demo,V,2026-12-30 14:30\n")
    refused = run("invite", str(people))
    assert refused.exit_code == 1
    assert "Add a safety contact first" in refused.output and "paratoi contacts add" in refused.output


def test_a_harmless_e_mail_shows_that_such_e_mails_arrive(house: House, run: Run, server: MailServer) -> None:
    make_clinic(house)
    assert "no mail server is set" in run("contacts", "test").output
    assert run("contacts", "test", **mail(server)).exit_code == 0
    assert server.to == ["duty@clinic.invalid"]
    assert "nothing has happened" in server.taken[0][1].get_content()


def test_the_doctor_says_who_is_told_and_whether_by_e_mail(house: House, run: Run, server: MailServer) -> None:
    with house.units.database.engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": _scripts().get_current_head()})
    make_clinic(house, "none", contact="", name="None Clinic")
    make_clinic(house)

    def found(**other: str) -> dict[str, dict]:
        return {one["name"]: one for one in json.loads(run("doctor", "--json", **other).stdout) if one["name"] != "Clinic"}

    clinics = [one["found"] for one in json.loads(run("doctor", "--json").stdout) if one["name"] == "Clinic"]
    assert "Harbour Clinic (demo): safety flags go to Dr Demo Duty" in clinics
    assert any("None Clinic: nobody is told" in one for one in clinics)
    assert "only shown on the page" in found()["E-mail"]["found"]
    assert found(**mail(server))["E-mail"]["state"] == "good"
    server.down()
    assert found(**mail(server))["E-mail"]["state"] == "missing"
    helplines = found()["Helplines"]
    assert helplines["state"] == "for later" and "nobody has checked: Emergency services" in helplines["found"]
