"""Which address links begin with: the setting's, or where it was last run."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bootstrap import House
from bot.cli.checks import GOOD, LATER, findings
from bot.cli.run import settings_for
from bot.config import Settings, load_settings
from bot.supervisor import NotReady, System, model


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # no .env is read


def start(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """As far as it is needed here: nothing is really started."""
    monkeypatch.setattr(model, "ensure", lambda say, may_train: (_ for _ in ()).throw(NotReady("far enough")))
    with pytest.raises(NotReady):
        System.with_settings(settings).start()


def beside(data_dir: Path, **given: object) -> Settings:
    """The settings of a command that is run beside it, such as ``paratoi invite``."""
    return load_settings(_env_file=None, data_dir=data_dir, **given)


def test_links_made_beside_a_run_on_another_port_lead_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start(settings_for(demo=False, port=8123, data_dir=tmp_path), monkeypatch)
    assert (tmp_path / "address").read_text() == "http://localhost:8123\n"
    house = House(beside(tmp_path, secret="a secret for tests that is long enough"))
    assert house.links.url("c" * 22).startswith("http://localhost:8123/i/c")


def test_the_next_run_on_another_port_writes_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for port in (8123, 8124):
        start(settings_for(demo=False, port=port, data_dir=tmp_path), monkeypatch)
        assert beside(tmp_path).public_url == f"http://localhost:{port}"


def test_a_public_address_that_was_set_for_the_run_is_written_down_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARATOI_PUBLIC_URL", "https://prepare.example.org/")
    start(settings_for(demo=False, port=8123, data_dir=tmp_path), monkeypatch)
    monkeypatch.delenv("PARATOI_PUBLIC_URL")
    assert beside(tmp_path).public_url == "https://prepare.example.org"


def test_the_setting_comes_before_what_was_written_down(tmp_path: Path) -> None:
    (tmp_path / "address").write_text("http://localhost:8123\n")
    assert beside(tmp_path, public_url="https://set.example/").public_url == "https://set.example"
    assert beside(tmp_path, public_url="").public_url == "http://localhost:8123"


@pytest.mark.parametrize("written", [None, b"", b"nonsense\n", b"\xff\xfe"])
def test_where_it_never_ran_links_lead_to_the_port_on_this_machine(tmp_path: Path, written: bytes | None) -> None:
    if written is not None:
        (tmp_path / "address").write_bytes(written)
    assert beside(tmp_path).public_url == "http://localhost:8080"
    assert beside(tmp_path, port=9000).public_url == "http://localhost:9000"


@pytest.mark.parametrize(("given", "written", "found", "state"), [
    ({}, "", "links begin with http://localhost:8080 (this machine only; PARATOI_PUBLIC_URL is not set)", LATER),
    ({}, "http://localhost:8123", "links begin with http://localhost:8123 (where paratoi run was last started)", LATER),
    ({"public_url": "https://set.example"}, "http://localhost:8123",
     "links begin with https://set.example (from PARATOI_PUBLIC_URL)", GOOD),
])
def test_the_doctor_says_which_address_is_used(
    tmp_path: Path, given: dict[str, str], written: str, found: str, state: str
) -> None:
    (tmp_path / "address").write_text(written)
    said = next(one for one in findings(House(beside(tmp_path, **given))) if one.name == "Public address")
    assert said.found.startswith(found) and said.state == state
