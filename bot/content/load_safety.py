"""Loads the reviewed safety content of a place: rules, how people write, helplines, and the words for STOP.

Rules stand in ``safety/<country>/*.yml``, no file with two kinds, beside ``language.yml`` (spelling, word lists, how sentences
are built, figures of speech, context words): ``uk`` is the country of ``uk-scotland``. Lists are written one entry to a line.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.content.errors import ContentError
from bot.content.load_helplines import load_helplines
from bot.content.load_safety_numbers import FILE, TOP, numbers_of, patterns_in
from bot.content.places import country_of
from bot.content.read_yaml import read_yaml_file
from bot.core.helplines import Helplines
from bot.core.safety_patterns import Patterns
from bot.core.safety_phrases import Grammar, PatternError
from bot.core.safety_rules import CONTEXTS, KINDS, Answer, Answers, DangerQuestion, Rule, SafetyRules, Trigger
from bot.core.safety_sentences import LISTS, PHRASES, SentenceWords
from bot.core.safety_text import Spelling
from bot.core.stopping import StoppingPhrases

CONTENT = Path(__file__).resolve().parent
_RULE_FILE = {"kind", "author", "date", "rules"}
_NOT_ALWAYS = {"any", "unless", "explained", "despite", "beside", "hints", "asked", "answers"}
_RULE = {"id", "source", *_NOT_ALWAYS}
_LANGUAGE = {
    "author", "date", "lists", "sentences", "expansions", "misspellings", "joins", "real_words", "not_meant", "asides",
    "triggers",
}
_ANSWERING = (
    "agreeing", "admitting", "admitting_alone", "denying", "being_well", "none_of_it", "unsure", "turning", "over", "now",
    "around", "wording")
_SIGNS = ("admitting_signs", "denying_signs")
_ANSWERS = {"author", "date", *_ANSWERING, *_SIGNS, "mirror", "after_safety", "questions"}
_QUESTION = {"id", "kind", "danger", "any"}
_TRIGGER = {"context", "any", "where", "reach", "over_pauses", "until", "not_for"}


@dataclass(frozen=True)
class SafetyContent:
    """Everything the safety net needs for one place."""

    rules: SafetyRules
    helplines: Helplines
    stopping: StoppingPhrases


def load_safety(place: str, folder: Path = CONTENT) -> SafetyContent:
    """Read and check everything for ``place`` (the setting ``PARATOI_PLACE``).

    Raises: ContentError for a place we have no numbers or rules for, an unknown key, or a pattern that cannot be read.
    """
    known = sorted(path.stem for path in (folder / "helplines").glob("*.yml"))
    if place not in known:
        raise ContentError(
            f"There are no helplines for the place “{place}”: bot/content/helplines/{place}.yml is missing. "
            f"Set PARATOI_PLACE to one of: {', '.join(known)}; or add that file, as docs/running.md says.")
    country = country_of(place)
    if not (folder / "safety" / country).is_dir():
        raise ContentError(
            f"There are no safety rules for the place “{place}”: bot/content/safety/{country} is missing. "
            f"Set PARATOI_PLACE to another place, or add that folder, as docs/running.md says.")
    return SafetyContent(
        load_rules(folder / "safety" / country), load_helplines(folder / "helplines" / f"{place}.yml", place),
        load_stopping(folder / "stopping" / "en.yml"))


def load_stopping(path: Path) -> StoppingPhrases:
    """What STOP and START may look like. Raises: ContentError."""
    keys = {"stop", "start", "around"}
    data = _read(path, keys, keys)
    return StoppingPhrases(**{key: frozenset(_lines(path, key, data[key])) for key in keys})


def load_rules(folder: Path) -> SafetyRules:
    """Every rule file of a place with its ``language.yml``. Raises: ContentError."""
    language = folder / "language.yml"
    data = _read(language, _LANGUAGE, _LANGUAGE)
    weighed = _read(folder / FILE, TOP, TOP)
    lists = {name: frozenset(str(words).split()) for name, words in data["lists"].items()}
    rules = tuple(rule for path in sorted(folder.glob("*.yml"))
                  if path not in (language, folder / "answers.yml", folder / FILE) for rule in _rules(path))
    _refuse_doubles([rule.id for rule in rules], folder)
    triggers = tuple(_trigger(language, entry, lists) for entry in data["triggers"])
    not_meant, asides = (_lines(language, key, data[key]) for key in ("not_meant", "asides"))
    sentences = _sentences(language, data["sentences"])
    grammar = Grammar(lists, sentences.negating)
    try:
        known = grammar.words_of(
            [p for rule in rules for key in sorted(_NOT_ALWAYS) for p in getattr(rule, key)]
            + [p for t in triggers for p in t.any] + [*not_meant, *asides, *patterns_in(weighed)])
        return SafetyRules(
            version=_version(folder), rules=rules, triggers=triggers, not_meant=not_meant, asides=asides,
            answers=_answers(folder / "answers.yml", grammar, sentences), grammar=grammar, sentences=sentences,
            spelling=_spelling(language, data, known),
            numbers=numbers_of(folder / FILE, weighed, grammar, _lines, _keys))
    except PatternError as error:
        raise ContentError(f"{folder.name}: {error}") from error


def _answers(path: Path, grammar: Grammar, sentences: SentenceWords) -> Answers:
    data = _read(path, _ANSWERS, _ANSWERS)
    questions = []
    for entry in data["questions"]:
        where = f"question {entry.get('id', '?')}"
        _keys(path, entry, _QUESTION, _QUESTION, where)
        if entry["kind"] not in KINDS or entry["danger"] not in ("admits", "denies"):
            raise ContentError(f"{path.name}: {where}: kind must be one of {', '.join(KINDS)}, danger admits or denies")
        questions.append(DangerQuestion(
            entry["id"], entry["kind"], Answer(entry["danger"]), _lines(path, where, entry["any"])))
    ways = {key: Patterns.of([_lines(path, key, data[key])], grammar) for key in _ANSWERING}
    _keys(path, data["after_safety"], set(KINDS), set(KINDS), "after_safety")
    return Answers(
        **ways, **{key: tuple(str(data[key]).split()) for key in _SIGNS},
        asking=Patterns.of([one.any for one in questions], grammar), questions=tuple(questions),
        mirror=_pairs(path, "mirror", data["mirror"]), after_safety=data["after_safety"], sentences=sentences)


def _sentences(path: Path, data: object) -> SentenceWords:
    _keys(path, data, set(LISTS), set(LISTS), "sentences")
    lists = {}
    for name, written in data.items():
        lines = _lines(path, f"sentences: {name}", written)
        if not lines:
            raise ContentError(f"{path.name}: sentences: {name} is empty")
        phrases = [tuple(line.split()) for line in lines]
        lists[name] = frozenset(phrases) if name in PHRASES else frozenset(word for phrase in phrases for word in phrase)
    return SentenceWords(**lists)


def _rules(path: Path) -> list[Rule]:
    data = _read(path, _RULE_FILE, _RULE_FILE)
    if data["kind"] not in KINDS:
        raise ContentError(f"{path.name}: kind must be one of {', '.join(KINDS)}")
    rules = []
    for entry in data["rules"]:
        where = f"rule {entry.get('id', '?')}"
        _keys(path, entry, _RULE, _RULE - _NOT_ALWAYS, where)
        if ("asked" in entry) != ("answers" in entry) or not entry.keys() & {"any", "hints", "answers"}:
            raise ContentError(f"{path.name}: {where} needs any or hints, or asked with answers")
        patterns = {key: _lines(path, where, entry.get(key, "")) for key in sorted(_NOT_ALWAYS)}
        rules.append(Rule(
            id=entry["id"], kind=data["kind"], source=entry["source"], author=data["author"], date=str(data["date"]),
            **patterns))
    return rules


def _trigger(path: Path, entry: dict[str, Any], lists: dict[str, frozenset[str]]) -> Trigger:
    where = f"trigger {entry.get('context', '?')}"
    _keys(path, entry, _TRIGGER, {"context", "any"}, where)
    not_for = frozenset(str(entry.get("not_for", "")).split())
    if entry["context"] not in CONTEXTS or entry.get("where", "before") not in ("before", "after", "near"):
        raise ContentError(f"{path.name}: {where} has an unknown context or where")
    if not_for - set(KINDS):
        raise ContentError(f"{path.name}: {where}: not_for names an unknown kind")
    until: set[str] = set()
    for word in str(entry.get("until", "")).split():
        until |= lists.get(word[1:], frozenset()) if word.startswith("@") else {word}
    return Trigger(
        context=entry["context"], any=_lines(path, where, entry["any"]), where=entry.get("where", "before"),
        reach=int(entry.get("reach", 6)), over_pauses=bool(entry.get("over_pauses", False)),
        until=frozenset(until), not_for=not_for)


def _spelling(path: Path, data: dict[str, Any], known: frozenset[str]) -> Spelling:
    expansions, misspellings = (
        {word: tuple(meant.split()) for word, meant in _pairs(path, key, data[key]).items()}
        for key in ("expansions", "misspellings"))
    joins = {}
    for pair, value in _pairs(path, "joins", data["joins"]).items():
        if len(pair.split()) != 2:
            raise ContentError(f"{path.name}: joins: “{pair}” is not two words")
        joins[tuple(pair.split())] = tuple(value.split())
    return Spelling(expansions, misspellings, joins, frozenset(str(data["real_words"]).split()), known)


def _pairs(path: Path, key: str, written: str) -> dict[str, str]:
    """Lines of ``this, that = meaning``."""
    pairs: dict[str, str] = {}
    for line in _lines(path, key, written):
        left, equals, right = line.partition("=")
        if not equals or not right.strip():
            raise ContentError(f"{path.name}: {key}: “{line}” has no meaning after =")
        pairs.update((one.strip(), right.strip()) for one in left.split(","))
    return pairs


def _lines(path: Path, where: str, written: object) -> tuple[str, ...]:
    if not isinstance(written, str):
        raise ContentError(f"{path.name}: {where} must be text, one entry to a line")
    return tuple(line.strip() for line in written.splitlines() if line.strip())


def _read(path: Path, allowed: set[str], needed: set[str]) -> dict[str, Any]:
    try:
        data = read_yaml_file(path)
    except OSError as error:
        raise ContentError(f"{path.name} cannot be read: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise ContentError(f"{path.name} is not YAML: {error}") from error
    _keys(path, data, allowed, needed, "the file")
    return data


def _keys(path: Path, data: object, allowed: set[str], needed: set[str], where: str) -> None:
    if not isinstance(data, dict):
        raise ContentError(f"{path.name}: {where} must be keys and values")
    for key in sorted(set(map(str, data)) - allowed):
        raise ContentError(f"{path.name}: {where} has the unknown key {key}")
    for key in sorted(needed - set(data)):
        raise ContentError(f"{path.name}: {where} lacks {key}")


def _refuse_doubles(ids: list[str], folder: Path) -> None:
    for one in ids:
        if ids.count(one) > 1:
            raise ContentError(f"{folder.name}: two rules are called {one}")


def _version(folder: Path) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*.yml")))).hexdigest()[:12]
