"""What somebody names when asked openly what they want to talk about, in words of no list ("the letter", "bad nights").

A short piece without a verb is a topic as it stands ("waterworks, the knee, flu jab"). Where nothing else was found, a whole
sentence is one, unless it says that there is nothing, that all is well, what was long ago, or who somebody is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.findings.tokens import Words, words_of

_LEADS = frozenset(
    """
    hi hello hiya hey morning afternoon good um er uh oh ah well so just only mainly mostly maybe perhaps it's its it is
about also
    and or plus then first firstly second secondly third thirdly last lastly one two three please doctor doc now really thing
    main the's probably basically ok okay yes yeah dear there that's still
    right sure correct exactly alright absolutely definitely
""".split()
)
_TRAILS = frozenset("please thanks thank doctor doc mostly mainly really too also like and or".split())
_VERBS = frozenset(
    """
    i i'm im i've ive i'd i'll you he she we they he's she's we're they're there's am is are was were be been being have has had
    do does did can will would could should might must may said say says told tell take takes took taken get gets got gotten go
    goes went gone come comes came let thinks think know see saw want need like make makes made put feel feels felt started
    checked wanted called live lives worked moved happened sorted looked manage keep keeps
""".split()
)
_HANGS = frozenset(
    "since for from at in on when after before until every last over by with without of if because while twice once during "
    "to like".split()
)
_NO_TOPIC = re.compile(
    r" (?:no|not|none|nope|never|nothing|nobody|nowt|without|fine|ok|okay|good|great|better|normal|strong|healed|sorted|"
    r"gone|cleared|settled|stable|controlled|well|thanks|thank|cheers|healthy|alright|happy|grumble|as before|no change|"
    r"the same|used to|years? ago|as a (?:child|kid)|whatever|anything|everything (?:is|i|i've|we)|(?:everything|all|"
    r"it)(?: i think)?(?= $)|that's (?:it|all|"
    r"everything)|fingers crossed|touch wood|i understand|makes sense|later|dunno|unsure|idea|stop|skip|"
    r"(?:19|20)\d\d|retired|"
    r"years? old|allergic|mother|father|mum|mam|mom|dad|brother|sister|uncle|aunt|auntie|grandad|grandfather|gran|nan|"
    r"grandmother|cousin|neighbour|neighbor|friend|family) "
    r"|^ (?:everything|all|it)(?: i think)? $"
)
_A_FACT = re.compile(
    r"^ (?:i'm|im|i am|aged?) (?:a |an )?(?:\d+|retired|married|single|from|here|just) |^ i (?:live|work|take|eat|walk|swim|"
    r"go|come|"
    r"moved|had|was|did|smoke|drink|play|have been here|just come|only come|came) |^ (?:i |we |really )*\w+n't |n't (?:know|"
    r"have|really|think|need|get|want|mind) |^ (?:they|he|she|the (?:doctor|nurse|letter) (?:said|says|told)) "
    r"|^ (?:in case|just in case|can|could|may|shall|let|hang on|wait|hold on|bye|see you) "
)
_TIMES = frozenset(
    "day days week weeks month months year years hour hours today yesterday tonight morning night times ago old daily "
    "weekly".split()
)
_LITTLE = frozenset("a an the my his her our me bit some very so of this that these those any all".split())
_PIECE_MOST = 6  # words; a longer piece is a sentence
_HANGS_MOST = 4  # words; "since last winter" tells when
_SENTENCES_MOST = 2  # a longer answer in which nothing was found is kept whole elsewhere, and is no list


def topics(text: str, found: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Where each topic begins and ends in an answer to an open question. Never raises.

    Args:
        found: where something was found already; nothing is named there again.

    >>> [text[a:b] for text in ["waterworks, and the letter"] for a, b in topics(text, ())]
    ['waterworks', 'the letter']
    """
    words = words_of(text)
    sentences = list(_split(0, len(words), words.stops))
    named = [one for sentence in sentences for one in _pieces_without_a_verb(words, sentence, found)]
    if not named and not found and len(sentences) <= _SENTENCES_MOST:
        named = [one for one in (_trimmed(words, *sentence) for sentence in sentences) if _may_be(words, one)]
    return tuple((words.starts[first], words.ends[after - 1]) for first, after in named)


def _split(first: int, after: int, at: frozenset[int]) -> Iterator[tuple[int, int]]:
    cuts = [first, *(place for place in range(first + 1, after) if place in at), after]
    return ((one, other) for one, other in zip(cuts, cuts[1:], strict=False) if one < other)


def _pieces_without_a_verb(words: Words, sentence: tuple[int, int], found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces of a sentence that is a list of such; none where one of its pieces tells something in a verb."""
    joins = frozenset(place for place in range(*sentence) if words.said[place] in ("and", "plus", "then", "also", "or", "but"))
    named = []
    for piece in _split(*sentence, words.pauses | joins):
        if any(words.starts[piece[0]] < end and start < words.ends[piece[1] - 1] for start, end in found):
            continue
        first, after = _trimmed(words, *piece)
        said = words.said[first:after]
        if set(said) & _VERBS:
            return []
        if _may_be(words, (first, after)) and len(said) <= _PIECE_MOST and said[0] not in _HANGS and said[-1] not in _HANGS:
            named.append((first, after))
    return named


def _trimmed(words: Words, first: int, after: int) -> tuple[int, int]:
    """Without greetings, numbers of a list and other words that lead up to it or follow it."""
    while first < after and (words.said[first] in _LEADS or words.said[first].isdigit()):
        first += 1
    while first < after and (words.said[after - 1] in _TRAILS or words.said[after - 1].isdigit()):
        after -= 1
    return first, after


def _may_be(words: Words, piece: tuple[int, int]) -> bool:
    """Whether there is something in these words that one could want to talk about."""
    said = words.said[piece[0] : piece[1]]
    line = f" {' '.join(said)} "
    empty = _LITTLE | _TIMES | (_VERBS if len(said) > 1 else frozenset())
    tells = [word for word in said if word not in empty and len(word) > 1 and not any(letter.isdigit() for letter in word)]
    hangs = said[:1] != () and said[0] in _HANGS and len(said) <= _HANGS_MOST
    return bool(tells) and not hangs and not _NO_TOPIC.search(line) and not _A_FACT.search(line)
