"""How people tell a trouble at a visit: what a treatment does to them, what sets in, what never came back, which part is so."""

from __future__ import annotations

import pytest

from bot.content.load_health import load_health
from bot.core.findings.concerns import find_concerns
from bot.core.findings.open_questions import asks_for_concerns, asks_how_it_is

WORDS = load_health()


def concerns(text: str, question: str = "") -> list[str]:
    return [one.words for one in find_concerns(text, WORDS, question or None)]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("those drops make me sleepy", "make me sleepy"),
        ("the iron gives me terrible cramps", "cramps"),
        ("ever since Sunday I've had the trots", "the trots"),
        ("I must be coming down with something", "coming down with something"),
        ("I'm bringing up green muck", "bringing up green muck"),
        ("bread gets stuck halfway", "gets stuck"),
        ("I've never got my strength back", "never got my strength back"),
        ("the garden is getting beyond me", "getting beyond me"),
        ("we've been having a really rough time", "rough time"),
        ("it still aches", "still aches"),
        ("this hurts a lot", "hurts a lot"),
        ("I feel a sort of jolt in my hand", "jolt"),
        ("getting up five times a night", "getting up five times a night"),
        ("I'm forgetting appointments", "forgetting appointments"),
        ("my nails are splitting", "nails are splitting"),
        ("the council won't mend the boiler", "council won't mend"),
        ("it bothers me on stairs", "bothers me"),
        ("there's a strange smell from it", "strange smell"),
        ("I wake up soaked", "wake up soaked"),
        ("still waiting for the scan", "waiting for the scan"),
        ("the dentures rub", "dentures rub"),
        ("I walk like a penguin", "walk like a penguin"),
        # A part of the body with any words that do not say it is well.
        ("my thumb's gone purple", "thumb's gone purple"),
        ("my eyes are streaming", "eyes are streaming"),
        ("my ankle's the size of a grapefruit", "the size"),
        ("my memory is like a colander", "memory is like a colander"),
        # Worries and wishes.
        ("I'm dreading the winter", "dreading the winter"),
        ("I'm frightened it's my heart", "frightened it's my heart"),
        ("too scared to drive", "scared to drive"),
        ("I'm a bit worried because it's growing", "worried"),
        ("I'd rather not have the injection", "rather not have the injection"),
        ("I don't want surgery", "don't want surgery"),
        ("could do with a certificate", "do with a certificate"),
        # Small words on the way.
        ("I get that tired", "tired"),
        ("it's still tender", "still tender"),
        ("I used to run, now I can't get to the bus stop", "can't get to"),
        ("can't go out without my frame", "can't go out"),
        ("the ointment doesn't touch it", "ointment doesn't touch"),
    ],
)
def test_a_trouble_told_as_people_speak_is_found(text: str, piece: str) -> None:
    assert any(piece in one for one in concerns(text)), concerns(text)


@pytest.mark.parametrize(
    "text",
    [
        "it makes me feel better",
        "the new pump makes me feel great",
        "she gave me some pain medicine",
        "I'm waiting for my husband",
        "it never came back",
        "I went to the toilet before I came",
        "I'm coming in March",
        "my knee is where it was",
        "my heart is fine",
        "my arms are strong",
        "my back's been great since the physio",
        "my lungs are monitored every year",
        "both feet are size six",
        "my jaw's better",
        "I'd rather come Tuesday",
    ],
)
def test_the_same_words_about_something_else_are_no_trouble(text: str) -> None:
    assert concerns(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # Over, as it is said later in the message, or seen to.
        "had flu at Christmas, fine now",
        "in and out with pneumonia, but I'm over it",
        "I hurt my shoulder but it's right as rain now",
        "only that one nosebleed, not since",
        "the numbness wore off",
        "my cough went",
        "I had my cataracts done in May",
        "they took a mole off",
        "I had dreadful morning sickness with my first",
        "my arthritis isn't too bad",
        # Looked for, and perhaps not there.
        "they checked me for diabetes",
        "the tests ruled out gallstones",
        # It might only be.
        "if I feel dizzy I sit down",
        "I'd ring if my wrist got swollen",
        "the leaflet said it could cause dizziness",
        # A worry of then, and good news.
        "I was worried it was cancer but it was nothing",
        "I was nervous of the knife at first",
        # Of somebody else.
        "her asthma is dreadful",
        "he's frightened of needles",
        # Taken for it, free of it.
        "I'm pain free",
        "I worked from home during covid",
        "it's hard to detect",
    ],
)
def test_what_is_over_looked_for_supposed_or_anothers_is_none(text: str) -> None:
    assert concerns(text) == []


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("I had flu at Christmas, it's gone now but the cough came back", "cough"),
        ("they checked me for diabetes and I have it", "diabetes"),
        ("if I walk far my hip hurts", "my hip hurts"),
        ("I was worried about the lump and I still am", "worried about the lump"),
        ("the ringing in my ears hasn't stopped since May", "ringing"),
        ("I got this pain and then it went down my leg", "pain"),
        ("a little bit of a stuffy nose, not too bad", "stuffy nose"),
        ("they won't mend it and my chest is bad with it", "my chest is bad"),
        ("no fever, my chest is tight", "my chest is tight"),
        ("headaches where it feels like somebody is hammering", "headaches"),
    ],
)
def test_a_trouble_that_goes_on_beside_such_words_is_found(text: str, piece: str) -> None:
    assert any(piece in one for one in concerns(text)), concerns(text)


def test_not_really_answers_and_denies_nothing_after_it() -> None:
    assert concerns("not really, the stairs are getting beyond me", "Are you managing?") == ["are getting beyond me"]
    assert concerns("not really any fever", "Any fever?") == []


def test_asked_how_something_is_what_is_wrong_with_it_is_new() -> None:
    assert asks_how_it_is("And how is the wound?") and asks_how_it_is("Did the swelling go down?")
    assert not asks_how_it_is("How is your family?") and not asks_how_it_is(None)
    assert concerns("it's weeping a bit", "How is the wound?") == ["it's weeping a bit"]
    assert concerns("it's weeping a bit", "When did you change the dressing?") == []


def test_what_makes_it_worse_and_what_is_seen_are_no_open_questions() -> None:
    assert asks_for_concerns("Is there anything else?") and asks_for_concerns("What are you most worried about?")
    assert not asks_for_concerns("Is there anything else that makes it better or worse?")
    assert concerns("it's worse in the evening", "Is there anything else that makes it better or worse?") == []
    assert concerns("that's everything", "Anything else?") == []
