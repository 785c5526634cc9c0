"""The emulator of Twilio notices what Twilio would refuse."""

from __future__ import annotations

import aiohttp
import pytest

from tests.emulators import twilio_rules
from tests.emulators.twilio_api import TwilioApi
from tests.payloads import whatsapp as payloads

GOOD = {
    "To": payloads.CITIZEN,
    "From": payloads.SENDER,
    "Body": "Halo",
    "StatusCallback": "https://lapor.example.go.id/whatsapp/status?o=1",
}
HX = payloads.sid("HX", 1)


def test_a_proper_form_breaks_no_rule() -> None:
    assert twilio_rules.check_form(list(GOOD.items())) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"To": ""}, 21604),
        ({"To": "+6281200000001"}, 21211),
        ({"To": "whatsapp:081200000001"}, 21211),
        ({"From": "14155238886"}, 21212),
        ({"MessagingServiceSid": payloads.sid("MG", 1)}, 21603),
        ({"MessagingServiceSid": "MG1"}, 20001),
        ({"Text": "Halo"}, 20001),
        ({"Body": "a" * 1601}, 21617),
        ({"Body": ""}, 21619),
        ({"StatusCallback": "/whatsapp/status"}, 20001),
        ({"StatusCallback": "https://our_city.example/"}, 20001),
        ({"ValidityPeriod": "soon"}, 20001),
        ({"ContentSid": HX}, 20001),
        ({"ContentVariables": "{}"}, 92007),
        ({"ScheduleType": "someday"}, 20001),
    ],
)
def test_a_broken_rule_is_named_by_its_code(changes: dict[str, str], code: int) -> None:
    assert code in {violation.code for violation in twilio_rules.check_form(list((GOOD | changes).items()))}


@pytest.mark.parametrize("variables", ["", "[]", "{", '{"1":""}', '{"1":null}', '{"1":1}'])
def test_variables_must_be_an_object_of_texts(variables: str) -> None:
    form = {"To": payloads.CITIZEN, "From": payloads.SENDER, "ContentSid": HX, "ContentVariables": variables}

    assert [violation.code for violation in twilio_rules.check_form(list(form.items()))] == [21656]


def test_a_field_given_twice_is_noticed() -> None:
    assert twilio_rules.check_form([*GOOD.items(), ("Body", "Halo")])
    assert twilio_rules.check_form([*GOOD.items(), ("MediaUrl", "https://a/1"), ("MediaUrl", "https://a/2")])


async def test_a_violation_that_is_left_fails_the_test() -> None:
    async def careless() -> None:
        async with TwilioApi() as twilio, aiohttp.request("POST", f"{twilio.base_url}/Messages.json") as answer:
            assert answer.status == 404

    with pytest.raises(AssertionError, match="no resource of Twilio's"):
        await careless()


async def test_nobody_to_press_a_button_for_is_said() -> None:
    async with TwilioApi() as twilio:
        with pytest.raises(AssertionError, match="sees no button"):
            await twilio.person(payloads.CITIZEN).taps("Ya")
