"""What is beside the point is told from what somebody says of themselves, by words and by the classifier together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.guesses import CERTAIN, NOTHING_SAID, PERHAPS_BESIDE, believed, may_be_beside_the_point
from bot.nlu.command_phrases import CommandPhrases, load_phrases
from bot.nlu.scope import Judgement, scope
from bot.nlu.scope_words import GROUPS, ScopeWords, scope_words, words_of
from bot.nlu.whole_message import SUREST_GUESS, WholeMessage

WHOLE = WholeMessage(CommandPhrases(load_phrases()), scope())
SURE_OF = {intent: {"inform": 0.01, intent: 0.95} for intent in ("off_topic", "about_us", "thanks", "deny", "affirm")}


LIKE_OTHER_TALK = 0.9  # as the trained model finds it; 0.5 where nothing is known


def judged(text: str, intent: str = "off_topic", other: float = 0.5) -> Judgement:
    return scope().judge(text, SURE_OF[intent], other)


@pytest.mark.parametrize("text", [
    "what will the weather be in tenby", "who won the match last night", "turn the volume up", "tell me a joke",
    "how much is a train to london", "what's the capital of peru?",
])
def test_questions_about_the_world_are_out(text: str) -> None:
    found = judged(text, other=LIKE_OTHER_TALK)
    assert found == Judgement(True, pytest.approx(found.confidence), "off_topic", plain=True)


@pytest.mark.parametrize("text", [
    "do you wear gloves when you do that", "will you use a thin needle or a pen", "what does the number on it stand for",
    "my cousin has a boat in cardiff", "where does your sister live",
    "how do you know about the film? I went to see it last week.",
])
def test_what_could_be_said_to_a_clinician_is_never_plainly_something_else(text: str) -> None:
    assert not judged(text).plain


def test_what_is_in_doubt_is_never_so_sure_that_somebody_is_asked_again() -> None:
    guess = {"name": "off_topic", "confidence": 0.99}
    name, sure = WHOLE.understood("where does your sister live", guess, SURE_OF["off_topic"])
    assert (name, believed(name, sure)) == ("off_topic", PERHAPS_BESIDE)
    name, sure = WHOLE.understood("who won the match last night", guess, SURE_OF["off_topic"])
    assert (name, believed(name, sure)) == ("off_topic", "off_topic")


@pytest.mark.parametrize("text", ["can I fly again by june", "do we have to wait that long", "when will we know"])
def test_what_somebody_asks_for_themselves_stays_in_unless_it_names_other_things(text: str) -> None:
    assert not judged(text).out
    assert judged("can I get a discount on train tickets", other=LIKE_OTHER_TALK).out


@pytest.mark.parametrize("text", ["I teach history at the college", "we keep a boat and go sailing"])
def test_what_people_tell_of_themselves_stays_in_whatever_it_is_about(text: str) -> None:
    assert not judged(text).out


def test_a_word_inside_a_longer_entry_counts_only_there() -> None:
    words = scope_words()
    assert (words.evidence("bubble gum").body, words.evidence("bubble gum").elsewhere) == (0, 1)
    assert words.evidence("my gum bleeds").body == 2


@pytest.mark.parametrize("text", [
    "my poo is black like tar", "asthma is terrible today, can barely talk", "my grandson broke his arm",
    "I was watching the rugby with my son when my chest went tight and my arm went funny, it passed off after a while",
    "will it hurt", "the tablets make me sick on the bus", "pain when the weather turns",
    "I used to play football every saturday and go to the pub and now my knee swells up like a melon after ten minutes",
])
def test_a_persons_own_trouble_stays_in_however_sure_the_classifier_is(text: str) -> None:
    assert not judged(text).out


def test_what_the_classifier_takes_for_an_answer_stays_one() -> None:
    assert not scope().judge("swansea city", {"inform": 0.6, "off_topic": 0.4}).out


def test_a_weak_guess_at_a_command_is_none() -> None:
    assert not scope().judge("the left one", {"inform": 0.1, "add_more": 0.4, "skip": 0.3}).out


@given(st.text(max_size=300))
def test_nothing_anybody_types_breaks_it(text: str) -> None:
    for ranking in ({}, {"inform": 1.0}, *SURE_OF.values()):
        assert 0.0 <= scope().judge(text, ranking).confidence <= 1.0


@pytest.mark.parametrize(("text", "words"), [
    ("I'll see", ["i", "will", "see"]), ("I don’t, can't", ["i", "dont", "cant"]), ("i do n't", ["i", "do", "nt"]),
    ("", []), ("😀", []),
])
def test_apostrophes_go_and_i_will_is_not_ill(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_the_groups_of_words_are_all_there_and_lower_case() -> None:
    with pytest.raises(ValueError, match="groups"):
        ScopeWords({"body": "knee"})
    for name in GROUPS:
        assert all(word == word.casefold() for word in scope_words()._whole[name])


def test_only_a_known_phrase_is_certain() -> None:
    assert WHOLE.understood("yes", {"name": "deny", "confidence": 1.0}, {"deny": 1.0, "inform": 0.0}) == ("affirm", CERTAIN)
    name, sure = WHOLE.understood("that would be so", {"name": "affirm", "confidence": 1.0}, {"affirm": 1.0, "inform": 0.0})
    assert (name, sure) == ("affirm", SUREST_GUESS) and believed(name, sure) == NOTHING_SAID


@pytest.mark.parametrize(("intent", "confidence", "becomes"), [
    ("affirm", 1.0, "affirm"), ("affirm", 0.99, NOTHING_SAID), ("deny", 0.99, NOTHING_SAID), ("start", 0.99, NOTHING_SAID),
    ("skip", 0.8, "skip"), ("skip", 0.5, NOTHING_SAID), ("off_topic", 0.6, PERHAPS_BESIDE), ("off_topic", 0.75, "off_topic"),
    ("about_us", 0.7, PERHAPS_BESIDE), ("angry", 0.6, "angry"), ("inform", 0.1, "inform"),
    (None, 0.0, None), ("tap", 1.0, "tap"),
])
def test_a_guess_is_believed_as_far_as_it_can_do_no_harm(intent: str | None, confidence: float, becomes: str | None) -> None:
    assert believed(intent, confidence) == becomes


@pytest.mark.parametrize(("text", "key", "may"), [
    ("the weather", "in_the_way", False), ("whats the weather like", "in_the_way", True), ("the weather", "matters", True),
    ("the weather", None, True),
])
def test_where_the_world_may_be_an_answer_only_questions_are_beside_the_point(text: str, key: str | None, may: bool) -> None:
    assert may_be_beside_the_point(text, key) == may
