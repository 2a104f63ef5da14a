"""A real browser, as a phone and as a desk, against the running system."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from tests.browser.chat_page import ChatPage

PHONE, DESK = (360, 740), (1280, 800)
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)
NORMAL_TEXT = 16  # pixels; a browser's usual setting


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Callable[..., Chrome]]:
    """Opens browsers: ``browser(size=PHONE, text=32)`` is a phone whose reader set their text to 200 %."""
    opened: list[Chrome] = []

    def open_one(size: tuple[int, int] = PHONE, text: int = NORMAL_TEXT) -> Chrome:
        options = ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in (*FLAGS, f"--user-data-dir={tmp_path / f'browser-{len(opened)}'}"):
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"webkit.webprefs.default_font_size": text})
        driver = Chrome(options=options, service=ChromeService("/usr/bin/chromedriver"))
        opened.append(driver)
        width, height = size
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        return driver

    yield open_one
    for driver in opened:
        driver.quit()


@pytest.fixture
def phone(browser: Callable[..., Chrome]) -> ChatPage:
    return ChatPage(browser(PHONE))
