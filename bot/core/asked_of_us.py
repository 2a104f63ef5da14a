"""Questions put to us where an answer was asked for: what comes next, about health, the visit, Paratoi, or something else.

Only a message that is a question as a whole counts. An answer that ends in "is that all right?" stays an answer.
"""

from __future__ import annotations

import re

from bot.core.phrases import plain

_LONGEST = 30  # words; a longer message has an answer in it
_OPENS = re.compile(
    r"^(?:(?:but|and|so|also|sorry|please|hey|ok|okay|well|hello|hi|doctor|just) )*"
    r"(?:what(?:'s|s)?|when(?:'s|s)?|where(?:'s|s)?|who(?:'s|s|se)?|why(?:'s)?|how(?:'s|s|d)?|which|should|shall|can|could|would|"
    r"will|is|are|am|was|do|does|did|may|might|must|have i got|has|tell me|play|set|book|order|give me|show me|"
    r"i wonder)\b")
_STATEMENT = re.compile(r"^(?:what|when|where|who|how|why|which) (?:i|my|the|we|it|he|she|they)\b(?!.*\?\s*$)")

_US = re.compile(
    r"\b(?:are you|you are|r u|is this|am i (?:talking|speaking|writing|chatting) to|is there|is that) (?:an? |"
    r"the |really |just )*"
    r"(?:robot|bot|computer|machine|real|human|person|ai|chatbot|program|somebody|someone|anybody|anyone|doctor|nurse)\b"
    r"|\b(?:who|what) (?:are|r) (?:you|u)\b|\bwhat(?:'s| is) your name\b|\bwho (?:made|built|runs|wrote|"
    r"programmed|owns) (?:you|this)\b"
    r"|\bwho (?:will |can |gets to |else )?(?:reads?|sees?|get|gets|watch(?:es)?|looks? at) (?:this|it|these|what|"
    r"my|all)\b"
    r"|\b(?:is|are) (?:this|these|it|my answers?) (?:private|confidential|safe here|secure|anonymous|recorded|"
    r"being recorded)\b"
    r"|\bwhere (?:does|do|will) (?:this|these|it|my answers?|what i (?:write|say)) go\b"
    r"|\bwhat (?:happens|do you do) (?:to|with) (?:this|these|my answers?|what i (?:write|say|tell you))\b"
    r"|\b(?:do i have to|must i) (?:do|answer) (?:this|these|it|that|all)\b|\bhow long (?:will|does|is) (?:this|"
    r"it) (?:take|going)\b"
    r"|\bhow many (?:more )?questions\b")
_VISIT = re.compile(
    r"\b(?:what time|which day|what day|when|where|how (?:do|can) i (?:get|find|reach)|how long|can i (?:change|"
    r"move|cancel|bring)|could i "
    r"(?:change|move|cancel|bring)|is there|where can i)\b.*\b(?:appointment|appt|visit|clinic|surgery|hospital|"
    r"car park|parking|park|bus|"
    r"wheelchair|lift|toilet|there)\b|\b(?:is my|when's my|whens my) (?:appointment|visit)\b"
    r"|\bwho (?:am i|will i be|do i) (?:seeing|see)\b|^(?:can|could|may|should) i (?:bring|change the time|"
    r"come earlier|come later)\b")
_HEALTH = re.compile(
    r"\b(?:tablets?|pills?|medicines?|medications?|meds|doses?|dosage|drugs?|prescription|inhalers?|insulin|injections?|jabs?|vaccines?|steroids?|"
    r"antibiotics?|painkillers?|paracetamol|ibuprofen|aspirin|statins?|warfarin|metformin|cream|pains?|painful|hurts?|ache|aching|"
    r"sore|swollen|swelling|rash|itch\w*|bleed\w*|blood|sugar|pressure|heart|lungs?|kidneys?|liver|stomach|bowels?|knees?|hips?|back|head\w*|"
    r"legs?|feet|foot|hands?|eyes?|ears?|skin|joints?|muscles?|breath\w*|cough\w*|dizz\w*|tired\w*|fever|temperature|infection|virus|"
    r"cancer|tumou?r|diabet\w*|asthma|arthritis|stroke|dementia|depress\w*|anxi\w*|symptoms?|side effects?|scan|"
    r"x-?ray|mri|test|tests|results?|"
    r"operation|surgery|treatment|treated|cure\w*|diagnos\w*|condition|illness|disease|serious|dangerous|safe|normal|healthy|die|dying|"
    r"diet|exercise|alcohol|drive|pregnan\w*|weight|sleep|worse|better|contagious|catching|take|taking|eat|eating)\b")
_OURS = re.compile(r"\b(?:i|i'm|i've|me|my|mine|we|us|our|it|this|these|he|she|him|her|his|they)\b")
_NEXT = re.compile(
    r"^(?:(?:ok|okay|right|so|and|but|well|sorry|please|then|thanks|thank you) )*(?:"
    r"what(?:'s| is|s)? (?:happens |do i do |should i do |must i do |am i (?:supposed|meant) to do |do you want me to do |"
    r"comes |will happen |happening )?(?:now|next|then|after this|after that)|now what|where do we go from here|"
    r"what (?:do i do|should i do|am i (?:supposed|meant) to do|do you want me to do|do i do here)|"
    r"is (?:that|this) (?:it|all|everything|the end)(?: now| then)?|"
    r"are we (?:done|finished|nearly (?:done|finished|there))(?: now| yet)?|"
    r"(?:am i (?:done|finished)|have i finished)(?: now| yet)?|"
    r"how (?:much|many) (?:more|longer)(?: is there| to go| are there| questions| will it take| will this take)?"
    r")(?: please| then)?$")


def asks_what_next(text: str) -> bool:
    """Whether the message as a whole asks how it goes on here. Never raises.

    >>> asks_what_next("ok, what happens now?"), asks_what_next("what happens next with my knee?")
    (True, False)
    """
    return _NEXT.match(" ".join(re.sub(r"[^\w' ]+", " ", plain(text)).split())) is not None


def is_question_or_order(text: str) -> bool:
    """Whether each sentence of a short message asks or orders something."""
    sentences = [one for one in re.split(r"(?<=[.!?])\s+|\n+", text.strip()) if one.strip()]
    return bool(sentences) and len(text.split()) <= _LONGEST and all(
        one.rstrip().endswith("?") or _OPENS.match(plain(one)) for one in sentences)


def asked_of_us(text: str) -> str | None:
    """What the message as a whole asks: ``about_us`` ``visit`` ``medical`` ``other``; None when it may be an answer.

    Never raises. Nothing here is answered with advice: the caller only chooses where the question is sent.

    >>> asked_of_us("should I stop taking the blue tablets?")
    'medical'
    >>> asked_of_us("To know what is going on with my knee") is None
    True
    """
    said = plain(text)
    if not said or not is_question_or_order(text):
        return None
    asks = text.rstrip().endswith("?")
    if _STATEMENT.match(said) or (not asks and not _OPENS.match(said)):
        return None
    if _US.search(said):
        return "about_us"
    if _VISIT.search(said):
        return "visit"
    if _HEALTH.search(said) and (_OURS.search(said) or asks):
        return "medical"
    # "What the doctor thinks", "can I have a chair?": too little to tell, or too near to an answer.
    plain_order = _PLAIN_ORDER.match(said) is not None
    return "other" if plain_order or (asks and _OPENS.match(said) and not _OURS.search(said)) else None


_PLAIN_ORDER = re.compile(
    r"^(?:tell me|play|set|book|give me|show me|what's the|whats the|what is the|who is|who won|how do you|"
    r"can you|could you)\b")
