"""Content is read by the quick reader of YAML as by the plain one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.content.read_yaml import LOADER, read_yaml

ROOT = Path(__file__).resolve().parents[2]
CONTENT = sorted([*(ROOT / "bot" / "content").rglob("*.yml"), *(ROOT / "data" / "responses").rglob("*.yml")])


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
