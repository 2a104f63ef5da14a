"""Short answers in the many ways people give them: a yes, a no, "that's all", "I would rather not", "the first one".

Whole messages only. What goes on ("no, but my hip hurts") is none of them.
"""

from __future__ import annotations

import re

from bot.core.phrases import plain

_YES = r"(?:yes|yeah|yep|yup|aye|ok|okay|sure|certainly|of course|go on(?: then)?|go ahead|fine|all right|alright|ye)"
_NO = r"(?:no|nope|nah|no thanks|no thank you)"
_LEAD = r"(?:(?:oh|well|um|erm|actually|right|so|and|ah|then|i said|hmm|maybe) )*"
_KIND = (
    r"(?: (?:please|thanks|thank you|then|dear|love|course|ta|doctor|doc|now|really|mate|pet|duck|hun|certainly|yes|"
    r"fine|go on))*")
_BARE_YES = re.compile(
    rf"{_LEAD}{_YES}(?: of course)?{_KIND}"
    r"(?: (?:that'?s|that is|it'?s|it is) (?:it|right|fine|ok|okay|all right|how i mean it))?"
    r"(?: (?:keep|put) (?:them|it) (?:apart|separate(?:ly)?|one by one))?")
_BARE_NO = re.compile(
    rf"{_LEAD}{_NO}{_KIND}"
    r"(?: (?:we|i) (?:manage|get by|cope|do fine)| (?:we'?re|i'?m|we are|i am) (?:fine|ok|okay|all right))?"
    r"(?: (?:it'?s|it is|that'?s|they'?re) (?:one(?: thing)?|all one|the same(?: thing)?|all the same))?"
    r"(?: (?:keep|leave) (?:it|them) (?:as it is|as they are|as one|together|whole|alone|be))?")
_HELPING = re.compile(
    r"\b(?:i'?m|i am) (?:helping|answering for|doing this for|typing for|filling this in for|(?:his|her|their) "
    r"(?:wife|husband|daughter|son|carer|mum|mam|mother|dad|father|sister|brother|partner|friend|neighbour|nurse))\b|"
    r"\bon (?:his|her|their) behalf\b|"
    r"\b(?:helping|for) my (?:mum|mam|mother|dad|father|wife|husband|son|daughter|nan|gran|sister|brother|partner|friend|"
    r"neighbour)\b")
_TURNS = re.compile(r"\b(?:but|not|don'?t|do not|won'?t|never|rather|unless|if|no)\b")

_HEDGE = r"(?:i (?:really )?(?:think|guess|believe|reckon|suppose|don'?t think so) )?"
_ALL = (
    r"(?:that'?s|that is|that will be|that'?ll be|thats|it'?s|i'?m|we'?re) "
    r"(?:all|it|everything|the lot|about it|me|me done|done|enough|plenty|your lot|all of it)"
    r"(?: (?:i|we) (?:have|had|can think of|wanted))?")
_NONE = (
    r"(?:nothing|not anything|nowt)(?: (?:else|more|further|really|comes to mind|i can think of|that i can think of))*|"
    r"(?:none|no more|not really|not that i can think of|i don'?t think so|can'?t think of anything(?: else)?|"
    r"i can'?t think of anything(?: else)?|nothing springs to mind)")
_TAIL = (
    r"(?: (?:thanks for asking|thank you for asking|thanks|thank you|ta|really|for now|for today|at the moment|now|"
    r"today|doctor|doc|love|cheers|then|please))*")
_THE_END = re.compile(
    rf"(?:(?:no|nope|nah|oh|ok|okay|um|well|yes|yeah|thank you|thanks) )*{_HEDGE}(?:{_ALL}|{_NONE}){_TAIL}")

_REFUSES = re.compile(
    r"(?:no )?(?:i )?(?:really )?(?:don'?t|do not|dont|won'?t|will not) (?:want|wish|need|care|feel like|fancy|think i want)"
    r"(?: to| any)?(?: (?:talk(?:ing)?|think(?:ing)?|say|answer|discuss|do|change|go into|be asked))?"
    r"(?: (?:about|on))?(?: (?:it|that|this|anything|any|any of (?:it|that|this)|my \w+|change|changes|one|"
    r"a change))?(?: (?:any ?more|now|today|here|again|please|thanks|thank you))*"
    r"|(?:no )?(?:i'?m|i am) (?:fine|happy|ok|okay|all right|content) (?:as i am|the way (?:i am|things are)|as it is|"
    r"thanks|thank you)"
    r"|(?:none|that'?s none) of your business|mind your own(?: business)?|(?:that'?s|it'?s|this is) (?:private|personal|"
    r"my business)|"
    r"there'?s nothing (?:i want to change|to change)|(?:i )?(?:have|got) no wish to(?: .{1,20})?|leave me (?:alone|"
    r"be)(?: about (?:it|that|this))?")

_ORDINALS = {"first": 1, "1st": 1, "top": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5,
             "5th": 5, "last": -1, "bottom": -1}
_ORDINAL = re.compile(rf"{_LEAD}(?:the |that |it'?s the |i'?d say the |number )*(?P<place>{'|'.join(_ORDINALS)})"
                      r"(?: (?:one|thing|please|on the list|of them|line))*")


def is_yes(text: str) -> bool:
    """Whether the whole message is a plain yes. Never raises.

    >>> is_yes("Oh yes of course dear"), is_yes("yes but not today")
    (True, False)
    """
    return _BARE_YES.fullmatch(plain(text)) is not None


def begins_with_yes(text: str) -> bool:
    """Whether a short message begins with a yes and takes nothing of it back ("Yes that would be lovely, go ahead")."""
    said = plain(text)
    begins = re.match(rf"{_LEAD}{_YES}\b", said) or re.match(r"(?:alright|all right|ok|okay) then yes\b", said)
    return begins is not None and len(said.split()) <= 8 and "?" not in text and not _TURNS.search(said[begins.end():])


_OPEN_AGAIN = re.compile(
    r"\b(?:but|maybe|perhaps|might|could|soon|later|one day|some day|yet|until|till|\d+|month|week|year|summer|spring|"
    r"autumn|winter|christmas|easter)s?\b")


def begins_with_no(text: str) -> bool:
    """Whether a message begins with a no and leaves nothing open ("not really, no. I like my pipe")."""
    said = plain(text)
    begins = re.match(r"(?:no|nope|nah|not really|not at all|never|not for me)\b", said)
    return begins is not None and "?" not in text and not _OPEN_AGAIN.search(said[begins.end():])


def is_no(text: str) -> bool:
    """Whether the whole message is a plain no."""
    return _BARE_NO.fullmatch(plain(text)) is not None


def yes_for_somebody(text: str) -> bool:
    """Whether a message is a yes by somebody who helps: it begins with a yes and says whom they answer for."""
    said = plain(text)
    begins = re.match(rf"{_LEAD}{_YES}\b", said)
    return begins is not None and _HELPING.search(said) is not None and not _TURNS.search(said[begins.end():])


def ends_a_list(text: str) -> bool:
    """Whether the whole message says that this is all.

    >>> ends_a_list("No, I think that's everything."), ends_a_list("no thank you, nothing else")
    (True, True)
    >>> ends_a_list("nothing helps")
    False
    """
    return _THE_END.fullmatch(plain(text)) is not None


def refuses(text: str) -> bool:
    """Whether the whole message says that the person would rather not talk about what is asked."""
    return _REFUSES.fullmatch(plain(text)) is not None


_LEAVES = re.compile(
    r"\b(?:i'?ll|i will|can i|could i|let me|i'?d rather|we can|we'?ll) (?:do|finish|carry on|go on|come back|answer|"
    r"continue|leave)\b.*"
    r"\b(?:later|another (?:day|time)|tomorrow|tonight|next week|when i'?m back|after (?:tea|dinner|lunch|work))\b"
    r"|\b(?:i have to|i'?ve got to|got to|need to|have to|must) (?:go|stop|leave|dash|run)\b")


def leaves_for_now(text: str) -> bool:
    """Whether a message says that the person has to stop and will come back. Meant for where no words were asked for."""
    return _LEAVES.search(plain(text)) is not None


def place_named(text: str, count: int) -> int | None:
    """The place from 1 to ``count`` that a whole message names ("the first one", "the last"); None when it does not."""
    match = _ORDINAL.fullmatch(plain(text))
    if match is None or count < 1:
        return None
    place = _ORDINALS[match["place"]]
    return count if place == -1 else place if place <= count else None
