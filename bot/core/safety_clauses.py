"""Where one thing ends and another begins in a sentence, so that words about one never hide danger in the other.

People write without full stops: "my mum died last year and I don't want to live". What is past, another's or imagined in
one clause says nothing of the next, and nothing of what somebody says of themselves in the present.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from bot.core.safety_patterns import Span
from bot.core.safety_text import YEAR, Reading

# After one of these, or a comma, a word that can open a statement opens a new clause. "it", "that" and "which" do not: what
# follows them is still about what was said before ("I tried it once and that was years ago").
_JOINING = frozenset("and but because cos cause so though although yet except while plus also then".split())
_OPENING = frozenset(
    "i my he she they we there nobody everybody everyone somebody someone the our your now today tonight lately just still "
    "want wanna wish hope feel cannot keep when if why its".split())
# A question for help ends where what it is about begins ("what do I do my baby is choking"), but not before "if" or "when".
_ASKING = frozenset(("what", helping, "i", "do") for helping in "do should shall can must".split())
_TOLD = frozenset("i my he she they we there our the".split())
# "i" with one of these after it opens a clause without any sign ("my wife left i want to die"), unless a word before it leads
# on to it ("when i am", "worried i am", "do i want").
_STATING = frozenset("am cannot keep want wanna wish need might will".split())
_HAVING = frozenset("been taken swallowed suddenly just cut hurt had".split())
_LEADING = frozenset(
    "when if that as while what how why than where whenever until till unless before after who which whether like since "
    "do does did can could should would will shall am have had was may might or not think thinking thought feel feeling felt "
    "hope hoping wish know knew said say says tell told sure worried scared afraid frightened terrified believe guess suppose "
    "mean saw because".split())
# Between "I" and what is wished or thought these may stand, and the clause is still of oneself and now.
_SELF = "i"
_BETWEEN = frozenset(
    "am be been being have has do not just really only honestly still often always sometimes also so even keep keeps to feel "
    "feeling like think thinking thoughts having about of going gonna want wanna wanting wish wishing hope hoping need would "
    "could might may will cannot actually simply truly literally now again constantly daily lately a bit very quite all the "
    "time rather sooner better off".split())
_WISHING = frozenset({"want", "wanna", "wish", "kill", "why", "its", "time"})
_PAST = frozenset(
    "was were had did used wanted wished hoped tried felt thought took went kept came got said told needed planned".split())
# Who is spoken of, and what says that a new statement about them begins, with no sign between: "my husband has collapsed i
# used to play football", "i stopped smoking in march she is choking". Counted only beside what is said in the present: a noun
# with a sentence of its own looks the same ("the chest pain i had in 2011").
_WHO = frozenset("i he she we they".split())
_WHOSE = frozenset("my his her our their the this".split())
_VERBS = frozenset(
    "am is are was were has have had does do did cannot will would can could said says used stopped saw died passed lives "
    "lived works worked plays played told tells went goes got gets came comes quit gave up retired moved fell broke read "
    "takes needs wants keeps just never always collapsed hits beats".split())
_ASKING_FOR = frozenset("can could may should would".split())
_NOT_YET = _LEADING | frozenset(
    "sign signs symptom symptoms case chance risk story film dream dreams dreamed dreamt nightmare nightmares imagine pretend "
    "time times day days year week month moment who that the my his her our their a an no not never and but or to of in on at "
    "for with by from so if any every each i he she we they it is are was were has have had".split())
_NOW = frozenset(
    "am is are has cannot will keeps keep getting going hits hurts beats kicks punches slaps chokes strangles rapes touches "
    "burns locks threatens abuses shakes batters wants says".split())
_DONE = frozenset(
    "took taken swallowed drank ate shook hit cut tried burnt slapped punched strangled raped attacked stabbed".split())
_DATING = frozenset("was were had did do am is are have".split())
_ASKS = frozenset("is are am do does has have any did was were".split())
_VERBS_DONE = _VERBS | _DONE
_MAY_OPEN = _OPENING | _TOLD | {"right"}
_MAY_STATE = _WHO | _WHOSE | _ASKING_FOR | {"in", "when"}
_FURTHEST = 7  # words back from a finding to its "I"


class Clauses:
    """The clauses of one message, and how a finding stands in them.

    A ``span`` is the place of a finding's first word, and of the word after its last.
    """

    def __init__(self, reading: Reading) -> None:
        self._words, self._ends = reading.words, reading.sentence_end
        pauses, places = set(reading.pauses), reading.places
        self._opens = [place for place in _places(_MAY_OPEN, places) if self._is_opening(place, pauses)]
        begin = _places(_MAY_STATE, places)
        self._statements = [place for place in begin if self._is_statement(place)]
        self._done = [place for place in begin if self._is_statement(place, _VERBS_DONE)]
        self._certain = [place for place in self._statements if not self._may_date(place)]

    def _is_opening(self, place: int, pauses: set[int]) -> bool:
        words = self._words
        if words[place] in _TOLD and tuple(words[max(0, place - 4):place]) in _ASKING:
            return True
        if words[place - 1] in _JOINING and words[place:place + 2] == ["right", "now"]:
            return True
        if words[place] not in _OPENING:
            return False
        if words[place - 1] in _JOINING or place in pauses:
            return True
        following = words[place + 1:place + 3]
        return words[place] == _SELF and words[place - 1] not in _LEADING and bool(following) and (
            following[0] in _STATING or (following[0] == "have" and not _HAVING.isdisjoint(following[1:])))

    def _is_statement(self, place: int, verbs: frozenset[str] = _VERBS) -> bool:
        """Whether words with a verb of their own begin here, with no word before that leads on to them."""
        words = self._words
        first, following = words[place], words[place + 1:place + 4]
        if words[place - 1] in _NOT_YET or not following:
            return False
        if first in _WHO:
            return following[0] in verbs
        if first in _WHOSE:
            return len(following) > 1 and not verbs.isdisjoint(following[1:])
        if first in _ASKING_FOR:
            return following[0] in {"i", "you", "we"}
        if first == "in":
            return following[0] == YEAR and len(following) > 1 and following[1] in _WHO | _WHOSE
        if first == "when":
            return len(following) > 1 and following[0] in _WHO and following[1] in {"was", "were"}
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
        return self._words[self._first_of(span)] in _WHO | _WHOSE

    def begins(self, span: Span, place: int) -> bool:
        """Whether the words at ``span`` begin at ``place`` with the one of whom they are said."""
        return span[0] == place and self._words[place] in _WHO | _WHOSE

    def _first_of(self, span: Span) -> int:
        """Where the statement begins that the words at ``span`` stand in."""
        first = max(0, span[0] - _FURTHEST)
        for places in (self._opens, self._statements, self._done):
            before = bisect_right(places, span[0])
            first = max(first, places[before - 1] if before else 0)
        ended = [end for end in self._ends[first:span[0]] if end <= span[0]]
        return ended[-1] if ended else first

    def _may_date(self, place: int) -> bool:
        words = self._words
        return words[place] == "when" or (words[place] in _WHO and words[place + 1] in _DATING)

    def is_stated_now(self, span: Span) -> bool:
        """Whether the words at ``span``, or those of their statement before them, say it is so now; a question does not."""
        words = self._words
        said = words[self._first_of(span):span[1]]
        return not _NOW.isdisjoint(said) and said[0] not in _ASKS and _PAST.isdisjoint(said)

    def parted(self, low: int, high: int) -> bool:
        """Whether a new clause begins at one of the words from ``low`` to ``high``."""
        place = bisect_right(self._opens, low - 1)
        return place < len(self._opens) and self._opens[place] <= high

    def of_oneself_now(self, span: Span) -> int | None:
        """The place of the "I" of whom the words at ``span`` are said, where they are said in the first person and the present
        ("I just want to die"); None where they are not. A wish without an "I" is told by :meth:`is_bare_wish`."""
        words = self._words
        if not _PAST.isdisjoint(words[span[0]:span[1]]):
            return None
        if _SELF in words[span[0]:span[1]][:2]:
            return span[0]
        for place in range(span[0] - 1, max(-1, span[0] - 1 - _FURTHEST), -1):
            if words[place] == _SELF:
                return place
            if words[place] not in _BETWEEN or self._ends[place] != self._ends[span[0]]:
                break
        return None

    def is_bare_wish(self, span: Span) -> bool:
        """Whether the words begin with the wish itself, whoever has it: "wanna die", "kill myself"."""
        words = self._words
        begins = words[span[0]] in _WISHING and (span[0] == 0 or words[span[0] - 1] != "to")
        return begins and _PAST.isdisjoint(words[span[0]:span[1]])


def _places(wanted: frozenset[str], places: Mapping[str, Sequence[int]]) -> list[int]:
    """Where words of ``wanted`` stand, in order; the first word of a message begins nothing new."""
    return sorted([place for word in wanted & places.keys() for place in places[word] if place])
