"""A real browser, as a phone and as a desk, against the running system."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from urllib3.exceptions import HTTPError

from tests.browser.chat_page import ChatPage

PHONE, DESK = (360, 740), (1280, 800)
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)
NORMAL_TEXT = 16  # pixels; a browser's usual setting


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """Browsers that wait for the next test, by the size of their text: starting one takes longer than most tests."""
    browsers = Started(tmp_path_factory)
    yield browsers
    for driver in browsers.all:
        driver.quit()


class Started:
    """Browsers that run. One is lent to a single test at a time, and remembers nothing of the one before."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self.all: list[Chrome] = []
        self._folders = folders
        self._free: dict[int, list[Chrome]] = defaultdict(list)

    def lend(self, text: int) -> Chrome:
        while self._free[text]:
            driver = self._free[text].pop()
            try:
                forget_everything(driver)
                return driver
            except (WebDriverException, HTTPError):  # a test ended it, or left it so that no other can begin with it
                self.all.remove(driver)
                driver.quit()
        self.all.append(self._start(text))
        return self.all[-1]

    def take_back(self, driver: Chrome, text: int) -> None:
        self._free[text].append(driver)

    def _start(self, text: int) -> Chrome:
        options = ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in (*FLAGS, f"--user-data-dir={self._folders.mktemp('browser')}"):
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"webkit.webprefs.default_font_size": text})
        return Chrome(options=options, service=ChromeService("/usr/bin/chromedriver"))


def forget_everything(driver: Chrome) -> None:
    """A new window, with which no emulation began; the others are closed, and cookies, storage and cache are empty."""
    old, origins = driver.window_handles, set()
    driver.switch_to.window(old[0])
    driver.switch_to.new_window("window")
    fresh = driver.current_window_handle
    for handle in old:
        driver.switch_to.window(handle)
        origins.add("{0.scheme}://{0.netloc}".format(urlsplit(driver.current_url)))
        driver.close()
    driver.switch_to.window(fresh)
    for origin in origins:
        driver.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    driver.execute_cdp_cmd("Network.clearBrowserCache", {})


@pytest.fixture
def browser(started: Started) -> Iterator[Callable[..., Chrome]]:
    """Opens browsers: ``browser(size=PHONE, text=32)`` is a phone whose reader set their text to 200 %."""
    lent: list[tuple[Chrome, int]] = []

    def open_one(size: tuple[int, int] = PHONE, text: int = NORMAL_TEXT) -> Chrome:
        driver = started.lend(text)
        lent.append((driver, text))
        width, height = size
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        return driver

    yield open_one
    for driver, text in lent:
        started.take_back(driver, text)


@pytest.fixture
def phone(browser: Callable[..., Chrome]) -> ChatPage:
    return ChatPage(browser(PHONE))
