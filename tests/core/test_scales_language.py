"""The classes of language around a number from 0 to 10, one list each: what is stored, what is asked back, what is not."""

import time

import pytest

from bot.core.scales import read_scale

STORED = {
    "put right": [
        ("6, no 7", 7), ("4, or rather, 5", 5), ("it's a 3. wait. 4.", 4), ("Give it two. No, give it three.", 3),
        ("5? no. 6? yeah 6", 6), ("a hundred. Okay okay, nine", 9), ("I tapped 3 by accident, should have been 8", 8),
        ("6 -> 7", 7),
    ],
    "moved on": [
        ("was a 4 now a 6", 6), ("I'd have said 3 this morning but now 7", 7), ("it's gone up from a 2 to a 5", 5),
        ("9, up from 6", 9), ("3 now down from a 6", 3), ("last week 4, this week 6", 6), ("went up to 8", 8),
        ("come down to a 4 from a 7", 4),
    ],
    "compared": [
        ("more like a 5 than a 6", 5), ("closer to 8 than 7", 8), ("a 4 rather than a 5", 4), ("more 7 than 8", 7),
        ("it isn't a 3, it's a 4", 4), ("7 compared to 9 last time", 7),
    ],
    "only thought of": [
        ("I want to say 9 but it's 6", 6), ("I'd love to say 9 or 10 but honestly it's a 5", 5), ("10 would be lying, 7", 7),
        ("wouldn't go as far as 6, so 4", 4),
    ],
    "somebody else's": [
        ("my boyfriend would go 9 but it's a 5", 5), ("me 8 him 3", 8), ("the wife is shouting 9, 6", 6),
        ("my sister who rated it 4 is wrong. I would rate it 8.", 8),
    ],
    "settled": [
        ("6 or 7. let's say 7", 7), ("somewhere between 5 and 7 so I'll say 6", 6), ("8 and a bit but put 8", 8),
        ("7.5 but if it has to be a whole one 8", 8), ("it can't be more than a two, aye, two", 2),
        ("nine. Six for the itch, but all in all, nine.", 9), ("more than a 6, less than an 8", 7), ("six will do", 6),
    ],
    "a story beside": [
        ("I take 4 tablets in the morning and 2 at night, so I give this 6", 6),
        ("3 lots of 10 a day they want. I'd say 5.", 5),
        ("on the A47 every day. Eight.", 8), ("they want 10,000 steps and I manage 2,000 so 9", 9),
        ("my boys, two boys, 4 and 6, need me so it's an 8", 8), ("Ten years of it. Ten! So I'd say 4", 4),
        ("They sent 10 sheets, I did 1. So, two.", 2),
    ],
    "figures of speech": [
        ("nine days out of ten I could, so eight", 8), ("it's on my mind 24/7, 10", 10), ("9, 100%", 9), ("50/50 so 5", 5),
        ("6\n\nSent from my iPhone 11", 6), ("10-4. No, seriously: nine.", 9), ("sixes and sevens, me. 4", 4),
    ],
    "typed": [
        ("ummmm 6 ? dunno", 6), ("...4", 4), ("7out of 10", 7), ("7/10 <3", 7), ("sevem", 7), ("eighr", 8), ("'7'", 7),
        ("id say8", 8), ("7cos it hurts", 7), ("7\\10", 7), ("half a dozen", 6), ("8\nbecause of my knee", 8),
    ],
    "a share or a percentage beside": [
        ("8, 80% sure", 8), ("70% so 7", 7), ("I turned up to 4 out of 5 appointments. 6.", 6), ("six stars out of ten", 6),
        ("4 out of a possible 10", 4),
    ],
    "out of ten, with more told": [
        ("8/10, with 2 kids at home that's good", 8), ("7/10, I take 4 tablets in the morning", 7), ("7/10 most days", 7),
        ("8 out of 10, it was 4 before the op", 8), ("7 out of 10 overall, 9 when it is dry", 7), ("8/10 if I have help", 8),
    ],
    "a turn of phrase leads": [("hand on heart 8", 8), ("in fairness 4", 4), ("leaning towards 6", 6), ("gun to my head 8", 8)],
    "in many Englishes": [
        ("for me is six", 6), ("I think is 8 for sure", 8), ("a guid seven", 7), ("sax", 6), ("seven on ten", 7), ("7 lah", 7),
        ("nein out of ten", 9), ("tow/10", 2), ("won/10", 1), ("for out of ten", 4), ("it's a nein", 9), ("nein, 7", 7),
        ("8 points", 8), ("mi woulda seh nine darlin", 9), ("eight'll dae", 8), ("5 ig", 5), ("Out of ten? Eight.", 8),
    ],
}  # fmt: skip

ASKED_BACK = [
    ("higher than 4 anyway", 5, 10), ("better than a 5", 6, 10), ("not quite a 9", 8, 9), ("nothing under an 8", 8, 10),
    ("six, mebbe seven", 6, 7), ("9 pushing 10", 9, 10), ("5 verging on 6", 5, 6), ("50/50", 4, 6), ("6.5 rising", 6, 7),
    ("7ish 8ish", 7, 8), ("a six upwards", 6, 10), ("three and a fifth", 3, 4), ("one and a fourth", 1, 2),
    ("4 n a half", 4, 5),
    ("not quite a six but better than a five", 5, 6), ("he says 7 I say 8 so put one of those", 7, 8),
    ("I'd say 6, no, leave it that I'm a 6 or a 7", 6, 7),
]  # fmt: skip

NOT_STORED = {
    "several": [
        "it was 6 on Monday and 2 on Tuesday", "Monday it was a 4, Thursday a 9", "7 for pain and 3 for worry",
        "7 3", "8/10 on a good day, 3/10 on a bad", "starting it 9, keeping it up 4",
        "importance 7 sureness 3", "10 to the first one and 6 to this one", "with my sister 8, alone 3",
        "7 if I sleep 2 if I don't", "To keep my job, ten. For myself, I could take it or leave it, four.",
        "8 out of 10 on a good day, 3 on a bad one", "7/10 most days but 2 when it rains", "6/10 at home, 3 at work",
        "8 out of 10 on a good day. 3 if it's wet", "8/10 sometimes 2", "6 out of 10. Down to 3 if I'm tired",
        "9 out of 10 when I'm with my sister", "8 when my son is here",
        "cutting down, six. stopping altogether, one", "7 (so that's an 8 in normal people)", "9 on a good day",
    ],
    "off the scale": [
        "10 times 10", "ten squared, 100", "twelve", "twice a ten", "10.000", "10,000", "ten and then some", "a dozen",
        "11", "10 million", "ten plus one",
    ],
    "another word": ["nein", "Nein, danke", "tow", "to", "too", "for", "won", "ate", "fore", "I said nein"],
    "another scale": ["35 %", "35%", "3 in 10", "1 in 4", "three quarters", "two thirds", "7 out of 9", "5 stars"],
    "a time or a dose": [
        "half 7", "see you at 3", "at 9", "9 o clock", "2 in the morning", "I take 3 in the morning", "one at night",
        "6 each night", "four hourly", "two with food", "I'm on 5", "in 5", "on the 5", "until week 3", "8 at night",
    ],
    "something counted or named": [
        "0161 496 0000", "I had 4", "1 stroke", "a pint or two", "one or two of them", "my audit score was 8", "I wear a 6",
        "the surgery gets a 3", "the hospital was a 2", "skip to 5", "I counted to ten", "another 7",
        "I'm number 6 in the queue",
        "a couple", "a few", "pick one for me",
    ],
    "a wish or another time": [
        "I'd like it to be a 9", "ask me tomorrow 8", "want to get to 8", "by next month an 8", "once it was a 9",
        "it could be a 9 if the bus ran",
    ],
    "said no to": ["8? no", "8 is too high", "8 was a mistake", "8, I don't think so", "8 or not", "suppose I say 8"],
    "a share of ten": ["7 out of 10 people", "8 out of ten mornings I wake up sore", "I took 8 of the 10 tablets", "on 7/10"],
    "a question": ["is that out of ten for me or him?", "what's a 10", "should I say 8", "is 4 too low", "10 as in best?"],
    "somebody else's": ["some say 5", "my wife's number is 5", "his is a 9", "don't make me say 10"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), [row for rows in STORED.values() for row in rows])
def test_the_score_that_is_meant_now_is_stored(text: str, value: int) -> None:
    reading = read_scale(text)
    assert (reading.kind, reading.value) == ("exact", value)


@pytest.mark.parametrize(("text", "low", "high"), ASKED_BACK)
def test_what_lies_between_two_numbers_is_asked_back(text: str, low: int, high: int) -> None:
    reading = read_scale(text)
    assert (reading.kind, reading.low, reading.high) == ("range", low, high)


@pytest.mark.parametrize("text", [text for texts in NOT_STORED.values() for text in texts])
def test_a_number_that_is_no_score_is_not_stored(text: str) -> None:
    assert read_scale(text).kind != "exact"


def test_a_long_list_of_numbers_is_no_score_and_takes_no_time() -> None:
    began = time.perf_counter()
    assert read_scale("was a 4 now a 7 " * 200).kind == "none"
    assert time.perf_counter() - began < 2
