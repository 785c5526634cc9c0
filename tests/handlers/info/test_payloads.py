"""What a link carries: kept within what Telegram allows, and read back."""

from __future__ import annotations

import pytest

from handlers.info import payloads
from handlers.info.payloads import Kind, Target


@pytest.mark.parametrize("kind", Kind)
def test_what_is_written_is_read_back(kind: Kind) -> None:
    target = Target(kind, "ktp_hilang-2")

    assert payloads.read(target.payload) == target


@pytest.mark.parametrize("code", ["", "a b", "a&b", "ä", "x" * 64, "../a"])
def test_a_code_that_no_link_carries_is_refused(code: str) -> None:
    target = Target(Kind.ANSWER, code)
    with pytest.raises(ValueError, match="64 letters"):
        _ = target.payload


@pytest.mark.parametrize("payload", ["", "jawab", "jawab_", "i-secret", "kantor_ä", "lain_x", "layanan_" + "x" * 60])
def test_what_is_no_payload_of_ours_opens_nothing(payload: str) -> None:
    assert payloads.read(payload) is None
