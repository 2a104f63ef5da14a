"""Nothing is lost or doubled when the page is loaded again, opened twice, or cut off."""

from __future__ import annotations

import os
import signal

from tests.browser.chat_page import ChatPage
from tests.browser.conftest import PHONE


def test_loading_again_shows_the_same_conversation_and_the_same_open_question(running, phone) -> None:
    phone.open(running.invite("Demo Reload")).plays(">agree", "My hip", ">no")
    assert phone.asking.startswith("importance")
    before, asking = phone.said, phone.asking
    phone.reload()
    assert (phone.said, phone.asking) == (before, asking)
    assert len(phone.choices) == 11
    phone.plays(">5")
    assert phone.asking == "hope"


def test_a_second_tab_shows_the_same_and_follows_along(running, phone) -> None:
    link = running.invite("Demo Tabs")
    phone.open(link).plays(">agree")
    first = phone.driver.current_window_handle
    phone.driver.switch_to.new_window("tab")
    phone.driver.get(f"{running.url}/chat")
    phone.wait(lambda: phone.asking == "matters:1", "the second tab shows nothing")
    phone.plays("Said in the second tab")
    told = phone.said
    phone.driver.switch_to.window(first)
    phone.wait(lambda: phone.said == told, "the first tab does not follow")
    phone.plays("Said in the first tab")
    mine = [text for who, text in phone.said if who == "me"]
    assert mine == ["Yes, go ahead", "Said in the second tab", "Said in the first tab"]


def test_a_draft_survives_loading_again(running, phone) -> None:
    phone.open(running.invite("Demo Draft"))
    phone.box.send_keys("half a thou")
    phone.reload()
    assert phone.box.get_attribute("value") == "half a thou"


def test_while_cut_off_it_says_so_keeps_the_words_and_comes_back_by_itself(running, phone) -> None:
    phone.open(running.invite("Demo Cut Off")).plays(">agree")
    network(phone, offline=True)
    phone.wait(lambda: phone.text_of("connection") == "Not connected. We will keep trying.", "it says nothing")
    phone.box.send_keys("My shoulder", "\n")
    phone.wait(lambda: phone.text_of("problem") != "", "it does not say that nothing was sent")
    assert phone.box.get_attribute("value") == "My shoulder"
    assert ("me", "My shoulder") not in phone.said
    network(phone, offline=False)
    phone.wait(lambda: "keep trying" not in phone.text_of("connection"), "it does not come back", 40)
    phone.say("")
    assert [text for who, text in phone.said if who == "me"] == ["Yes, go ahead", "My shoulder"]
    assert phone.box.get_attribute("value") == ""


def test_when_the_gateway_dies_the_page_comes_back_with_it(running, browser) -> None:
    page = ChatPage(browser(PHONE)).open(running.invite("Demo Restart")).plays(">agree")
    before = page.said
    for _ in range(3):  # after the third time it is not started again at once
        pid = page.wait(lambda: running.system.pid("gateway"), "it was not started again")
        os.kill(pid, signal.SIGKILL)
        page.wait(lambda pid=pid: running.system.pid("gateway") != pid, "it did not die")
    page.wait(lambda: "keep trying" in page.text_of("connection"), "it does not notice", 30)
    page.wait(lambda: "keep trying" not in page.text_of("connection"), "it does not come back", 60)
    assert page.said == before
    page.say("Still here")
    assert [text for who, text in page.said if who == "me"] == ["Yes, go ahead", "Still here"]


def network(page: ChatPage, offline: bool) -> None:
    page.driver.execute_cdp_cmd("Network.enable", {})
    page.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
