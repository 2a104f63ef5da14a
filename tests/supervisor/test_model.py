from __future__ import annotations

from pathlib import Path

import pytest

from bot.supervisor import NoModel, model

INPUTS = [
    "config.yml", "domain.yml", "data/nlu/one.yml", "bot/nlu/part.py", "bot/content/commands.yml", "data/danger/rows.csv",
    "data/change_talk/rows.csv", "bot/core/findings/likeness.py", "bot/content/safety/uk/language.yml",
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in INPUTS:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"what: {name}\n")
    (tmp_path / "config.yml").write_text("pipeline:\n  - name: x\n    phrases: bot/content/commands.yml\n")
    (tmp_path / "models").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", INPUTS)
def test_the_fingerprint_changes_with_everything_the_model_is_made_from(root, name) -> None:
    before = model.fingerprint(root)
    path = root / name
    path.write_text(path.read_text() + "# more\n")
    assert model.fingerprint(root) != before


def test_the_fingerprint_stays_when_something_else_changes(root) -> None:
    before = model.fingerprint(root)
    (root / "README.md").write_text("new")
    assert model.fingerprint(root) == before


def test_a_model_that_fits_is_taken_as_it_is(root) -> None:
    model.path_of(root).touch()
    model.words_of(model.path_of(root)).touch()
    assert model.ensure(pytest.fail, root=root) == model.path_of(root)


def test_without_training_a_missing_model_is_said_to_be_missing(root) -> None:
    with pytest.raises(NoModel, match=r"no trained model[\s\S]*paratoi train"):
        model.ensure(pytest.fail, may_train=False, root=root)


def test_a_model_trained_for_other_data_is_said_to_be_that(root) -> None:
    (root / "models" / "0123456789ab.tar.gz").touch()
    with pytest.raises(NoModel, match="trained for other data"):
        model.ensure(pytest.fail, may_train=False, root=root)


def test_what_cannot_be_trained_is_said_with_the_place_of_the_log_and_leaves_no_model(root, monkeypatch) -> None:
    monkeypatch.setattr(model.sys, "executable", "/bin/false")
    with pytest.raises(NoModel, match=r"could not be trained[\s\S]*words\.log"):
        model.ensure(lambda _: None, root=root)
    assert not model.path_of(root).exists()
