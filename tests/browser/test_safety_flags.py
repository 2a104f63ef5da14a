"""After a safety text one tap goes on; and the staff's pages of flags and contacts, on a phone and at a desk."""

from __future__ import annotations

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from bot.store import tables
from tests.browser.axe import violations
from tests.browser.chat_page import PATIENCE, ChatPage
from tests.browser.conftest import DESK, PHONE

DANGER = "I want to kill myself"


def log_in(driver: Chrome, login: dict[str, str]) -> None:
    driver.get(login["url"] + "/login")
    driver.find_element(By.ID, "username").send_keys(login["user"])
    driver.find_element(By.ID, "password").send_keys(login["password"])
    driver.find_element(By.CSS_SELECTOR, "main button[type=submit]").click()
    shows(driver, "Log out")


def shows(driver: Chrome, words: str) -> None:
    """Wait for the page with these words."""
    WebDriverWait(driver, PATIENCE).until(lambda browser: words in browser.page_source, words)


def sticks_out(driver: Chrome) -> bool:
    return driver.execute_script("return document.documentElement.scrollWidth > innerWidth + 1")


def test_one_tap_says_that_one_is_fine_and_the_question_comes_again(running, phone: ChatPage) -> None:
    phone.open(running.invite("Demo Figure", "figure-of-speech")).plays(">agree")
    asked = phone.asking
    phone.say(DANGER)
    assert [button.text for button in phone.choices] == ["Go on with the questions", "I am fine, go on"]
    assert violations(phone.driver) == []
    phone.tap("/fine")
    assert phone.asking == asked
    assert any("your words" in text for who, text in phone.said if who == "paratoi")
    with running.house.units.reading() as unit:
        remarks = unit.session.query(tables.FlagRemark).filter_by(how="tapped").all()
    assert [one.words for one in remarks][-1:] == ["I am fine, go on"]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_staff_see_acknowledge_and_name_contacts(running, browser, size) -> None:
    chat = ChatPage(browser(size)).open(running.invite("Demo Watched")).plays(">agree")
    chat.say(DANGER).say("I'm fine, it was a figure of speech")
    driver = browser(size)
    log_in(driver, running.clinician)
    driver.get(f"{running.url}/flags")
    assert "it was a figure of speech" in driver.find_element(By.CLASS_NAME, "f-list").text
    assert violations(driver) == [] and not sticks_out(driver)
    driver.find_element(By.CSS_SELECTOR, ".f-flag h3 a").click()
    shows(driver, "Who has been told")
    assert violations(driver) == [] and not sticks_out(driver)
    driver.find_element(By.CSS_SELECTOR, ".f-form input[type=text]").send_keys("Rang them")
    driver.find_element(By.CSS_SELECTOR, ".f-form button").click()
    shows(driver, "Acknowledged by")
    assert violations(driver) == []
    driver.get(f"{running.url}/staff/contacts")
    assert "Dr Demo Duty" in driver.find_element(By.CLASS_NAME, "f-contacts").text
    assert violations(driver) == [] and not sticks_out(driver)
