"""The page of flags shows a new flag by itself, and never takes away what somebody is typing."""

from __future__ import annotations

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.axe import violations
from tests.browser.chat_page import ChatPage
from tests.browser.conftest import DESK
from tests.browser.test_safety_flags import DANGER, log_in, shows

SOON = 40  # seconds; the page looks every 15, the frame every 20


@pytest.fixture
def watching(running, browser) -> Chrome:
    """The page of flags, open, with one flag waiting."""
    flag_of(running, browser, "Demo First Flag")
    driver = browser(DESK)
    log_in(driver, running.clinician)
    driver.get(f"{running.url}/flags")
    return driver


def flag_of(running, browser, name: str) -> None:
    chat = ChatPage(browser()).open(running.invite(name)).plays(">agree")
    chat.say(DANGER)
    chat.driver.quit()


def until(driver: Chrome, holds, why: str) -> None:
    WebDriverWait(driver, SOON, poll_frequency=0.2).until(lambda _: holds(), why)


def text_of(driver: Chrome, element: str) -> str:
    return driver.find_element(By.ID, element).text


def names(driver: Chrome) -> str:
    return text_of(driver, "f-list")


def cut_off(driver: Chrome, offline: bool) -> None:
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})


def test_a_new_flag_is_shown_and_announced_while_a_note_is_being_typed(running, browser, watching) -> None:
    note = watching.find_elements(By.CSS_SELECTOR, ".f-form input[name=note]")[-1]
    note.send_keys("Rang th")
    looked = text_of(watching, "f-looked")
    flag_of(running, browser, "Demo Second Flag")
    until(watching, lambda: "Demo Second Flag" in names(watching), "the new flag does not show")
    news = watching.find_element(By.ID, "f-news")
    assert news.get_attribute("role") == "alert" and "New flag: May be at risk of self-harm" in news.text
    assert text_of(watching, "f-looked") != looked
    assert watching.switch_to.active_element == note
    note.send_keys("em")
    assert note.get_attribute("value") == "Rang them"
    assert f"({len(watching.find_elements(By.CSS_SELECTOR, '#f-list > li'))})" in watching.title
    assert violations(watching) == []


def test_a_flag_somebody_else_acknowledged_goes_unless_a_note_to_it_is_being_typed(running, browser, watching) -> None:
    flag_of(running, browser, "Demo Taken Flag")
    watching.refresh()
    typed_in, taken = watching.find_elements(By.CSS_SELECTOR, "#f-list > li")[-2:]
    typed_in.find_element(By.NAME, "note").send_keys("I ring")
    other = browser(DESK)
    log_in(other, running.clinician)
    for flag in (typed_in, taken):
        other.get(f"{running.url}/flags/{flag.get_attribute('id')[len('flag-'):]}")
        other.find_element(By.CSS_SELECTOR, ".f-form button").click()
        shows(other, "Acknowledged by")  # else the next page may be asked for before the form is on its way
    until(watching, lambda: "Demo Taken Flag" not in names(watching), "what is done stays on the list")
    assert "has acknowledged this flag" in typed_in.text
    assert typed_in.find_element(By.NAME, "note").get_attribute("value") == "I ring"
    assert "Demo Taken Flag" in text_of(watching, "f-done")
    assert violations(watching) == []


def test_it_says_when_it_cannot_reach_the_server_and_when_the_login_has_ended(running, browser, watching) -> None:
    cut_off(watching, offline=True)
    looked = text_of(watching, "f-looked")
    until(watching, lambda: "cannot be reached" in text_of(watching, "f-trouble"), "it is silent")
    assert looked in text_of(watching, "f-trouble") and text_of(watching, "f-looked") == looked
    assert violations(watching) == []
    cut_off(watching, offline=False)
    until(watching, lambda: not text_of(watching, "f-trouble"), "it does not come back")
    watching.delete_all_cookies()
    until(watching, lambda: "You are logged out" in text_of(watching, "f-trouble"), "it says nothing of the login")


def test_without_javascript_a_frame_tells_of_new_flags_and_the_note_stays(running, browser, watching) -> None:
    watching.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    watching.get(f"{running.url}/flags")
    note = watching.find_elements(By.CSS_SELECTOR, ".f-form input[name=note]")[-1]
    note.send_keys("Rang them")
    flag_of(running, browser, "Demo Third Flag")

    def told() -> bool:
        watching.switch_to.frame(watching.find_element(By.CSS_SELECTOR, "iframe.f-frame"))
        said = watching.find_element(By.TAG_NAME, "body").text
        watching.switch_to.default_content()
        return "1 new flag since you opened this page" in said

    until(watching, told, "the frame does not tell")
    assert note.get_attribute("value") == "Rang them"
    watching.switch_to.frame(watching.find_element(By.CSS_SELECTOR, "iframe.f-frame"))
    watching.find_element(By.LINK_TEXT, "Load the page again").click()
    watching.switch_to.default_content()
    until(watching, lambda: "Demo Third Flag" in names(watching), "the page was not loaded again")
