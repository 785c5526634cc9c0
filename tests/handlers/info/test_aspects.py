"""What of a service somebody asks for after it was named: in Indonesian, Minang, English and chat."""

from __future__ import annotations

import pytest

from handlers.info import aspects
from handlers.info.aspects import Aspect

ASKED = {
    Aspect.FEE: "berapa biayanya? / bara biayonyo / gratis ga? / brp? / how much does it cost? / harus bayar berapa / "
    "bayia bara / is it free / apakah ada biaya",
    Aspect.REQUIREMENTS: "syaratnya apa aja / apo se syaraiknyo / apa saja yang harus dibawa / what do I need? / "
    "berkas yg perlu disiapkan / apo nan dibaok",
    Aspect.TIME: "berapa lama / brp lama jadinya / bara ari salasai / how long does it take / kapan selesai / "
    "berapa hari",
    Aspect.PLACE: "dimana ngurusnya / di mana? / dima tu / where do i go? / alamatnya / ka ma maurusnyo",
    Aspect.HOURS: "jam berapa buka / jam bara tutuiknyo? / what time do they open / hari apa bukanya / "
    "is it open today / minggu buka ndak",
    Aspect.STEPS: "caranya gimana / gmn caranya min / baa caronyo / how? / apa saja langkah langkahnya",
    Aspect.CONTACT: "nomor teleponnya / ada wa nya ga / phone number",
    Aspect.ALL: "biaya sama syaratnya / bisa bayar dimana / selengkapnya",
}
OWN = "ktp hilang / lampu jalan mati / kalau kk gimana / makasih / ok / bisa diwakilkan? / apa itu? / jalan ditutup / "
OWN += "berapa biaya akta lahir"
EACH = [(text.strip(), aspect) for aspect, texts in ASKED.items() for text in texts.split(" / ")]


@pytest.mark.parametrize(("text", "aspect"), EACH)
def test_a_follow_up_is_understood(text: str, aspect: Aspect) -> None:
    assert aspects.find(text) is aspect


@pytest.mark.parametrize("text", OWN.split(" / "))
def test_what_names_something_of_its_own_is_no_follow_up(text: str) -> None:
    assert aspects.find(text) is None


def test_a_follow_up_may_name_the_service_again() -> None:
    assert aspects.find("berapa biaya akta lahir", "Akta lahir") is Aspect.FEE


def test_an_aspect_is_heard_in_a_longer_question_and_the_rest_is_what_it_is_about() -> None:
    assert aspects.named("jam buka puskesmas gunung") is Aspect.HOURS
    assert aspects.without("jam bara tutuik puskesmas gunung?") == "puskesmas gunung"
