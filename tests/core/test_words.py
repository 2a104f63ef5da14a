import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.words import kind_of_text, tidy


@pytest.mark.parametrize(("written", "kept"), [
    ("  hello \n", "hello"),
    ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ("a\x00b\x07c", "abc"),
    ("half \ud83d an emoji", "half  an emoji"),
    ("a  b\t c", "a  b\t c"),
    ("<b>Bold</b> & 'quoted'", "<b>Bold</b> & 'quoted'"),
    ("שלום, מה שלומך", "שלום, מה שלומך"),
    ("", ""),
])
def test_only_what_cannot_be_kept_is_dropped(written: str, kept: str) -> None:
    assert tidy(written) == kept


@pytest.mark.parametrize("text", ["👍", "👍🏽", "👩‍👩‍👧‍👦", "🇬🇧", "7️⃣", "❤️", "😀 😀", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "☺️", "🔟"])
def test_pictures_alone_are_emoji(text: str) -> None:
    assert kind_of_text(text) == "emoji"


@pytest.mark.parametrize("text", ["7", " 7. ", "0", "3.5", "-1", "seven", "twenty-five", "7/10", "35%", "120"])
def test_figures_alone_are_a_number(text: str) -> None:
    assert kind_of_text(text) == "number"


@pytest.mark.parametrize("text", ["my knee", "7 weeks", "👍 great", "and", "?!", "one of them", "مرحبا", "<script>"])
def test_anything_else_is_words(text: str) -> None:
    assert kind_of_text(text) == "words"


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00", "\u200b", "\ufeff"])
def test_nothing_to_see_is_empty(text: str) -> None:
    assert kind_of_text(text) == "empty"


@given(st.text(st.characters()))
def test_what_was_tidied_can_be_written_and_stays_as_it_is(text: str) -> None:
    kept = tidy(text)
    kept.encode("utf-8")
    assert "\x00" not in kept
    assert tidy(kept) == kept
    assert kind_of_text(text) in {"empty", "emoji", "number", "words"}
