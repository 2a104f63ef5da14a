"""A person prepares on their phone, and their clinician reads it."""

from __future__ import annotations

from datetime import timedelta

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.chat_page import ChatPage, log_in
from tests.browser.conftest import DESK
from tests.whole_way import WORDS

RIGHT_TO_LEFT = "ركبتي تؤلمني"
MARKUP = "<img src=x onerror=\"document.title='broken in'\"><b>bold</b>"


def test_somebody_prepares_and_shares_and_their_clinician_reads_it_in_their_words(running, browser) -> None:
    phone = ChatPage(browser()).open(running.invite("Demo Whole Way", "whole-way", timedelta(days=1)))
    phone.prepares()
    assert "To sleep through" in phone.said[-1][1]
    phone.confirms()
    assert phone.asking == "afterwards"
    desk = browser(DESK)
    log_in(desk, f"{running.url}/clinic", running.clinician)
    listed = (By.PARTIAL_LINK_TEXT, "Demo Whole Way")
    WebDriverWait(desk, 20).until(lambda d: d.find_elements(*listed), "not on the clinic's list")[0].click()
    phone.wait(lambda: "My left knee" in text_of_page(desk), "the sheet did not open")
    sheet = text_of_page(desk)
    assert [words for words in WORDS.values() if words not in sheet] == []


def test_what_people_type_is_shown_as_typed_and_never_run(running, phone) -> None:
    phone.open(running.invite("Demo Markup")).plays(">agree", MARKUP)
    assert ("me", MARKUP) in phone.said
    assert phone.script("return document.querySelector('.c-bubble img, .c-bubble b')") is None
    assert "broken in" not in phone.driver.title


def test_right_to_left_text_runs_from_the_right_and_emoji_stay(running, phone) -> None:
    phone.open(running.invite("Demo Scripts")).plays(">agree", RIGHT_TO_LEFT)
    direction = phone.script(
        "const all = document.querySelectorAll('.c-message--me .c-bubble');"
        "return getComputedStyle(all[all.length - 1]).direction")
    assert direction == "rtl"
    phone.say("🙂🙂")
    assert ("me", "🙂🙂") in phone.said


def test_used_answers_stay_to_be_seen_and_cannot_be_tapped(running, phone) -> None:
    phone.open(running.invite("Demo Spent")).plays(">agree")
    past = phone.driver.find_elements(By.CSS_SELECTOR, ".c-past button")
    assert [button.text for button in past] == [
        "Yes, go ahead\n(you chose this)", "Yes, I am helping someone", "No, thank you"]
    assert not any(button.is_enabled() for button in past)


def test_a_double_tap_answers_once(running, phone) -> None:
    phone.open(running.invite("Demo Double"))
    phone.script("const b = document.querySelector('#choices button[value=agree]'); b.click(); b.click();")
    phone.wait(lambda: phone.asking == "matters:1", "the tap did not arrive")
    assert [text for who, text in phone.said if who == "me"] == ["Yes, go ahead"]


def test_help_leaves_the_question_open(running, phone) -> None:
    phone.open(running.invite("Demo Help")).plays("/help")
    assert [button.get_attribute("value") for button in phone.choices] == ["agree", "agree_helping", "decline"]


def test_a_card_and_its_question_can_both_be_tapped(running, phone) -> None:
    phone.open(running.invite("Demo Card")).prepares(as_far_as="question:1")
    phone.tap("/card")
    assert {"/keep_card", "no"} <= {button.get_attribute("value") for button in phone.choices}
    phone.tap("/keep_card")
    assert "/keep_card" not in [button.get_attribute("value") for button in phone.choices]


def test_after_a_pause_one_tap_goes_on_and_is_not_offered_again(running, phone) -> None:
    phone.open(running.invite("Demo Pause")).plays(">agree")
    phone.command("later")
    assert [button.get_attribute("value") for button in phone.choices] == ["/start"]
    phone.tap("/start")
    assert (phone.asking, phone.choices) == ("matters:1", [])


def test_an_empty_box_sends_nothing_and_keeps_the_focus(running, phone) -> None:
    phone.open(running.invite("Demo Empty"))
    before = phone.said
    phone.box.send_keys("   ")
    phone.driver.find_element(By.CSS_SELECTOR, "#composer button").click()
    assert phone.focused.get_attribute("id") == "text"
    assert phone.said == before


def test_a_text_past_the_limit_is_counted_and_stays_in_the_box(running, phone) -> None:
    phone.open(running.invite("Demo Long")).plays(">agree")
    phone.script(
        "arguments[0].value = 'a'.repeat(10005); arguments[0].dispatchEvent(new Event('input'))", phone.box)
    assert phone.text_of("counter") == "This is 5 letters too long. Please send it in parts."
    before = phone.said
    phone.driver.find_element(By.CSS_SELECTOR, "#composer button").click()
    assert len(phone.box.get_attribute("value")) == 10005
    assert phone.said == before


def test_ten_thousand_letters_are_sent_and_shown_whole(running, phone) -> None:
    phone.open(running.invite("Demo Ten Thousand")).plays(">agree")
    words = ("my knee and my hip " * 527)[:9_999] + "."
    phone.script("arguments[0].value = arguments[1]", phone.box, words)
    phone.say("")
    assert ("me", words) in phone.said


def text_of_page(driver: Chrome) -> str:
    return driver.execute_script("return (document.querySelector('main') || document.body).innerText")
