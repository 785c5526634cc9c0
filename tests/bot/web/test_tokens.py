"""A token is recognised only if we issued it, and its address tells nothing about it."""

from __future__ import annotations

import pytest

from bot.web.tokens import Tokens

TOKENS = Tokens("s" * 32)


def test_a_token_has_128_random_bits_and_one_lasting_address() -> None:
    token = TOKENS.issue()

    assert token != TOKENS.issue()
    assert 22 == len(token.partition(".")[0])
    assert TOKENS.address(token) == Tokens("s" * 32).address(token)
    assert 32 == len(TOKENS.address(token) or "")


@pytest.mark.parametrize("token", ["", ".", "a.b", "é.é", "a" * 10_000])
def test_a_made_up_token_has_no_address(token: str) -> None:
    assert TOKENS.address(token) is None


def test_another_secret_does_not_know_our_tokens() -> None:
    assert Tokens("t" * 32).address(TOKENS.issue()) is None


def test_a_seal_opens_for_its_address_only() -> None:
    sealed = TOKENS.seal("here", {"ref": "stored:x"})

    assert {"ref": "stored:x"} == TOKENS.unseal("here", sealed)
    assert TOKENS.unseal("there", sealed) is None


@pytest.mark.parametrize("sealed", ["", ".", "a.b", "é"])
def test_a_made_up_seal_does_not_open(sealed: str) -> None:
    assert TOKENS.unseal("here", sealed) is None
