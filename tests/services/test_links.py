from __future__ import annotations

import re
import string

import pytest

from bot.services.links import BadLink, Links

LINKS = Links("a secret", "https://prepare.example")


def test_a_token_gives_back_the_code_it_was_made_from() -> None:
    code = LINKS.new_code()
    assert LINKS.read(LINKS.token(code)) == code


def test_codes_are_22_characters_and_never_the_same() -> None:
    codes = {LINKS.new_code() for _ in range(500)}
    assert len(codes) == 500
    assert {len(code) for code in codes} == {22}


def test_a_token_fits_a_web_address_and_telegrams_start_parameter() -> None:
    token = LINKS.token(LINKS.new_code())
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", token)
    assert LINKS.url(token[:22]) == f"https://prepare.example/i/{token}"


def test_changing_any_character_to_any_other_spoils_a_token() -> None:
    token = LINKS.token(LINKS.new_code())
    for place in range(len(token)):
        for other in string.ascii_letters + string.digits + "-_":
            changed = token[:place] + other + token[place + 1:]
            if changed != token:
                with pytest.raises(BadLink):
                    LINKS.read(changed)


@pytest.mark.parametrize("token", ["", "x", "a" * 22, "a" * 44, "a" * 5000, "é" * 44, "../../etc", "\x00" * 44])
def test_what_we_never_made_is_refused(token: str) -> None:
    with pytest.raises(BadLink):
        LINKS.read(token)


def test_something_behind_a_good_token_spoils_it() -> None:
    with pytest.raises(BadLink):
        LINKS.read(LINKS.token(LINKS.new_code()) + "x")


def test_a_token_of_another_secret_is_refused() -> None:
    with pytest.raises(BadLink):
        LINKS.read(Links("another secret", "https://prepare.example").token(LINKS.new_code()))


def test_the_same_invitation_opens_in_telegram_where_a_bot_is_named() -> None:
    links = Links("secret", "http://localhost", "@demo_bot")
    code = links.new_code()
    assert links.telegram_url(code) == f"https://t.me/demo_bot?start={links.token(code)}"
    assert Links("secret", "http://localhost").telegram_url(code) == ""
