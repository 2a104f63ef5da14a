"""A second language is a folder of content: nothing of how sentences are told apart stands in code."""

import ast
import re
from pathlib import Path

import pytest

from bot.bootstrap import ROOT
from bot.content.load_safety import ContentError, load_rules
from bot.core.safety import check
from bot.core.safety_sentences import LISTS

GERMAN = Path(__file__).parent / "data" / "safety_de"
_WORD = re.compile(r"[a-z']{1,14}")


def alarms(text: str, question: str | None = None) -> bool:
    return any(finding.alert for finding in check(text, load_rules(GERMAN), question))


@pytest.mark.parametrize("text", [
    "ich will sterben", "Ich will nur noch sterbn", "meine mutter ist letztes jahr gestorben und ich will sterben",
    "meine mutter ist letztes jahr gestorben ich will sterben", "mein bein war letztes jahr kaputt, ich will sterben",
])
def test_danger_is_heard_whatever_stands_beside_it(text: str) -> None:
    assert alarms(text)


@pytest.mark.parametrize("text", [
    "ich will nicht sterben", "will vor lachen sterben", "meine mutter ist letztes jahr gestorben",
])
def test_what_is_denied_or_a_figure_of_speech_is_none(text: str) -> None:
    assert not alarms(text)


@pytest.mark.parametrize(("answer", "heard"), [
    ("ja", True), ("nein", False), ("nein also ja", True), ("manchmal nicht", False), ("manchmal", True),
    ("manchmal nein", False),
])
def test_short_answers_are_read_with_the_words_of_their_language(answer: str, heard: bool) -> None:
    assert alarms(answer, "Hast du Gedanken, dir das Leben zu nehmen?") == heard


def change(folder: Path, before: str, after: str) -> Path:
    for path in GERMAN.iterdir():
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(text.replace(before, after), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_is_missing_or_misspelt_is_named(name: str, tmp_path: Path) -> None:
    language = (GERMAN / "language.yml").read_text(encoding="utf-8")
    (line,) = re.findall(rf"^  {name}:.*\n(?:    .*\n)*", language, re.MULTILINE)
    with pytest.raises(ContentError, match=rf"language\.yml: sentences lacks {name}$"):
        load_rules(change(tmp_path, line, ""))
    with pytest.raises(ContentError, match=rf"language\.yml: sentences has the unknown key {name}s$"):
        load_rules(change(tmp_path, f"  {name}:", f"  {name}s:"))


@pytest.mark.parametrize(("after", "says"), [
    ("  joining: \"\"", "joining is empty"), ("  joining: [und, aber]", "joining must be text"),
    ("  joining: no", "joining must be text"), ("  joining: und\n  joining: aber", "the key joining is given twice"),
])
def test_a_list_without_words_is_refused(after: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=rf"language\.yml.*{says}"):
        load_rules(change(tmp_path, "  joining: und aber weil", after))


def _lists(tree: ast.AST) -> list[str]:
    """Where words are listed in code: a string that is split, or a set, tuple or list of three short words and more."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split" \
                and isinstance(node.func.value, ast.Constant):
            found.append(str(node.func.value.value))
        if isinstance(node, ast.Set | ast.List | ast.Tuple):
            words = [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if len(words) == len(node.elts) and words and all(_WORD.fullmatch(word) for word in words):
                found.append(" ".join(words))
    return found


def test_the_code_of_the_safety_check_lists_no_words_of_a_language() -> None:
    names = {"past tense", "rule hint", "overdose"}  # what the check calls things
    found = {f"{path.name}: {one}" for path in sorted((ROOT / "bot" / "core").glob("safety*.py"))
             for one in _lists(ast.parse(path.read_text(encoding="utf-8"))) if one not in names}
    assert found == set()
