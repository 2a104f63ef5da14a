"""The chat page as a person uses it: what they see, tap and type. Used by every browser test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.whole_way import MOST_TURNS, turn_at

PATIENCE = 20  # seconds for one answer, on a machine that is busy with other things
THEIRS = ".c-message--paratoi"


class ChatPage:
    """One open chat page. Every method that says something waits until it has been answered."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def open(self, link: str) -> ChatPage:
        """Open an invitation link and wait for the first question."""
        self.driver.get(link)
        self.wait(lambda: self.asking is not None and self.box.is_displayed(), "the page did not ask anything")
        return self

    def reload(self) -> ChatPage:
        self.driver.refresh()
        self.wait(lambda: self.asking is not None and self.box.is_displayed(), "nothing came back after loading again")
        return self

    @property
    def box(self) -> WebElement:
        return self.driver.find_element(By.ID, "text")

    @property
    def asking(self) -> str | None:
        """The newest question's reference."""
        return self.script(
            "const all = document.querySelectorAll('[data-question]');"
            "return all.length ? all[all.length - 1].dataset.question : null")

    @property
    def said(self) -> list[tuple[str, str]]:
        """Who said what, from the top: ``("me" | "paratoi", text)``. A message still on its way is not counted."""
        return [tuple(pair) for pair in self.script(
            "return Array.from(document.querySelectorAll('.c-message:not(.is-pending)'), m =>"
            " [m.classList.contains('c-message--me') ? 'me' : 'paratoi', m.querySelector('.c-bubble').textContent])")]

    @property
    def choices(self) -> list[WebElement]:
        """The buttons that may be tapped now."""
        return self.driver.find_elements(By.CSS_SELECTOR, "#choices button:not(:disabled)")

    @property
    def focused(self) -> WebElement:
        return self.driver.switch_to.active_element

    def text_of(self, element_id: str) -> str:
        return self.driver.find_element(By.ID, element_id).text

    def say(self, text: str) -> ChatPage:
        """Type and press Enter. What the keyboard cannot type (emoji) is put into the box by script."""
        if max(map(ord, text), default=0) > 0xFFFF:
            self.script("arguments[0].value = arguments[1];", self.box, text)
            return self._answered(lambda: self.box.send_keys(Keys.ENTER))
        return self._answered(lambda: self.box.send_keys(text, Keys.ENTER))

    def tap(self, value: str) -> ChatPage:
        """Tap the button with this value."""
        self.wait(
            lambda: value in [button.get_attribute("value") for button in self.choices],
            f"no button {value} at {self.asking}, after {self.said[-2:]}")
        button = next(button for button in self.choices if button.get_attribute("value") == value)
        return self._answered(lambda: self._click(button))

    def command(self, value: str) -> ChatPage:
        """Press one of the buttons in the row at the bottom; a rarer one after opening "More"."""
        if self.driver.find_elements(By.CSS_SELECTOR, f"#more:not([open]) button[value={value}]"):
            self.driver.find_element(By.CSS_SELECTOR, "#more summary").click()
        button = self.driver.find_element(By.CSS_SELECTOR, f"#commands button[value={value}]")
        return self._answered(lambda: self._click(button))

    def plays(self, *turns: str) -> ChatPage:
        """Several turns: ``>value`` taps, ``/command`` presses, all else is typed."""
        for turn in turns:
            act = {">": self.tap, "/": self.command}.get(turn[0])
            if act:
                act(turn[1:])
            else:
                self.say(turn)
        return self

    def prepares(self, as_far_as: str = "read_back", play: Callable[[str], object] | None = None) -> ChatPage:
        """The whole way of ``tests/whole_way.py`` as far as a question; ``play(turn)`` takes the place of playing it.

        An answer's acknowledgement may come before the next question does: only then is it played on.
        """
        for _ in range(MOST_TURNS):
            asked = str(self.asking)
            if asked.startswith(as_far_as):
                return self
            (play or self.plays)(turn_at(asked))
            self.wait(lambda asked=asked: self.asking != asked, f"nothing is asked after {asked}")
        raise AssertionError(f"{as_far_as} never came: {self.said[-3:]}")

    def confirms(self) -> ChatPage:
        return self.tap("share")

    def press(self, *keys: str) -> ChatPage:
        """Keys pressed wherever the focus is."""
        ActionChains(self.driver).send_keys(*keys).perform()
        return self

    def script(self, code: str, *given: Any) -> Any:
        return self.driver.execute_script(code, *given)

    def wait(self, until: Callable[[], Any], problem: str, seconds: float = PATIENCE) -> Any:
        return WebDriverWait(self.driver, seconds, poll_frequency=0.05).until(lambda _: until(), problem)

    def _click(self, element: WebElement) -> None:
        # The box at the bottom may lie over it; a person scrolls first.
        self.script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def _answered(self, act: Callable[[], None]) -> ChatPage:
        before = self._count()
        act()
        self.wait(lambda: self._count() > before and self._quiet(), f"no answer; last heard: {self.said[-2:]}")
        return self

    def _count(self) -> int:
        return self.script(f"return document.querySelectorAll('{THEIRS}').length")

    def _quiet(self) -> bool:
        return not self.script("return document.querySelector('.is-pending, .c-typing__dots') !== null")


def log_in(driver: Chrome, address: str, staff: dict[str, str]) -> None:
    """Ask for a staff page, and log in where it sends us."""
    driver.get(address)
    driver.find_element(By.NAME, "username").send_keys(staff["user"])
    driver.find_element(By.NAME, "password").send_keys(staff["password"], Keys.ENTER)
    WebDriverWait(driver, PATIENCE).until(lambda d: not d.find_elements(By.NAME, "password"), "logging in failed")
