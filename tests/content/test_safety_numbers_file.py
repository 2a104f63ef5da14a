"""The file of numbers is checked when it is read."""

import shutil
from pathlib import Path

import pytest

from bot.content.load_safety import CONTENT, ContentError, load_rules


@pytest.mark.parametrize(("before", "after", "says"), [
    ("    at_least: 41\n", "", "very_high_temperature needs at_least or at_most"),
    ("    measure: oxygen\n", "    measure: oxigen\n", "very_low_oxygen.*measure one of the file"),
    ("    kind: emergency\n", "    kind: urgent\n", "very_high_temperature.*kind must be one of"),
    ("    at_least: 41\n", "    at_leest: 41\n", "unknown key at_leest"),
    ("  - id: ketones\n    words:", "  - id: ketones\n    wurds:", "unknown key wurds"),
])
def test_a_mistake_is_refused_with_its_place(tmp_path: Path, before: str, after: str, says: str) -> None:
    shutil.copytree(CONTENT / "safety" / "uk", tmp_path / "uk")
    path = tmp_path / "uk" / "numbers.yml"
    text = path.read_text(encoding="utf-8")
    if before not in text:
        pytest.fail(f"numbers.yml lacks {before!r}")
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=says):
        load_rules(tmp_path / "uk")


def test_a_limit_without_a_source_is_refused(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "safety" / "uk", tmp_path / "uk")
    path = tmp_path / "uk" / "numbers.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next(place for place, line in enumerate(lines) if line.startswith("    source:"))
    path.write_text("".join([*lines[:first], *lines[first + 1:]]), encoding="utf-8")
    with pytest.raises(ContentError, match="very_high_temperature lacks source"):
        load_rules(tmp_path / "uk")
