"""The command as a person meets it: exit codes, one line for an error, what to do, and never a stack trace."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.app import COMMANDS, make_app
from bot.cli.clock import parse_duration
from bot.cli.demo.people import write_private
from bot.clock import MovableClock
from bot.supervisor.recipes import ROOT


def paratoi(*arguments: str, data_dir: Path, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "bot.cli", *arguments]
    surroundings = {**os.environ, "PARATOI_DATA_DIR": str(data_dir), "TERM": "dumb", **environment}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name) -> None:
    shown = CliRunner().invoke(make_app(["run", name]), [name, "--help"])
    assert shown.exit_code == 0
    assert "Usage:" in shown.output


def test_a_command_that_is_not_known_ends_with_2(tmp_path) -> None:
    assert paratoi("dance", data_dir=tmp_path).returncode == 2


def test_a_setting_that_is_wrong_is_named_and_ends_with_1(tmp_path) -> None:
    done = paratoi("db", "current", data_dir=tmp_path, PARATOI_PORT="many")
    assert done.returncode == 1
    assert "port" in done.stderr
    assert "docs/settings.md" in done.stderr


def test_a_database_that_cannot_be_reached_is_said_in_one_line_without_its_password(tmp_path) -> None:
    done = paratoi("db", "upgrade", data_dir=tmp_path, DATABASE_URL="postgresql://me:hush@127.0.0.1:1/x")
    assert done.returncode == 1
    assert "could not be used" in done.stderr
    assert "hush" not in done.stderr


def test_a_port_in_use_ends_the_start_with_1_and_what_to_do(tmp_path) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = paratoi("run", "--port", port, "--no-train", data_dir=tmp_path)
    assert done.returncode == 1
    assert port in done.stderr
    assert "choose another port" in done.stderr


def test_a_chat_with_nobody_there_ends_with_1_and_says_how_to_start(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("bot.cli.chat_client.TIMES", 1)
    shown = CliRunner().invoke(make_app(["run", "chat"]), ["chat", "http://127.0.0.1:1/i/code"])
    assert shown.exit_code == 1
    assert "paratoi run" in shown.output


def inside(*arguments: str, **environment: str):
    """The command in this very process, which is quicker."""
    return CliRunner().invoke(make_app(["run", arguments[0]]), arguments, env=environment)


def test_doctor_ends_with_1_when_something_essential_is_missing(tmp_path) -> None:
    fine = inside("doctor", "--json", "--data-dir", str(tmp_path))
    assert fine.exit_code == 0
    assert {one["state"] for one in json.loads(fine.stdout)} <= {"good", "for later"}
    unsafe = inside("doctor", "--json", "--data-dir", str(tmp_path), PARATOI_SECRET="short")
    assert unsafe.exit_code == 1
    assert [one["name"] for one in json.loads(unsafe.stdout) if one["state"] == "missing"] == ["Secret"]


def test_a_clinic_and_somebody_who_may_log_in_are_added_from_the_command_line(tmp_path) -> None:
    here = {"PARATOI_DATA_DIR": str(tmp_path)}
    clinic = ("clinic", "add", "harbour", "--name", "Harbour (demo)", "--contact", "Dr Demo <demo@clinic.invalid>")
    assert inside(*clinic, **here).exit_code == 0
    assert "harbour" in inside("clinic", "list", **here).output
    member = make_app(["run", "staff"])
    words = ["staff", "add", "demo-pat", "--clinic", "harbour", "--role", "programme"]
    assert CliRunner().invoke(member, words, env=here, input="a long password\n").exit_code == 0
    assert CliRunner().invoke(member, words, env=here, input="a long password\n").exit_code == 1


def test_a_clinic_with_a_name_that_cannot_be_typed_is_refused_with_what_to_do(tmp_path) -> None:
    clinic = ("clinic", "add", "Not Good", "--name", "x", "--contact", "Y <y@clinic.invalid>")
    refused = inside(*clinic, PARATOI_DATA_DIR=str(tmp_path))
    assert refused.exit_code == 1
    assert "small letters" in refused.output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3d", timedelta(days=3)),
        ("2d12h", timedelta(days=2, hours=12)),
        ("1W", timedelta(weeks=1)),
        ("30m", timedelta(minutes=30)),
    ],
)
def test_a_length_of_time_is_read(text, expected) -> None:
    assert parse_duration(text) == expected


@pytest.mark.parametrize("text", ["", "3", "d", "0d", "3d later", "-1d", "99999999999w"])
def test_what_is_no_length_of_time_is_refused(text) -> None:
    with pytest.raises(typer.BadParameter):
        parse_duration(text)


def test_the_clock_moves_only_in_a_demo(tmp_path) -> None:
    forward = ["clock", "forward", "3d", "--data-dir", str(tmp_path)]
    refused = CliRunner().invoke(make_app(["run", "clock"]), forward)
    assert refused.exit_code == 1
    write_private(tmp_path / "demo.json", {"patients": []})
    before = MovableClock(tmp_path / "clock").now()
    assert CliRunner().invoke(make_app(["run", "clock"]), forward).exit_code == 0
    assert MovableClock(tmp_path / "clock").now() - before >= timedelta(days=3)


def test_the_demos_logins_are_for_this_account_only(tmp_path) -> None:
    write_private(tmp_path / "demo.json", {"clinician": {"password": "x"}})
    assert stat.S_IMODE((tmp_path / "demo.json").stat().st_mode) == 0o600
