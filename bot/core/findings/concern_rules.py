"""The ways in which people name a trouble, inside one clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.findings.tokens import Words
from bot.core.findings.vocabulary import Mention

_NEAR = 8  # words between a part of the body and what is wrong with it
_VAGUE = frozenset("pain ache discomfort pressure problem trouble issue difficulty sensation surgery operation break blood spot cut wind "
                   "growth burn gas soreness tenderness stress side chill sore injury bite sting".split())
_HAVE = frozenset("have having had has got get getting gotten 've i've ive with from this these some an a this my like develop developed "
                  "noticed noticing notice experiencing experience been suffer suffering".split())
_MUCH = re.compile(r" (?:in|a lot of|lots of|so much|terrible|severe|constant|bad|awful|horrible|this|these|some|chronic|having|the same) "
                   r"(?:\w+ )?(?:pain|ache|discomfort|agony) ")
_FEEL = frozenset("am i'm im is are was were be been being feel feels feeling felt get gets getting got so very really quite bit too pretty always "
                  "constantly permanently she's he's they're just more little kind sort been keep keeps all a i've".split())
_CANNOT = re.compile(
    r"^(?:can't|couldn't|cannot|can hardly|can barely|hardly|barely|can not|unable to|not able to|not been able to|haven't been able to|"
    r"wasn't able to|(?:having |have |had |has |got |get )?(?:some |a lot of |a |such |such a |real |great )?(?:trouble|difficulty|hard time|problem|problems|issues|issue)"
    r"(?: with| in)?|(?:is |it's |find it |finding it |makes it |so |very |really )?(?:hard|difficult|harder|tough)(?: for me)? to|"
    r"struggling (?:to|with)|struggle (?:to|with)|(?:i'm |am )?not|haven't been|haven't|don't|didn't|keep me from|stops me|stops me from|keeps me from|"
    r"worse at|scared to|afraid to|no good at|bad at|never)$")
_FILLERS = frozenset("really even properly well much very been always quite my get to the seem able proper good enough a".split())
_WORRY = re.compile(
    r" (?:worried|worry|worries me|worrying|worries|scared|afraid|concerned|concern|anxious|nervous|frightened|terrified|paranoid|fear) "
    r"(?:is )?(?:about|of|that|it|if|whether|because|for|over|my|i|i'm) ")
_NO_WORRY = re.compile(r" (?:not|n't|isn't|wasn't|don't|aren't|never|no) (?:\w+ ){0,2}(?:worried|worry|scared|afraid|concerned|concern|anxious|nervous|frightened) ")
_THEIR_WORRY = re.compile(r" (?:they|he|she|doctor|doctors|wife|husband|mom|mum|everyone|people|nurse|you) (?:\w+ ){0,4}(?:worried|worry|concerned|scared|afraid|nervous) ")
_WANT = re.compile(
    r" (?:i'd|i would|would|i|we|just|do|really) (?:really |just |also |still )?(?:like|want|wanted|need|needed|love|hoping|hope|wish) "
    r"(?:to (?:talk|ask|know (?!that|how this)|discuss|find out|get (?!out|up|to)|see (?:a|the|you|if|whether|what|someone)|check|speak|understand|"
    r"try|stop|start|come off|have (?:a|an|my|some|the)|go back|lose|learn|request|quit|cut down)|(?:a|some|help|more|another|an) \w+) ")
_CAME = re.compile(r" (?:here for|here because|here about|come in for|came in for|coming in for|came in because|come about|here to (?:see|talk|get|discuss|find|ask|check)|wondering if|wondering about|wondering whether|"
                   r"i wonder if|i wonder whether|was hoping|ask you about|ask about|talk about) ")
_BAD_MEASURE = re.compile(
    r" (?:high|low|up|down|bad|poor|worse|problem|problems|trouble|issue|issues|all over|dropped|dropping|going|gone|losing|lost|gained|gaining|"
    r"raised|rubbish|terrible|awful|failing|off|not good|not great|too|up and down|worst|elevated|through the roof|creeping|disturbed|broken|no|"
    r"getting|decreased|increased|changed|struggling|worried|put on) ")
_LIFE = re.compile(
    r" (?:worried|worry|worrying|can't|cannot|afford|struggling|struggle|behind|lost|losing|no|cold|stress|stressful|hard|difficult|problem|problems|cut|"
    r"trouble|tight|short|nobody|too|debt|alone|caring|looking|keep|due|stressed|argument|fighting|evicted|damp|mould) ")
_CANNOT_DO = re.compile(
    r" (?:i |and |i just |just |really |we |still |so i |then i |also |that i )?(?:can't|cannot|couldn't|can barely|can hardly|could barely|am unable to|unable to|haven't been able to|not been able to|"
    r"i'm not able to|not able to|have (?:a hard time|trouble|difficulty)|having (?:a hard time|trouble|difficulty)) (?:even |really |properly |always |just |fully |seem to |get to )*(?P<verb>[a-z]+)")
_NO_HARDSHIP = frozenset("""
    remember recall think say tell believe wait complain imagine explain describe see hear know be help stop seem understand really pinpoint figure even blame
    guarantee promise miss thank decide come make do afford answer have put find go you find give stand
""".split())
_WEIGHT = re.compile(
    r" (?:gained|lost|put on|gaining|losing|dropped) (?:about |around |almost |over |nearly |like |a |some |up to )*(?:\w+ )?(?:\w+ )?(?:pounds|lbs|stone|kilos|kg|weight) ")
_IT_HURTS = re.compile(r" (?:it |that |they |which )?(?:just |really |also |only |always )?(?:hurts|hurt|aches|stings|burns|throbs) (?:when|to|if|every time|whenever|at night|all the time) ")


_MOODS = frozenset("low down rough weak sick ill frustrated embarrassed faint confused".split())
_FEELS = frozenset("feel feels feeling felt i'm im am been".split())
_NOT_MINE = frozenset("your his her their someone's everybody's people's".split())
_IS_AT = frozenset("it's just is mostly mainly probably also actually and in on my the a left right both lower upper".split())


@dataclass(frozen=True)
class Candidate:
    """Words ``first`` to ``after`` may be a concern of ``group``. ``settled``: the words say by themselves that it is
    meant ("can't sleep"), so denials around it are not asked for."""

    first: int
    after: int
    group: str
    clause: tuple[int, int]
    settled: bool = False


def candidates(words: Words, clause: tuple[int, int], mentions: list[Mention]) -> Iterator[Candidate]:
    """Everything in one clause that may be a concern, in no order; some may overlap."""
    yield from _worries(words, clause)
    yield from _wishes(words, clause)
    by_kind: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_kind.setdefault(mention.kind, []).append(mention)
    for kind in ("symptom", "condition"):
        for m in by_kind.get(kind, ()):
            if not _only_named(words, m, clause):
                yield Candidate(m.first, m.after, kind, clause)
    yield from _parts(words, by_kind, clause)
    yield from _alone(words, by_kind, clause)
    yield from _inabilities(words, by_kind, clause)
    yield from _medicines(by_kind, clause)
    yield from _named_only(words, by_kind, clause)
    line = f" {' '.join(words.said[clause[0]:clause[1]])} "
    yield from _told_plainly(words, clause, line)
    yield from _measures(words, by_kind, clause)
    if _LIFE.search(line):
        yield from (Candidate(m.first, m.after, "daily_life", clause) for m in by_kind.get("practical", ()))


def _only_named(words: Words, m: Mention, clause: tuple[int, int]) -> bool:
    """"Flu jab", "Dilantin for my seizures", "after my stroke": the word names something else, or explains it."""
    follows = words.ones[m.after] if m.after < len(words) else ""
    line = f" {' '.join(words.said[clause[0]:m.first])} "
    return follows in _OF_IT or _TAKEN_FOR.search(line) is not None or re.search(r" (?:after|since|before) (?:my|the|having|i had|that) $", line) is not None


_OF_IT = frozenset("vaccine vaccination shot jab test clinic study medicine medication pill tablet nurse team leaflet group specialist doctor screening".split())
_TAKEN_FOR = re.compile(
    r" (?:take|takes|taking|took|on|prescribed|given|uses?|using|treated|treating|steroids?|injections?|dilantin|medicine|medication|\w+(?:in|ol|ide|one|ine|am|il|an)) "
    r"(?:\w+ ){0,5}for (?:my |the |a |his |her |this |some )?$")


def _parts(words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    """A part of the body with what is wrong with it, the nearest of them."""
    wrong = [m for kind in ("trouble", "hurts", "wrong") for m in by_kind.get(kind, ()) if words.said[m.first] not in ("low", "down", "rough", "frustrated", "embarrassed")]
    for part in by_kind.get("body", ()):
        before = words.said[part.first - 1] if part.first else ""
        if before in _NOT_MINE or words.said[part.first] == "back" and not _is_the_back(words, part, before):
            continue
        near = [(_between(part, m), m) for m in wrong if _between(part, m) <= _NEAR]
        if near:
            nearest = min(near, key=lambda pair: pair[0])[1]
            yield Candidate(min(part.first, nearest.first), max(part.after, nearest.after), "symptom", clause)


def _is_the_back(words: Words, part: Mention, before: str) -> bool:
    """"My back", "back pain"; not "cut back", "go back to"."""
    follows = words.ones[part.after] if part.after < len(words) else ""
    return before in ("my", "the", "lower", "upper", "mid", "middle", "bad", "of", "low", "left", "right", "our") and follows not in (
        "of",) or follows in ("pain", "ache", "problem", "trouble", "issue", "hurt", "spasm", "injury", "ached", "discomfort", "surgery")


def _measures(words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    """"My sugar is up and down", "poor balance"; not "lifting weights"."""
    for m in by_kind.get("measure", ()):
        near = f" {' '.join(words.said[max(clause[0], m.first - 4):min(clause[1], m.after + 5)])} "
        mine = not m.first or words.said[m.first - 1] not in _NOT_MINE
        if mine and _BAD_MEASURE.search(near) and not _LIFTED.search(near):
            yield Candidate(m.first, m.after, "symptom", clause)


_LIFTED = re.compile(r" (?:lift\w*|off|bear\w*|weights|the) (?:\w+ )?weights? | weight (?:off|on|bear\w*|train\w*|study|loss study|watchers) ")


def _told_plainly(words: Words, clause: tuple[int, int], line: str) -> Iterator[Candidate]:
    """"Can't make a fist", "put on a stone", "it hurts to bend over"."""
    if (match := _CANNOT_DO.search(line)) and match["verb"] not in _NO_HARDSHIP and not _OF_OTHERS.search(line[:match.start() + 1]):
        first = clause[0] + line[:match.start() + 1].count(" ") - 1
        yield Candidate(first, _upto(words, first, clause[1], 8), "symptom", clause, settled=True)
    for pattern, most in ((_WEIGHT, 6), (_IT_HURTS, 7)):
        if match := pattern.search(line):
            first = clause[0] + line[:match.start() + 1].count(" ") - 1
            yield Candidate(first, _upto(words, first, clause[1], most), "symptom", clause)


_OF_OTHERS = re.compile(r" (?:you|he|she|they|doctor|doctors|nobody|people) $")


def _named_only(words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    """"My lower back.", "it's the left knee": a part that is all of a short clause."""
    parts = by_kind.get("body", ())
    if clause[1] - clause[0] > 7 or not parts or parts[-1].after != clause[1]:
        return
    inside = {place for part in parts for place in range(part.first, part.after)}
    if all(words.said[place] in _IS_AT for place in range(*clause) if place not in inside):
        yield Candidate(parts[0].first, parts[-1].after, "symptom", clause)


def _between(one: Mention, other: Mention) -> int:
    return max(one.first, other.first) - min(one.after, other.after)


def _alone(words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    """"I have a rash", "in a lot of pain", "I feel so tired"."""
    for m in by_kind.get("trouble", ()):
        led = set(words.said[max(clause[0], m.first - 4):m.first]) & _HAVE
        if words.ones[m.after - 1] not in _VAGUE and led:
            yield Candidate(m.first, m.after, "symptom", clause)
        elif _MUCH.search(f" {' '.join(words.said[max(clause[0], m.first - 3):m.after])} "):
            yield Candidate(m.first, m.after, "symptom", clause)
    for m in by_kind.get("wrong", ()):
        before = words.said[max(clause[0], m.first - 3):m.first]
        if words.said[m.first] in _MOODS and not set(before) & _FEELS:
            continue
        if before and before[-1] in _FEEL:
            yield Candidate(m.first, m.after, "symptom", clause)


def _inabilities(words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    """"Can't sleep", "trouble swallowing", "not sleeping"."""
    for m in [*by_kind.get("ability", ()), *by_kind.get("measure", ())]:
        end = m.first
        while end > clause[0] and words.said[end - 1] in _FILLERS:
            end -= 1
        for length in range(6, 0, -1):
            for stop in range(m.first, end - 1, -1):
                start = stop - length
                if start >= clause[0] and _CANNOT.match(" ".join(words.said[start:stop])):
                    if _is_a_plain_no(words, start, stop, m):
                        continue
                    yield Candidate(start, m.after, "symptom", clause, settled=True)
                    break
            else:
                continue
            break


def _is_a_plain_no(words: Words, start: int, stop: int, m: Mention) -> bool:
    """"I don't see why", "can't remember who": no trouble with seeing or with the memory."""
    verb, follows = words.said[m.after - 1], words.said[m.after] if m.after < len(words) else ""
    if words.said[start:stop] in _ONLY_NOT and verb not in _NOT_ENOUGH:
        return True
    return verb in ("remember", "think", "see", "tell", "hear", "hold", "afford") and follows in _NO_TROUBLE


_ONLY_NOT = (("not",), ("i'm", "not"), ("am", "not"), ("haven't",), ("don't",), ("didn't",), ("never",))
_NOT_ENOUGH = frozenset("sleep sleeping coping cope eating relax".split())
_NO_TROUBLE = frozenset("who what when where which why if any anything exactly the that it of how whether anytime anyone to you them".split())


def _medicines(by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    for m in by_kind.get("medicine", ()):
        for wrong in by_kind.get("medicine_trouble", ()):
            if _between(m, wrong) <= _NEAR:
                yield Candidate(min(m.first, wrong.first), max(m.after, wrong.after), "medicine", clause, settled=True)
                break


def _worries(words: Words, clause: tuple[int, int]) -> Iterator[Candidate]:
    line = f" {' '.join(words.said[clause[0]:clause[1]])} "
    if (match := _WORRY.search(line)) and not _NO_WORRY.search(line) and not _THEIR_WORRY.search(line):
        first = clause[0] + line[:match.start() + 1].count(" ") - 1
        yield Candidate(first, _upto(words, first, clause[1], 14), "worry", clause, settled=True)


def _wishes(words: Words, clause: tuple[int, int]) -> Iterator[Candidate]:
    line = f" {' '.join(words.said[clause[0]:clause[1]])} "
    for pattern in (_WANT, _CAME):
        if match := pattern.search(line):
            first = clause[0] + line[:match.start() + 1].count(" ") - 1
            yield Candidate(first, _upto(words, first, clause[1], 16), "request", clause, settled=True)
            return


def _upto(words: Words, first: int, end: int, most: int) -> int:
    """To the end of the clause, to a pause, or for ``most`` words."""
    after = first + 1
    while after < min(end, first + most) and (after not in words.pauses or after < first + 4):
        after += 1
    return after
