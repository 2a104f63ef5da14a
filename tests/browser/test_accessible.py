"""The chat page can be used by everybody: checked with axe, with large text, and without a mouse."""

from __future__ import annotations

import pytest
from selenium.webdriver import Keys
from selenium.webdriver.common.by import By

from tests.browser.axe import violations
from tests.browser.chat_page import ChatPage
from tests.browser.conftest import DESK, PHONE

TO_A_SCALE = (">agree", "My knee gives way on the stairs", ">no")
# Elements that stick out of the page, or whose own words stick out of them.
CUT = """
const out = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1
  || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
const wordsOf = e => Array.from(e.childNodes).filter(n => n.nodeType === 3 && n.textContent.trim()).map(n => {
  const range = document.createRange(); range.selectNodeContents(n); return range.getBoundingClientRect(); });
const wide = {left: 0, right: innerWidth, top: -1e6, bottom: 1e6};
return Array.from(document.querySelectorAll('button, textarea, .c-bubble, legend, .c-scale__end, .c-footer p'))
  .filter(e => e.offsetHeight > 1)
  .filter(e => out(e.getBoundingClientRect(), wide) || wordsOf(e).some(w => out(w, e.getBoundingClientRect())))
  .map(e => e.outerHTML);
"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_at_the_welcome_at_a_scale_and_at_the_read_back(running, browser, size) -> None:
    page = ChatPage(browser(size)).open(running.invite("Demo Axe"))
    assert violations(page.driver) == []
    page.plays(*TO_A_SCALE)
    assert page.asking == "importance:1"
    assert violations(page.driver) == []
    page.plays(">7", "/skip", "/skip", ">no")
    assert page.asking == "read_back"
    assert violations(page.driver) == []


def test_axe_finds_nothing_on_the_page_for_a_link_that_does_not_open(running, browser) -> None:
    driver = browser(PHONE)
    driver.get(f"{running.url}/i/nonsense")
    assert "could not open this link" in driver.find_element(By.TAG_NAME, "h1").text
    assert violations(driver) == []


@pytest.mark.parametrize("size", [PHONE, DESK, (320, 640)], ids=["phone", "desk", "narrow"])
@pytest.mark.parametrize("text", [16, 32], ids=["normal text", "text at 200 %"])
def test_nothing_scrolls_sideways_and_no_button_is_cut(running, browser, size, text) -> None:
    page = ChatPage(browser(size, text)).open(running.invite("Demo Large"))
    unbroken = f"My knee hurts on the stairs and it is {'very' * 60} sore"
    for turns in ((), (">agree",), (unbroken,), (">no",), (">7",)):
        page.plays(*turns)
        assert page.script("return document.documentElement.scrollWidth - innerWidth") <= 0
        assert page.script(CUT) == []


def test_large_text_is_really_twice_as_large(running, browser) -> None:
    sizes = []
    for text in (16, 32):
        page = ChatPage(browser(PHONE, text)).open(running.invite("Demo Twice"))
        sizes.append(page.script("return parseFloat(getComputedStyle(document.querySelector('.c-bubble')).fontSize)"))
    assert sizes[1] == 2 * sizes[0]


def test_a_scale_is_eleven_buttons_in_a_labelled_group_with_both_ends_in_words(running, phone) -> None:
    phone.open(running.invite("Demo Scale")).plays(*TO_A_SCALE)
    group = phone.driver.find_element(By.CSS_SELECTOR, "#choices fieldset")
    assert group.find_element(By.TAG_NAME, "legend").text == "Tap a number from 0 to 10"
    assert [button.get_attribute("value") for button in phone.choices] == [str(n) for n in range(11)]
    assert "0 = not at all important" in group.text
    assert "10 = extremely important" in group.text
    assert phone.choices[0].accessible_name == "0, not at all important"
    assert phone.choices[10].accessible_name == "10, extremely important"


def test_the_step_is_told_in_words_and_as_a_bar(running, phone) -> None:
    phone.open(running.invite("Demo Step")).plays(">agree")
    assert phone.text_of("progress-text") == "Step 2 of 7"
    bar = phone.driver.find_element(By.ID, "progress-bar")
    assert (bar.get_attribute("value"), bar.get_attribute("max")) == ("2", "7")
    assert bar.accessible_name == "Step 2 of 7"


def test_a_screen_reader_hears_new_messages_politely_and_knows_who_speaks(running, phone) -> None:
    phone.open(running.invite("Demo Reader"))
    log = phone.driver.find_element(By.ID, "log")
    phone.wait(lambda: log.get_attribute("aria-live") == "polite", "the log stays silent")
    assert log.get_attribute("role") == "log"
    phone.plays(">agree")
    spoken = phone.script("return Array.from(document.querySelectorAll('.c-message'), m => m.children[0].textContent +"
                          " (m.children[1] ? m.children[1].textContent : ''))")
    assert any("You said:" in line for line in spoken)
    assert any("Paratoi said:" in line for line in spoken)


def test_the_whole_conversation_works_by_keyboard_alone(running, phone) -> None:
    phone.open(running.invite("Demo Keys"))
    choose(phone, "agree")
    write(phone, "I get breathless on the hill")
    choose(phone, "no")
    choose(phone, "7")
    write(phone, "To know what it is")
    press_command(phone, "skip")
    choose(phone, "no")
    assert phone.asking == "read_back"
    choose(phone, "share")
    phone.wait(lambda: phone.asking == "afterwards", "it was not shared")


def choose(page: ChatPage, value: str) -> None:
    """Tab to the button and press it; the focus must never fall back to the page itself."""
    reach(page, lambda: page.focused.get_attribute("value") == value, value)
    page._answered(lambda: page.press(Keys.SPACE))
    assert page.focused.tag_name != "body"


def write(page: ChatPage, text: str) -> None:
    reach(page, lambda: page.focused.get_attribute("id") == "text", "the box")
    page._answered(lambda: page.press(text, Keys.ENTER))
    assert page.focused.get_attribute("id") == "text"


def press_command(page: ChatPage, value: str) -> None:
    reach(page, lambda: page.focused.get_attribute("value") == value, value)
    page._answered(lambda: page.press(Keys.ENTER))
    assert page.focused.get_attribute("value") == value


def reach(page: ChatPage, there, what: str) -> None:
    """Tab on until the focus is there, seen and not covered; round the page once at most."""
    for _ in range(60):
        if there():
            break
        page.press(Keys.TAB)
    assert there(), f"cannot reach {what} with the Tab key"
    covered = page.script(
        "const e = document.activeElement, b = e.getBoundingClientRect();"
        "const top = document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2);"
        "return !(top && (e.contains(top) || top.contains(e)))")
    assert not covered, f"{what} has the focus but is covered"
