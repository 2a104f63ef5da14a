"""Content is read by the quick reader of YAML as by the plain one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.content.errors import ContentError
from bot.content.load_safety import load_stopping
from bot.content.read_yaml import LOADER, read_yaml, read_yaml_file

ROOT = Path(__file__).resolve().parents[2]
CONTENT = sorted([*(ROOT / "bot" / "content").rglob("*.yml"), *(ROOT / "data" / "responses").rglob("*.yml")])

FOR_RASA = sorted([*ROOT.glob("*.yml"), *(ROOT / "data").rglob("*.yml"), *(ROOT / "bot").rglob("*.yml")])


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.name)
def test_both_readers_find_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_yaml(text) == yaml.load(text, Loader=yaml.SafeLoader)


def test_the_quick_one_is_there_and_says_where_a_file_is_broken() -> None:
    assert LOADER is yaml.CSafeLoader
    with pytest.raises(yaml.YAMLError, match="line 2"):
        read_yaml("rules:\n  - {id: one\n")


def test_no_object_is_made_from_a_file() -> None:
    with pytest.raises(yaml.YAMLError):
        read_yaml("!!python/object/apply:os.getcwd []")


@pytest.mark.parametrize(("written", "line", "first"), [
    ("kept: 1\nother: 2\nkept: 3\n", 3, 1), ("lists:\n  one: 1\n  kept: 1\n  kept: 1\n", 4, 3),
    ("rules:\n- id: one\n  kept: a\n  source: b\n  kept: c\n", 5, 3), ("one: {kept: 1, kept: 2}", 1, 1),
])
def test_a_key_given_twice_is_refused_with_file_key_and_line(written: str, line: int, first: int) -> None:
    with pytest.raises(ContentError, match=rf"^words\.yml, line {line}: the key kept is given twice, first in line {first}$"):
        read_yaml(written, "words.yml")


def test_the_same_key_in_two_places_is_no_double() -> None:
    assert read_yaml("- {a: 1}\n- {a: 2}\n- {b: {a: 3}, a: 4}\n") == [{"a": 1}, {"a": 2}, {"b": {"a": 3}, "a": 4}]


def test_a_file_of_words_with_a_key_twice_does_not_load(tmp_path: Path) -> None:
    path = tmp_path / "en.yml"
    path.write_text("stop: stop\nstart: start\naround: please\nstop: end\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"en\.yml, line 4: the key stop"):
        load_stopping(path)


@pytest.mark.parametrize("path", FOR_RASA, ids=lambda path: path.name)
def test_no_file_of_ours_gives_a_key_twice(path: Path) -> None:
    assert read_yaml_file(path) is not None
