"""Reads ``questions.yml`` and refuses what it does not know, naming the key."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.content.errors import ContentError
from bot.content.read_yaml import read_yaml_file
from bot.core.phrases import plain
from bot.core.questions import KINDS, Question, QuestionBook

QUESTIONS = Path(__file__).parent / "questions.yml"
_TOP = {"consent_version", "steps", "questions", "typed", "nothing_else", "means_no", "means_not_sure"}
_PARTS = {"step", "kind", "choices", "repeats", "aside", "skip"}


def load_questions(path: Path = QUESTIONS) -> QuestionBook:
    """The question book.

    Raises: ContentError for an unknown key, an unknown kind, or phrases for a choice no question has.
    """
    raw = read_yaml_file(path)
    _known(path, "the file", raw, _TOP)
    questions = {key: _question(path, key, parts) for key, parts in raw["questions"].items()}
    choices = {choice for question in questions.values() for choice in question.choices}
    for part in ("typed", "means_no", "means_not_sure"):
        _known(path, part, raw[part], choices)
    return QuestionBook(
        questions=questions,
        typed={choice: frozenset(plain(phrase) for phrase in phrases) for choice, phrases in raw["typed"].items()},
        nothing_else=frozenset(plain(phrase) for phrase in raw["nothing_else"]),
        means_no=frozenset(raw["means_no"]), means_not_sure=frozenset(raw["means_not_sure"]),
        consent_version=raw["consent_version"], steps=raw["steps"],
    )


def _question(path: Path, key: str, parts: dict[str, Any]) -> Question:
    _known(path, key, parts, _PARTS)
    if parts.get("kind") not in KINDS:
        raise ContentError(f"{path.name}: {key} has the unknown kind {parts.get('kind')!r}")
    return Question(key=key, **{**parts, "choices": tuple(parts.get("choices", ()))})


def _known(path: Path, where: str, found: Iterable[str], known: set[str]) -> None:
    if unknown := set(found) - known:
        raise ContentError(f"{path.name}: {where} has unknown keys: {', '.join(sorted(map(str, unknown)))}")
