"""What sounds like a trouble and is none; and troubles that stand beside such words."""

from __future__ import annotations

import pytest

from bot.content.load_health import load_health
from bot.core.findings.concerns import find_concerns

WORDS = load_health()
NONE = (
    # What a clinician says to a patient, be it marked as the patient's.
    ("Does climbing bother your hip at all?", ""),
    ("can you describe how the ache comes on", ""),
    ("below that you would need to stop taking the tablets and give me a call", ""),
    # Not able to say, or not now.
    ("I can't really remember, it's a while back", "What did they give you?"),
    ("I can't right now, I have to be at the school", "Can you come in today?"),
    ("no, not right this minute", "Do you have the ache now?"),
    # It was only thought, or felt like it.
    ("I thought it was shingles at first", "What did you think it was?"),
    ("it felt like I was having a heart attack", "What did it feel like?"),
    # Of others.
    ("I nurse patients with pneumonia", "What do you do?"),
    ("Yes, a daughter. The only thing she has is asthma", "Do you have any kids?"),
    ("my mum would talk about her cousin a lot", ""),
    # Over.
    ("they operated to remove the gallstones", "What was done?"),
    ("I had some palpitations, but not recently", "Any palpitations?"),
    ("I've been pregnant three times", "Any pregnancies?"),
    # Taken for it.
    ("I use naproxen just for some swelling", "What do you take?"),
    # Less than before is no low mood.
    ("I'm down to three cigarettes a day", "Do you smoke?"),
    # Said with the verbs of troubles, but denied, or another's.
    ("I'm not experiencing any dizziness", "Any dizziness?"),
    ("my brother was diagnosed with haemochromatosis", "Does anything run in the family?"),
    ("I had a cough, it's much better", "How is the cough?"),
    # Manners.
    ("Good morning, I hope you are well", ""),
    ("oh, is it?", "It looks fine."),
    ("it hurts when I twist", "Does your knee hurt when you move?"),
)
SOME = (
    ("my arthritis isn't getting better", "", "arthritis"),
    ("my anxiety never goes away", "", "anxiety"),
    ("I can't remember names any more", "", "remember"),
    ("they told me to remove my hearing aid because of an ear infection", "", "ear infection"),
    ("I had palpitations last night and I still get them", "", "palpitations"),
    ("I've been feeling very nervous lately", "How have you been?", "nervous"),
    ("I have problems with coordination", "Any other problems?", "coordination"),
    ("I have trouble with my inhaler technique", "Anything else?", "inhaler"),
    ("I want to get tested for allergies", "What can I do?", "tested"),
    ("I want you to take this off", "What can I do?", "want you to take"),
    ("still a fair amount of pain", "How is it?", "pain"),
    ("no, just a slight cough", "Any fever?", "cough"),
    ("I wasn't watching my diet, and a little too much stress", "How were the holidays?", "stress"),
    ("I want to know how long I will be off work", "Anything else?", "know"),
    ("I can't swallow tablets at all", "", "swallow"),
    ("it hurts when I pee", "What brings you here?", "hurts when I pee"),
    ("I'm feeling down and I don't see anyone", "", "down"),
    ("I have the sniffles", "Any cold?", "sniffles"),
    ("I've had this ache in my wrist since May and it's not getting any better", "", "wrist"),
    ("I have a toothache. It's better than yesterday but I want it seen", "", "toothache"),
    ("I've been experiencing a lot of heaviness at night", "Anything new?", "heaviness"),
    ("I was diagnosed with haemochromatosis in spring", "Anything new?", "haemochromatosis"),
    ("the stitches are still bothering me", "How is it healing?", "stitches"),
    ("I think I need help", "", "need help"),
    ("I want something stronger for the nights", "What can I do?", "something stronger"),
    ("I have no support at home", "Who do you live with?", "no support"),
)


@pytest.mark.parametrize(("text", "question"), NONE)
def test_what_only_sounds_like_a_trouble_is_none(text: str, question: str) -> None:
    assert [one.words for one in find_concerns(text, WORDS, question or None)] == []


@pytest.mark.parametrize(("text", "question", "word"), SOME)
def test_a_trouble_beside_such_words_is_found(text: str, question: str, word: str) -> None:
    assert any(word in one.words for one in find_concerns(text, WORDS, question or None))
