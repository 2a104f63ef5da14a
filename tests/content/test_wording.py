"""What Paratoi says: complete, in its place, in plain words, and never pushing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.content.load_safety import load_safety
from bot.content.wording import WordingError, load_wording
from bot.core.safety import check
from tests.architecture.source import Module, module_from, modules
from tests.content import sentences
from tests.content.sentences import placeholders, texts

KEYS = sorted(sentences.wording().variants)

# Words that push, judge, sell, or belong to the trade. docs/wording.md says why and what to write instead.
BANNED = {
    "judging": r"non-?complian\w*|complian\w*|comply|adheren\w*|resistan\w*|unmotivated|in denial|refus\w*|fail\w*"
               r"|difficult",
    "trade": r"co-?produc\w*|co-?creat\w*|agenda|empower\w*|engage\w*|stakeholder\w*|pathway\w*|self-management"
             r"|utili[sz]e|intervention\w*|comorbid\w*|symptomatic|clinician\w*|modalit\w*",
    "pushing": r"should\w*|must|have to|need to|ought|make sure|try to|why not|don't forget|remember to|just|simply"
               r"|easily|of course you",
    "selling": r"benefit\w*|improve\w*|better for you|good for you|will help you feel|risk\w*|harmful|warn\w*|dangers"
               r"|motivat\w*|recommend\w*|advise\w*|suggest\w*|studies|research\w*|most people|many people",
    "cheering": r"great|awesome|amazing|fantastic|brilliant|excellent|well done|perfect|proud"
                r"|congratulations|good job|yay",
    "blaming": r"unfortunately|you forgot|you have not|you haven't|still have not|you did not"
               r"|disappoint\w*|at last|finally",
    "rationing": r"time is short|visits are short|limited time|waste\w*|too many",
    "promising": r"will be cured|we guarantee|promise\w*|will get you|will sort",
}
# Reviewed: (key, word) pairs in which a word of the list does no harm, each for a reason.
ALLOWED = {
    ("utter_delayed", "just"),  # "just now" is a time
    ("utter_delayed", "need to"),  # "you do not need to send it again" takes a burden away
    ("utter_telegram_not_saved", "just"),
    ("utter_telegram_not_saved", "need to"),
    ("utter_safety_harm_by_others", "should"),  # "nobody should be hurt" is about others
    ("utter_check_in_not_yet_done", "you have not"),  # repeats what the person said a moment ago
}
SHOUTING = re.compile(r"[!]|\b[A-Z]{2,}\b")
CAPITALS = {"STOP", "START", "REPEAT", "SHOUT"}  # what a person types, and a service's own name

# What code outside the conversation hands over for each key; the conversation's own words are found by playing it.
GIVEN = {
    "utter_asks_": {"clinic", "clinician"},
    "utter_nudge_": {"clinic"},
    "utter_fine_noted": {"clinic"},
    "utter_fine_noted_on": {"clinic"},
    "utter_waiting_": {"clinic", "listening", "text_line"},
    "utter_safety_": set(load_safety("uk").helplines.numbers),
    "utter_telegram_scale": {"text", "low", "high"},
    "utter_telegram_chosen": {"text", "title"},
    "utter_telegram_phone": {"phone"},
    "utter_telegram_moved": {"clinic"},
    "utter_telegram_expired_link": {"clinic"},
    "utter_telegram_revoked_link": {"clinic"},
    "utter_link_call": {"clinic", "phone"},
    "utter_page_call": {"clinic", "phone"},
    "utter_page_step": {"number", "of"},
    "utter_page_scale_end": {"number", "words"},
    "utter_page_left": {"count"},
    "utter_page_over": {"count"},
}
CONVERSATION = {"about_you", "agenda", "change", "check_in", "choices", "edit", "fit", "help", "helper",
                "labels", "mending", "plan",                "read_back", "repair", "returning", "welcome"}


def test_every_key_that_code_can_ask_for_has_a_sentence() -> None:
    assert sentences.can_be_asked_for() - set(KEYS) == set()


def test_no_sentence_is_there_that_nobody_can_ask_for() -> None:
    assert set(KEYS) - sentences.can_be_asked_for() == set()


def test_every_way_in_which_code_puts_a_key_together_is_known_here() -> None:
    assert sentences.put_together() - set(sentences.shapes()) == set()


def test_whatever_a_conversation_says_has_a_sentence_and_all_of_its_words() -> None:
    missing = []
    for say in sentences.heard_in_conversations():
        given = set(say.words) | ({"lines"} if say.lines else set())
        missing += [(say.key, wanted) for text in texts(say.key) if (wanted := placeholders(text) - given)]
    assert not missing


def test_conversations_reach_the_sentences_of_a_conversation() -> None:
    """Left out: what only the gateway says, and the line for an answer that was not understood and has no words."""
    heard = {say.key for say in sentences.heard_in_conversations()}
    never = {key for name in CONVERSATION for key in _keys_of(name)} - heard - sentences.written_in_python(True)
    assert never == {"utter_line_unclear"}


def test_outside_the_conversation_a_sentence_asks_only_for_the_words_it_is_given() -> None:
    of_conversation = {key for name in CONVERSATION for key in _keys_of(name)}
    for key in set(KEYS) - of_conversation:
        given = {"emergency"}.union(*(words for start, words in GIVEN.items() if key == start or
                              (start.endswith("_") and key.startswith(start))))
        for text in texts(key):
            assert placeholders(text) <= given, key


@pytest.mark.parametrize("key", [key for key in KEYS if len(texts(key)) > 1])
def test_all_variants_ask_the_same(key: str) -> None:
    """A variant may leave out the clinic, the day and such, but never the person's own words, a number or a list."""
    theirs = {"words", "item", "topic", "step", "score", "lines", "low", "high", "place", "rank"}
    assert len({frozenset(placeholders(text) & theirs) for text in texts(key)}) == 1


def test_a_key_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yml").write_text("responses:\n  utter_x:\n    - text: Hello\n")
    with pytest.raises(WordingError, match=r"utter_x stands in one\.yml and in two\.yml"):
        load_wording(tmp_path)


def test_a_key_twice_in_one_file_is_found() -> None:
    """YAML itself keeps the last and says nothing."""
    for path in _files():
        keys = re.findall(r"^  (utter_\w+):", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(keys) == len(set(keys)), path.name


def test_no_variant_stands_twice() -> None:
    assert [key for key in KEYS if len(set(texts(key))) < len(texts(key))] == []


def test_nobody_is_shouted_at() -> None:
    found = [(key, text) for key in KEYS for text in texts(key)
             if set(SHOUTING.findall(placeholderless(text))) - CAPITALS]
    assert not found


@pytest.mark.parametrize("kind", BANNED)
def test_no_sentence_is(kind: str) -> None:
    pattern = re.compile(rf"\b(?:{BANNED[kind]})\b", re.IGNORECASE)
    found = {(key, word.lower()) for key in KEYS for text in texts(key)
             for word in pattern.findall(placeholderless(text))}
    assert found - ALLOWED == set()


def test_every_reviewed_exception_is_still_needed() -> None:
    pattern = re.compile(rf"\b(?:{'|'.join(BANNED.values())})\b", re.IGNORECASE)
    found = {(key, word.lower()) for key in KEYS for text in texts(key) for word in pattern.findall(text)}
    assert ALLOWED - found == set()


def test_something_is_asked_for_never_anything() -> None:
    """*Something* else finds what *anything* else leaves unsaid (Heritage and others, 2007)."""
    assert all("something" in text.lower() for text in texts("utter_asks_matters_more"))
    asked = [text for key in KEYS if key.startswith("utter_asks_") for text in texts(key)]
    assert not [text for text in asked if re.search(r"\banything\b", text.replace("if anything", ""), re.IGNORECASE)]


def test_a_number_is_never_asked_for_with_why_not_higher() -> None:
    assert not [key for key in KEYS for text in texts(key) if re.search(
        r"\bwhy\b.*\bhigher\b|\bnot (?:any |a )?(?:higher|more)\b", text)]


def test_a_scale_always_has_words_at_both_ends() -> None:
    for key, question in sentences.BOOK.questions.items():
        if question.kind == "scale":
            for variant in sentences.wording().variants[f"utter_asks_{key}"]:
                assert variant.scale and set(variant.scale) == {"low", "high"} and all(variant.scale.values()), key


def test_safety_answers_are_one_fixed_text_that_says_nobody_is_watching() -> None:
    for key in KEYS:
        if key.startswith("utter_safety_") and not key.endswith(("_heard", "_too")):
            (text,) = texts(key)
            assert "Nobody is watching" in text and "{" in text, key


@pytest.mark.parametrize("answer", ["yes", "no", "not sure"])
def test_none_of_our_own_sentences_turns_a_short_answer_into_danger(answer: str) -> None:
    rules = load_safety("uk").rules
    assert [text for key in KEYS for text in texts(key) if check(answer, rules, text)] == []


def test_the_welcome_says_what_a_person_has_to_know_before_agreeing() -> None:
    (text,) = texts("utter_welcome")
    for wanted in ("{clinic}", "{clinician}", "computer program", "Nobody is watching", "{emergency}", "care stays the same"):
        assert wanted in text, wanted


# --- no sentence a patient reads stands in Python ---------------------------------------------------------------------

SPEAKING = {"core", "services", "actions", "channels", "assistant", "nlu"}
# These tell staff what to mend in a list of invitations, with the row's own values inside; no patient reads them.
READ_BY_STAFF = {
    "bot/core/appointment_time.py", "bot/core/csv_table.py", "bot/core/invitation_list.py",
    "bot/core/invited.py", "bot/services/import_invitations.py",
}
PATTERN = re.compile(r"\(\?|\\d|\|")  # a regular expression, not a sentence


def sentences_in(module: Module) -> Iterator[str]:
    """Strings that read like a sentence: four words or more, ending as a sentence does.

    Docstrings, errors that are raised, and log lines are for those who build and run this, so they do not count.
    """
    apart = {id(part) for node in ast.walk(module.tree) if _for_us(node) for part in ast.walk(node)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            text = node.value.strip()
            if len(text.split()) >= 4 and text[-1:] in ".?!…" and not PATTERN.search(text):
                yield f"{module.where}:{node.lineno} {text[:60]}"


def _for_us(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        return name.startswith(("logger.", "log.")) or name.endswith(("Error", "ArgumentParser"))
    return isinstance(node, ast.Raise)


def test_no_sentence_a_patient_reads_stands_in_python() -> None:
    assert not [line for module in modules() if module.package in SPEAKING and module.where not in READ_BY_STAFF
                for line in sentences_in(module)]


def test_a_sentence_in_python_would_be_found() -> None:
    text = '"""A docstring is no sentence of ours."""\n\ndef f():\n    return "How are you feeling today?"\n'
    sneaky = module_from(text, "bot.core.sneaky")
    assert len(list(sentences_in(sneaky))) == 1


def placeholderless(text: str) -> str:
    return re.sub(r"\{[a-z_]+\}", " ", text)


def _files() -> list[Path]:
    return sorted((sentences.ROOT / "data" / "responses").glob("*.yml"))


def _keys_of(name: str) -> set[str]:
    path = sentences.ROOT / "data" / "responses" / f"{name}.yml"
    return set(yaml.safe_load(path.read_text(encoding="utf-8"))["responses"])
