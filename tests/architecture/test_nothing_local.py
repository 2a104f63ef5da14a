"""What belongs to one machine, or to one account, has no place in the project."""

import re

from tests.architecture.source import ROOT, tracked

# Written in pieces, so that this file does not find itself.
LOCAL = re.compile("|".join((
    "/wo" "rk/", "/ro" "ot/", "/ho" r"me/[a-z]+/", "/tm" r"p/(?:brief|bash)", "C:" r"\\Users", "/Us" "ers/[a-z]+/",
)))
SECRET = re.compile("|".join((
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----", r"\b\d{8,10}:AA[A-Za-z0-9_-]{33}\b", r"\bgh[pousr]_[A-Za-z0-9]{36}\b",
    r"\bAKIA[0-9A-Z]{16}\b",
)))
NOT_OURS = ("uv.lock", "package-lock.json")  # written by tools; hashes and addresses of packages


def texts() -> list[tuple[str, str]]:
    found = []
    for path in tracked():
        where = str(path.relative_to(ROOT))
        raw = path.read_bytes()
        if path.name not in NOT_OURS and "/vendor/" not in where and b"\0" not in raw[:4096]:
            found.append((where, raw.decode("utf-8", "replace")))
    return found


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [f"{where}:{number}" for where, text in texts() if pattern.search(text)
            for number, line in enumerate(text.splitlines(), start=1) if pattern.search(line)]


def test_no_file_names_a_place_on_one_machine() -> None:
    assert lines_with(LOCAL) == []


def test_no_file_holds_a_secret() -> None:
    assert lines_with(SECRET) == []


def test_nothing_that_is_made_while_running_belongs_to_the_project() -> None:
    made = (".db", ".db-wal", ".db-shm", ".sqlite", ".tar.gz", ".pyc", ".log")
    assert [str(path) for path in tracked() if path.name.endswith(made) or path.name == ".env"] == []


def test_the_patterns_find_what_they_are_for() -> None:
    assert LOCAL.search("see /wo" "rk/shared/data") and LOCAL.search("/ho" "me/alys/paratoi")
    assert not LOCAL.search("the worker does the work/rest split; /srv/paratoi")
    assert SECRET.search("12345678:AA" + "x" * 33)
