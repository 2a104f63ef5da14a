"""The conversation on paper, or a person's own copy alone; and the dots while an answer is awaited."""

from __future__ import annotations

import base64
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import Keys
from selenium.webdriver.common.by import By

from tests.browser.axe import violations
from tests.browser.chat_page import ChatPage
from tests.browser.test_staying_connected import network
from tests.running import Running

PRINT = (By.CSS_SELECTOR, ".c-copy__print")
# What a browser asks its printer for, in place of a dialogue nobody could answer here.
HOLD = "window.printed = 0; window.print = () => { window.printed += 1; }"


@pytest.fixture
def copied(running, phone: ChatPage) -> ChatPage:
    """Somebody who said two things, asked for their own copy, and is asked on."""
    phone.open(running.invite("Demo Paper")).plays(">agree", "My left knee", "And my sleep", "/copy")
    phone.script(HOLD)
    return phone


def on_paper(page: ChatPage) -> str:
    """What a sheet of paper would show."""
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        return page.script("return document.body.innerText")
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def end_of_printing(page: ChatPage) -> None:
    page.script("window.dispatchEvent(new Event('afterprint'))")


def test_the_copy_has_a_button_and_nothing_else_has(copied: ChatPage) -> None:
    (button,) = copied.driver.find_elements(*PRINT)
    assert button.text == "Print this copy"
    whose = copied.script("return arguments[0].closest('.c-message').querySelector('.c-bubble').textContent", button)
    assert whose.startswith("This is your own copy.") and "My left knee" in whose
    assert violations(copied.driver) == []


def test_its_button_prints_that_copy_alone_with_the_clinic_and_the_date(copied: ChatPage) -> None:
    copied._click(copied.driver.find_element(*PRINT))
    assert copied.script("return window.printed") == 1
    paper = on_paper(copied)
    today = copied.script("return new Date().toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'})")
    copy = next(text for who, text in copied.said if who == "paratoi" and text.startswith("This is your own copy"))
    assert [line for line in copy.splitlines() if line.strip() not in paper] == []
    assert "Running Demo Clinic" in paper and today in paper
    left = paper.replace(copy, "")
    for other in ("Yes, go ahead", "Print", "Paratoi said", "Get ready", "999", copied.said[0][1][:40]):
        assert other not in left, other


def test_without_the_button_the_whole_conversation_is_printed_also_afterwards(copied: ChatPage) -> None:
    before = on_paper(copied)
    assert "Yes, go ahead" in before and "My left knee" in before and "Print this copy" not in before
    copied._click(copied.driver.find_element(*PRINT))
    end_of_printing(copied)
    assert on_paper(copied) == before


def test_the_copy_can_be_printed_by_keyboard_and_the_keyboard_goes_on_from_there(copied: ChatPage) -> None:
    copied.script("document.getElementById('main').focus()")
    for _ in range(10):
        copied.press(Keys.TAB)
        if copied.focused.text == "Print this copy":
            break
    assert copied.focused.text == "Print this copy"
    copied.press(Keys.ENTER)
    assert copied.script("return window.printed") == 1
    end_of_printing(copied)
    assert copied.focused.text == "Print this copy"


def test_after_loading_again_each_of_two_copies_prints_itself(running, copied: ChatPage) -> None:
    copied.plays("My balance", "/copy").reload()
    copied.script(HOLD)
    first, second = copied.driver.find_elements(*PRINT)
    for button, has_it in ((first, False), (second, True)):
        copied._click(button)
        assert ("My balance" in on_paper(copied)) is has_it
        end_of_printing(copied)


def test_the_paper_is_one_page_with_the_copy_on_it(copied: ChatPage, tmp_path: Path) -> None:
    copied._click(copied.driver.find_element(*PRINT))
    made = tmp_path / "copy.pdf"
    made.write_bytes(base64.b64decode(copied.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": False})["data"]))
    assert made.read_bytes().startswith(b"%PDF") and made.read_bytes().count(b"/Type /Page\n") == 1
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", made, "-"], capture_output=True, text=True, check=True).stdout
        assert "My left knee" in text and "Yes, go ahead" not in text


def test_dots_show_while_an_answer_is_awaited_and_go_away_with_it(running, phone: ChatPage) -> None:
    phone.open(running.invite("Demo Dots")).plays(">agree")
    assert phone.text_of("typing") == ""
    with thinking_slowly(running):
        phone.box.send_keys("My shoulder", Keys.ENTER)
        phone.wait(lambda: phone.script("return document.querySelectorAll('.c-typing__dot').length") == 3, "no dots")
        dots = phone.driver.find_element(By.ID, "typing")
        assert dots.get_attribute("role") == "status"
        assert "Paratoi is writing" in dots.get_attribute("textContent")
    phone.wait(lambda: phone.script("return !document.querySelector('.c-typing__dots')"), "the dots stay")
    assert ("me", "My shoulder") in phone.said and phone.said[-1][0] == "paratoi"


def test_a_second_tab_shows_the_dots_as_well_and_they_go_away(running, phone: ChatPage) -> None:
    phone.open(running.invite("Demo Two Tabs")).plays(">agree")
    first = phone.driver.current_window_handle
    phone.driver.switch_to.new_window("tab")
    phone.driver.get(f"{running.url}/chat")
    phone.wait(lambda: phone.asking == "matters:1", "the second tab shows nothing")
    second = phone.driver.current_window_handle
    with thinking_slowly(running):
        phone.driver.switch_to.window(first)
        phone.box.send_keys("My shoulder", Keys.ENTER)
        phone.driver.switch_to.window(second)
        phone.wait(lambda: phone.script("return document.querySelectorAll('.c-typing__dot').length") == 3, "no dots")
    phone.wait(lambda: phone.script("return !document.querySelector('.c-typing__dots')"), "the dots stay")
    phone.wait(lambda: ("me", "My shoulder") in phone.said, "the second tab does not follow")


def test_no_dots_stay_when_the_answer_does_not_come(running, phone: ChatPage) -> None:
    phone.open(running.invite("Demo Lost")).plays(">agree")
    network(phone, offline=True)
    phone.box.send_keys("My shoulder", Keys.ENTER)
    phone.wait(lambda: phone.text_of("problem") != "", "it does not say that nothing was sent")
    assert phone.script("return document.querySelector('.c-typing__dots')") is None


@contextmanager
def thinking_slowly(running: Running) -> Iterator[None]:
    """Nothing is decided while this lasts."""
    pid = running.system.pid("actions")
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)
