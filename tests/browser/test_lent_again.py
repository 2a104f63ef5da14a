"""One browser serves many tests, and none of them meets what another left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from selenium.webdriver import Chrome

from tests.browser.chat_page import ChatPage
from tests.browser.conftest import NORMAL_TEXT, Started
from tests.browser.test_staying_connected import network

LEAVE = "localStorage.setItem('left', 'here'); sessionStorage.setItem('left', 'here'); document.cookie = 'left=here'"
LEFT = "return [localStorage.getItem('left'), sessionStorage.getItem('left'), document.cookie]"


def test_a_browser_that_is_lent_again_remembers_nothing(running, started: Started) -> None:
    driver = started.lend(NORMAL_TEXT)
    page = ChatPage(driver).open(running.invite("Demo Lent"))
    page.script(LEAVE)
    assert page.script(LEFT) == ["here", "here", "left=here"]
    driver.switch_to.new_window("tab")
    driver.get(f"{running.url}/chat")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    network(page, offline=True)
    started.take_back(driver, NORMAL_TEXT)

    assert started.lend(NORMAL_TEXT) is driver
    try:
        assert len(driver.window_handles) == 1
        driver.get(f"{running.url}/health")
        assert driver.get_cookies() == []
        assert page.script(LEFT) == [None, None, ""]
        assert page.script("return matchMedia('print').matches") is False
    finally:
        started.take_back(driver, NORMAL_TEXT)


@pytest.mark.parametrize("end", [Chrome.close, Chrome.quit])
def test_a_browser_that_cannot_go_on_is_not_lent_again(started: Started, end: Callable[[Chrome], None]) -> None:
    driver = started.lend(NORMAL_TEXT)
    end(driver)
    started.take_back(driver, NORMAL_TEXT)
    another = started.lend(NORMAL_TEXT)
    started.take_back(another, NORMAL_TEXT)
    assert another is not driver and driver not in started.all
