"""What our invented people answer: whatever is asked, in their own varied way, with some commands and some misses."""

from __future__ import annotations

import random
from itertools import count
from typing import Any

# By the question's key. Several are given one after the other where a question comes again, and then from the start.
MATTERS = (
    "My knees have been giving me trouble since spring, stairs are hard",
    "I want to go back to work and I don't know if I can",
    "The tablets make me dizzy in the mornings",
    "I'm not sleeping well, about four hours most nights",
    "Getting to the shops by myself, I used to walk there every day and now I need my daughter to drive me",
    "My blood sugar goes up and down and I can't see why",
)
TYPED = {
    "consent": ("yes", "i agree", "ok"),
    "why_coming": ("the yearly check", "no", "about my blood test"),
    "priority": ("the first one", "2", "1"),
    "importance": ("about a 7", "nine", "6 or 7", "8", "10"),
    "hope": ("to walk to the shops", "A plan that I can stick to", "to know what it is"),
    "question": ("Should I stop the tablets?", "Is it safe to swim?", "no", "no that's all"),
    "worries": ("that it will not get better", "no", "falling when nobody is there"),
    "pressures": ("the bus fare", "no", "keeping warm"),
    "change_topic": ("walk more", "eating less bread", "going to bed at the same time every night"),
    "change_importance": ("8", "seven", "about 6"),
    "change_confidence": ("6", "five", "7 out of 10"),
    "change_hope": ("to have my evenings back", "to sleep through"),
    "good_change": ("more air", "being with the children"),
    "hard_change": ("the effort", "the first week"),
    "good_same": ("I know what I have", "the sofa"),
    "hard_same": ("getting stiff", "feeling low about it"),
    "importance_from": ("my grandson asks me", "I want to"),
    "confidence_from": ("I did it last summer", "my sister does it too"),
    "importance_higher": ("if it hurt more", "for the children"),
    "confidence_higher": ("somebody to do it with", "better shoes"),
    "tell_someone": ("my sister", "nobody"),
    "timescale": ("from Monday", "by Easter"),
    "how_often": ("three days a week", "every evening"),
    "in_the_way": ("the rain", "nothing"),
    "way_round": ("go to the sports hall", "an umbrella"),
    "smaller_step": ("five minutes", "keep it"),
    "helps": ("warm baths", "the brace"),
    "support": ("my daughter, twice a week", "nobody"),
    "daily_life": ("I plan the day round where I can sit", "I do not go upstairs after dark"),
    "access": ("large print please", "nothing"),
    "coming": ("my son", "only me"),
    "days": ("not Thursdays", "all days are fine"),
    "first_step": ("ten minutes after tea", "write down what I eat for a week", "no phone after nine"),
    "check_in": ("in 3 weeks", "a fortnight", "next week"),
}
MISSES = {"importance": "12", "change_confidence": "very", "priority": "the weather", "check_in": "when it rains"}
DETOURS = {5: "why", 11: "back", 16: "help", 21: "repeat"}  # at which turn which command
HALF = 0.5


class Person:
    """Answers the latest question. The same ``number`` answers the same questions in the same way."""

    def __init__(self, number: int) -> None:
        self._pick = random.Random(number)
        self._turn = count(1)
        self._told = 0
        self._missed: set[str] = set()
        self._things = self._pick.sample(MATTERS, self._pick.randint(2, 4))

    def answer(self, asked: dict[str, Any] | None) -> dict[str, Any]:
        """The body of the next message, without its id. ``asked`` is the latest message that holds a question."""
        turn = next(self._turn)
        question = asked["question"] if asked else None
        key = (question or "").partition(":")[0]
        if turn in DETOURS and key not in {"consent", "split", "afterwards", "start_again"}:
            return {"kind": "command", "text": "", "value": DETOURS[turn], "question": question}
        if key == "matters":
            return _typed(self._next_thing(), question)
        if key in MISSES and key not in self._missed and self._pick.random() < HALF:
            self._missed.add(key)
            return _typed(MISSES[key], question)
        buttons = asked["buttons"] if asked else []
        if buttons and key != "question" and (key not in TYPED or self._pick.random() < HALF):
            return _tapped(self._pick.choice(buttons[:1] if key == "consent" else buttons), question, key)
        return _typed(self._pick.choice(TYPED.get(key, ("thank you",))), question)

    def _next_thing(self) -> str:
        self._told += 1
        return self._things[self._told - 1] if self._told <= len(self._things) else "no that's all"


def _typed(text: str, question: str | None) -> dict[str, Any]:
    return {"kind": "text", "text": text, "value": None, "question": question}


def _tapped(button: dict[str, str], question: str | None, key: str) -> dict[str, Any]:
    if key == "consent":  # everybody here agrees; what comes after a no is one sentence
        return _typed("yes", question)
    return {"kind": "tap", "text": button["title"], "value": button["value"], "question": question}
