"""The words a language builds its sentences with, as the safety check needs them: reviewed content, no list stands in code."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

Words = frozenset[str]
Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class SentenceWords:
    """Lists of plain words, in lower case, and of phrases as words one after the other.

    What each list is for stands beside it in ``bot/content/safety/<country>/language.yml``, under ``sentences``. The lists that
    are not given (``init=False``) are made of the others.
    """

    oneself: Words
    who: Words
    whose: Words
    joining: Words
    opening: Words
    told: Words
    asking: Phrases
    right_now: Phrases
    stating: Words
    having: Words
    having_been: Words
    leading: Words
    between: Words
    wishing: Words
    led_to_by: Words
    past: Words
    verbs: Words
    asking_for: Words
    asked_of: Words
    in_a_year: Words
    when: Words
    when_it_was: Words
    not_yet: Words
    now: Words
    done: Words
    dating: Words
    asks: Words
    unchanging: Words
    plain_no: Words
    negating: Words
    denying: Words
    reversing: Words
    hesitating: Words
    spoken_of: Words = field(init=False)
    verbs_done: Words = field(init=False)
    may_open: Words = field(init=False)
    may_state: Words = field(init=False)
    leads_to_statement: Words = field(init=False)

    def __post_init__(self) -> None:
        for name, words in (
            ("spoken_of", self.who | self.whose),
            ("verbs_done", self.verbs | self.done),
            ("may_open", self.opening | self.told | {phrase[0] for phrase in self.right_now}),
            ("may_state", self.who | self.whose | self.asking_for | self.in_a_year | self.when),
            ("leads_to_statement", self.leading | self.not_yet),
        ):
            object.__setattr__(self, name, words)


LISTS = tuple(one.name for one in fields(SentenceWords) if one.init)
PHRASES = frozenset({"asking", "right_now"})  # the lists that hold phrases
