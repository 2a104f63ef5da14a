"""The chat page can be used by everybody: checked with axe, with large text, and without a mouse."""

from __future__ import annotations

import pytest
from selenium.webdriver import Keys
from selenium.webdriver.common.by import By

from tests.browser.axe import violations
from tests.browser.chat_page import ChatPage
from tests.browser.conftest import DESK, PHONE

MORE = (By.CSS_SELECTOR, "#more summary")
# Elements that stick out of the page, or whose own words stick out of them.
CUT = """
const out = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1
  || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
const wordsOf = e => Array.from(e.childNodes).filter(n => n.nodeType === 3 && n.textContent.trim()).map(n => {
  const range = document.createRange(); range.selectNodeContents(n); return range.getBoundingClientRect(); });
const wide = {left: 0, right: innerWidth, top: -1e6, bottom: 1e6};
return Array.from(document.querySelectorAll('button, textarea, .c-bubble, legend, .c-scale__end, .c-footer p'))
  .filter(e => e.offsetHeight > 1 && e.checkVisibility())
  .filter(e => out(e.getBoundingClientRect(), wide) || wordsOf(e).some(w => out(w, e.getBoundingClientRect())))
  .map(e => e.outerHTML);
"""
# Whether something else lies over the middle of an element.
COVERED = """
const e = arguments[0];
if (e.closest('#more')) e.scrollIntoView({block: 'nearest'});
const b = e.getBoundingClientRect(), top = document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2);
return !(top && (e.contains(top) || top.contains(e)));
"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_at_the_welcome_at_a_scale_and_at_the_read_back(running, browser, size) -> None:
    page = ChatPage(browser(size)).open(running.invite("Demo Axe"))
    assert violations(page.driver) == []
    page.prepares(as_far_as="importance")
    assert violations(page.driver) == []
    page.driver.find_element(*MORE).click()
    assert violations(page.driver) == []
    page.prepares()
    assert violations(page.driver) == []
    page.plays(">change")
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
    phone.open(running.invite("Demo Scale")).prepares(as_far_as="importance")
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
    phone.prepares(play=lambda turn: {">": choose, "/": press_command}.get(turn[0], write)(phone, turn.lstrip(">/")))
    choose(phone, "share")
    phone.wait(lambda: phone.asking == "afterwards", "it was not shared")


def test_the_rarer_commands_work_by_keyboard_and_the_focus_stays_where_they_are(running, phone) -> None:
    phone.open(running.invite("Demo More")).plays(">agree")
    open_more(phone)
    reach(phone, lambda: phone.focused.get_attribute("value") == "why", "the first of them")
    phone._answered(lambda: phone.press(Keys.SPACE))
    assert (phone.focused.tag_name, phone.asking) == ("summary", "matters:1")
    assert not more_is_open(phone)
    open_more(phone)
    phone.press(Keys.TAB, Keys.ESCAPE)
    assert (phone.focused.tag_name, more_is_open(phone)) == ("summary", False)


@pytest.mark.parametrize("text", [16, 32], ids=["normal text", "text at 200 %"])
@pytest.mark.parametrize("size", [PHONE, (320, 640)], ids=["phone", "narrow"])
def test_the_rarer_commands_cover_nothing_and_none_is_cut(running, browser, size, text) -> None:
    page = ChatPage(browser(size, text)).open(running.invite("Demo More Large")).plays(">agree", "My knee")
    page.driver.find_element(*MORE).click()
    page.wait(lambda: more_is_open(page), "it does not open")
    assert page.script("return document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.script(CUT) == []
    for value in [button.get_attribute("value") for button in page.driver.find_elements(By.CSS_SELECTOR, "#more button")]:
        assert not page.script(COVERED, page.driver.find_element(By.CSS_SELECTOR, f"#more button[value={value}]")), value
    page.script("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.choices[-1]
    page.script("arguments[0].scrollIntoView({block: 'nearest'})", last)
    assert not page.script(COVERED, last)


def test_a_long_list_leaves_only_what_was_tapped(running, phone) -> None:
    phone.open(running.invite("Demo Long List")).prepares().plays(">change")
    assert len(phone.choices) > 8
    tapped = phone.choices[0].text
    phone.tap("1")
    past = phone.driver.find_elements(By.CSS_SELECTOR, ".c-message:nth-last-of-type(-n + 4) .c-past button")
    assert f"{tapped}\n(you chose this)" in [button.text for button in past]
    assert not any(button.text.startswith("2.") for button in past)


def open_more(page: ChatPage) -> None:
    reach(page, lambda: page.focused.tag_name == "summary", "More")
    page.press(Keys.ENTER)
    page.wait(lambda: more_is_open(page), "it does not open")


def more_is_open(page: ChatPage) -> bool:
    return page.script("return document.getElementById('more').open")


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
    assert not page.script(COVERED, page.focused), f"{what} has the focus but is covered"
