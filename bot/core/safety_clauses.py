"""Where one thing ends and another begins in a sentence, so that words about one never hide danger in the other.

People write without full stops: "my mum died last year and I don't want to live". What is past, another's or imagined in
one clause says nothing of the next, and nothing of what somebody says of themselves in the present. Which words tell so is
content (``sentences`` in ``language.yml``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from bot.core.safety_patterns import Span
from bot.core.safety_sentences import SentenceWords
from bot.core.safety_text import YEAR, Reading

_FURTHEST = 7  # words back from a finding to its "I"


class Clauses:
    """The clauses of one message, and how a finding stands in them.

    A ``span`` is the place of a finding's first word, and of the word after its last.
    """

    def __init__(self, reading: Reading, lists: SentenceWords) -> None:
        self._lists = lists
        self._words, self._ends = reading.words, reading.sentence_end
        pauses, places = set(reading.pauses), reading.places
        self._opens = [place for place in _places(lists.may_open, places) if self._is_opening(place, pauses)]
        begin = _places(lists.may_state, places)
        self._statements = [place for place in begin if self._is_statement(place, lists.verbs)]
        self._done = [place for place in begin if self._is_statement(place, lists.verbs_done)]
        self._certain = [place for place in self._statements if not self._may_date(place)]

    def _is_opening(self, place: int, pauses: set[int]) -> bool:
        words, lists = self._words, self._lists
        if words[place] in lists.told and any(
                tuple(words[max(0, place - len(phrase)):place]) == phrase for phrase in lists.asking):
            return True
        joined = words[place - 1] in lists.joining
        if joined and any(tuple(words[place:place + len(phrase)]) == phrase for phrase in lists.right_now):
            return True
        if words[place] not in lists.opening:
            return False
        if joined or place in pauses:
            return True
        following = words[place + 1:place + 3]
        return words[place] in lists.oneself and words[place - 1] not in lists.leading and bool(following) and (
            following[0] in lists.stating or (
                following[0] in lists.having and not lists.having_been.isdisjoint(following[1:])))

    def _is_statement(self, place: int, verbs: frozenset[str]) -> bool:
        """Whether words with a verb of their own begin here, with no word before that leads on to them."""
        words, lists = self._words, self._lists
        first, following = words[place], words[place + 1:place + 4]
        if words[place - 1] in lists.leads_to_statement or not following:
            return False
        if first in lists.who:
            return following[0] in verbs
        if first in lists.whose:
            return len(following) > 1 and not verbs.isdisjoint(following[1:])
        if first in lists.asking_for:
            return following[0] in lists.asked_of
        if first in lists.in_a_year:
            return following[0] == YEAR and len(following) > 1 and following[1] in lists.spoken_of
        if first in lists.when:
            return len(following) > 1 and following[0] in lists.who and following[1] in lists.when_it_was
        return False

    def stated_apart(self, span: Span, low: int, high: int, however_told: bool) -> bool:
        """Whether another statement begins from ``low`` to ``high``, and the words at ``span`` are said in the present.
        ``however_told``: in the past too, unless the statement may say when they were so ("I was nineteen")."""
        places = self._certain if however_told and not self.is_stated_now(span) else self._statements
        place = bisect_right(places, low - 1)
        return place < len(places) and places[place] <= high and (however_told or self.is_stated_now(span))

    def told_apart(self, low: int, high: int) -> bool:
        """Whether a statement begins from ``low`` to ``high``, be it of the present or of what somebody did."""
        place = bisect_right(self._done, low - 1)
        return place < len(self._done) and self._done[place] <= high

    def is_said_of(self, span: Span) -> bool:
        """Whether the statement of the words at ``span`` says of whom it is, unlike an entry of a list ("chest pain no")."""
        return self._words[self._first_of(span)] in self._lists.spoken_of

    def begins(self, span: Span, place: int) -> bool:
        """Whether the words at ``span`` begin at ``place`` with the one of whom they are said."""
        return span[0] == place and self._words[place] in self._lists.spoken_of

    def _first_of(self, span: Span) -> int:
        """Where the statement begins that the words at ``span`` stand in."""
        first = max(0, span[0] - _FURTHEST)
        for places in (self._opens, self._statements, self._done):
            before = bisect_right(places, span[0])
            first = max(first, places[before - 1] if before else 0)
        ended = [end for end in self._ends[first:span[0]] if end <= span[0]]
        return ended[-1] if ended else first

    def _may_date(self, place: int) -> bool:
        words, lists = self._words, self._lists
        return words[place] in lists.when or (words[place] in lists.who and words[place + 1] in lists.dating)

    def is_stated_now(self, span: Span) -> bool:
        """Whether the words at ``span``, or those of their statement before them, say it is so now; a question does not."""
        lists, said = self._lists, self._words[self._first_of(span):span[1]]
        return not lists.now.isdisjoint(said) and said[0] not in lists.asks and lists.past.isdisjoint(said)

    def parted(self, low: int, high: int) -> bool:
        """Whether a new clause begins at one of the words from ``low`` to ``high``."""
        place = bisect_right(self._opens, low - 1)
        return place < len(self._opens) and self._opens[place] <= high

    def of_oneself_now(self, span: Span) -> int | None:
        """The place of the "I" of whom the words at ``span`` are said, where they are said in the first person and the present
        ("I just want to die"); None where they are not. A wish without an "I" is told by :meth:`is_bare_wish`."""
        words, lists = self._words, self._lists
        if not lists.past.isdisjoint(words[span[0]:span[1]]):
            return None
        if not lists.oneself.isdisjoint(words[span[0]:span[1]][:2]):
            return span[0]
        for place in range(span[0] - 1, max(-1, span[0] - 1 - _FURTHEST), -1):
            if words[place] in lists.oneself:
                return place
            if words[place] not in lists.between or self._ends[place] != self._ends[span[0]]:
                break
        return None

    def is_bare_wish(self, span: Span) -> bool:
        """Whether the words begin with the wish itself, whoever has it: "wanna die", "kill myself"."""
        words, lists = self._words, self._lists
        begins = words[span[0]] in lists.wishing and (span[0] == 0 or words[span[0] - 1] not in lists.led_to_by)
        return begins and lists.past.isdisjoint(words[span[0]:span[1]])


def _places(wanted: frozenset[str], places: Mapping[str, Sequence[int]]) -> list[int]:
    """Where words of ``wanted`` stand, in order; the first word of a message begins nothing new."""
    return sorted([place for word in wanted & places.keys() for place in places[word] if place])
