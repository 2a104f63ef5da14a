"""What troubles somebody is found in what they say, as they wrote it; what is denied, over or another's is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.load_health import load_health
from bot.core.findings.concerns import find_concerns, mentioned

WORDS = load_health()


def concerns(text: str, question: str | None = None) -> list[str]:
    return [one.words for one in find_concerns(text, WORDS, question)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("my knee hurts and I can't sleep", ["my knee hurts", "I can't sleep"]),
        ("I've got this rash on my left arm", ["rash on my left arm"]),
        ("im so tired all the time", ["so tired"]),
        ("the tablets make me dizzy when I stand", ["tablets make me dizzy when I stand"]),
        ("worried about my heart", ["worried about my heart"]),
        ("my sugar is up and down", ["my sugar"]),
        ("My lower back.", ["My lower back"]),
        ("trouble swallowing since March", ["trouble swallowing"]),
        ("no I can't ski any more", ["I can't ski any more"]),
        ("it hurts when I bend over", ["it hurts when I bend over"]),
        ("shortness of breath going upstairs, and my ankles swell", ["shortness of breath", "my ankles swell"]),
        ("I have high blood pressure and depression", ["high blood pressure", "depression"]),
        ("had a fall last week and my hip hurts", ["had a fall last week", "my hip hurts"]),
        ("I couldn't lift my arm this morning", ["I couldn't lift my arm this morning"]),
        ("I had headaches back then and I get them again", ["headaches"]),
        ("a chest infection and they treated it but my cough is back", ["a chest infection", "my cough is back"]),
        ("my blood sugar isn't under control", ["my blood sugar"]),
        ("my diabetes is not well controlled", ["my diabetes"]),
        ("my asthma hasn't improved", ["my asthma"]),
        ("my blood pressure is out of control", ["my blood pressure"]),
        ("the cough hasn't gone away", ["cough"]),
        ("my back pain is not doing well", ["my back pain"]),
        ("I do n't sleep , and my hip aches", ["do n't sleep", "my hip aches"]),
    ],
)
def test_each_trouble_is_cut_out_as_it_was_written(text: str, found: list[str]) -> None:
    assert concerns(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "no chest pain, fever or cough",
        "I don't have any swelling",
        "the headaches have gone",
        "I used to get migraines as a kid",
        "my mum had breast cancer",
        "heart disease runs in the family",
        "my left knee doesn't hurt",
        "I got the flu jab",
        "I lift weights on Mondays",
        "I cut back on my drinking",
        "yes that is right, thank you",
        "at the time I couldn't walk",
        "back then my knee was swollen",
        "in those days I had terrible migraines",
        "at one point I couldn't sleep",
        "I had an ear infection last month and antibiotics cleared it",
        "I had a boil and the nurse treated it",
        "I was getting palpitations but then I was fine",
        "my asthma has improved",
        "my blood pressure is well controlled",
        "my sugars are under control",
        "she suggested a tablet and it has gone",
        "you get a headache with those",
        "she had lung cancer",
        "I dislocated my thumb when I was a kid but that's all",
        "chest pain? never",
        "that's not right, it is Tuesday",
        "it's nothing I can't handle",
        "they were a little concerned about it",
        "Drug allergy?",
    ],
)
def test_what_is_denied_over_anothers_or_imagined_is_no_concern(text: str) -> None:
    assert concerns(text) == []


def test_a_question_is_one_concern_as_a_whole_and_claims_nothing_that_it_names() -> None:
    found = find_concerns("My hip aches, will I get arthritis in it?", WORDS)
    assert [(one.words, one.group) for one in found] == [
        ("My hip aches", "symptom"),
        ("will I get arthritis in it", "question"),
    ]
    assert [one.group for one in find_concerns("what if I get a blood clot", WORDS)] == ["question"]


@pytest.mark.parametrize(
    "text", ["how are you?", "In the pharmacy?", "I am sixty two?", "have a nice day", "can I tell you tomorrow?"]
)
def test_what_only_sounds_like_a_question_is_no_concern(text: str) -> None:
    assert concerns(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "have you ever had a rash with penicillin",
        "okay let us go through it, on your lung exam I hear a wheeze and you do have bronchitis",
        "does the pain go anywhere, do you have any numbness",
    ],
)
def test_a_clinicians_words_are_nobodys_concern_unless_asked_openly(text: str) -> None:
    assert concerns(text, "okay") == []
    assert concerns(text, "What would you most like to talk about?") != []


def test_where_it_is_names_no_new_trouble() -> None:
    assert concerns("on my left hip", "Which side is it?") == []
    assert concerns("my left hip", "What brings you in?") == ["my left hip"]


def test_a_parent_may_answer_with_he_or_she_and_a_tale_of_somebody_is_not_theirs() -> None:
    assert concerns("he has a cough", "How long has your son been poorly?") == ["a cough"]
    assert concerns("he has a cough", "And how is work?") == []


def test_asked_about_the_family_an_answer_without_i_is_about_them() -> None:
    asked = "Is there any cancer in your family?"
    assert concerns("he had bowel cancer", asked) == []
    assert concerns("I have skin cancer myself", asked) == ["skin cancer"]


def test_a_childs_trouble_is_a_parents_concern() -> None:
    assert concerns("my son has a cough") == ["a cough"]


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("no headache", "negated"),
        ("I used to have asthma", "past"),
        ("my dad has asthma", "other_person"),
        ("what if I get asthma", "hypothetical"),
    ],
)
def test_each_mention_says_how_it_is_meant(text: str, flag: str) -> None:
    (one,) = mentioned(text, WORDS)
    assert [name for name in ("negated", "past", "other_person", "hypothetical") if getattr(one.meant, name)] == [flag]


def test_a_trouble_named_twice_is_one_concern() -> None:
    assert concerns("My knee hurts. It is my knee, it hurts so much, the knee hurts.") == ["My knee hurts"]


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_the_same_way_twice_and_every_concern_is_cut_from_it(text: str) -> None:
    found = find_concerns(text, WORDS)
    assert found == find_concerns(text, WORDS)
    assert all(text[one.start : one.end] == one.words for one in found)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "my knee hurts no not pain in the back i can't sleep dad had worried about tablets , . ? but and 6 ’ \n".split(" ")
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_jumble_of_such_words_is_read_without_losing_its_place(text: str) -> None:
    assert all(text[one.start : one.end] == one.words for one in mentioned(text, WORDS))


@pytest.mark.parametrize(("text", "found"), [
    ("I need you to take this seriously, my chest hurts", ["my chest hurts"]),
    ("Have you noticed my ankle is swollen?", ["Have you noticed my ankle is swollen"]),
    ("I'd like you to keep me off work. I can't sleep", ["I can't sleep"]),
    ("have you noticed any chest pain", []),
    ("on exam the knee is swollen", []),
    ("my impression is arthritis of the knee", []),
    ("I'd like you to keep the leg up, I have ordered an x-ray for the swelling", []),
])
def test_of_words_that_sound_like_a_clinicians_what_is_told_with_my_or_i_is_found(text: str, found: list[str]) -> None:
    assert concerns(text) == found
