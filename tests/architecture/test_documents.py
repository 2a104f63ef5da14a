"""What the documents point to is there."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, tracked

DOCUMENTS = [path for path in tracked() if path.suffix == ".md" and "vendor" not in path.parts]
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)|src=\"([^\"]+)\"")
NAMED = re.compile(r"`((?:bot|tests|actions|data|docs|scripts|real_input|bench)/[\w/.-]*\w)`")
PICTURES = "docs/images/"
INVENTED = {"bot/x/y.py", "tests/x/test_y.py"}  # examples
every_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


@every_document
def test_links_lead_somewhere(path: Path) -> None:
    targets = [one or other for one, other in LINK.findall(path.read_text(encoding="utf-8"))]
    lost = [target for target in targets if not target.startswith("http") and not _is_there(path, target)]
    assert not lost


@every_document
def test_named_files_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [name for name in NAMED.findall(text) if name not in INVENTED and not (ROOT / name).exists()] == []


def test_the_readme_shows_the_two_commands_first() -> None:
    first_screen = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:20])
    assert "make run" in first_screen and "make test" in first_screen and PICTURES in first_screen


def test_decisions_are_numbered_one_after_the_other_and_titled_as_sentences() -> None:
    records = sorted((ROOT / "docs/adr").glob("*.md"))
    titles = [record.read_text(encoding="utf-8").splitlines()[0] for record in records]
    for number, (record, title) in enumerate(zip(records, titles, strict=True), start=1):
        assert record.name.startswith(f"{number:04d}-")
        assert title.startswith(f"# {number}. ") and len(title.split()) > 5, title


def test_a_lost_link_would_be_found() -> None:
    assert LINK.findall("see [that](docs/gone.md#part)") == [("docs/gone.md", "")]
    assert NAMED.findall("in `bot/gone.py` and `tests/core`") == ["bot/gone.py", "tests/core"]


def _is_there(path: Path, target: str) -> bool:
    return (path.parent / target).exists()
