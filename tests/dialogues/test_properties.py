"""Whatever staff and citizens do in whatever order: the log holds together, and nobody learns who somebody is.

Every command there is takes part, as it stands in the table of commands, and every button that anybody has been shown.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from handlers.city import City as Snapshot
from handlers.menu import TABLE
from tests.dialogues.town import OFFICERS, PLANTED, Town

OFFICE = [name for _, name, _ in OFFICERS]
CITIZENS = [f"warga{place}" for place in range(len(PLANTED))]
LEFT_OUT = {"masuk", "start", "tautkan", "bahasa"}  # who people are stays as it is, and what they read is Indonesian
FOR_STAFF = sorted(each.words[0] for each in TABLE.commands if not each.allowed(None))
FOR_ALL = sorted(each.words[0] for each in TABLE.commands if each.allowed(None) and each.words[0] not in LEFT_OUT)
WORDS = [
    "",
    "Sudah kami periksa di lapangan",
    "dpupr salah alamat",
    "kembali bukan urusan kami",
    "{other} sama",
    "Hani",
]
ANSWERS = ["Sudah kami periksa di lapangan", "ya", "tidak", "1", "Anonim", "Umum", "{number}", "masih rusak", "/batal"]

SECRET = 2  # the place of the secret complaint
HANDLERS = [["Budi", "Hani", "grup", "Eko"], ["Budi", "Hani", "grup", "Eko"], ["Ira", "Umar"]]

numbers = st.sampled_from(range(len(PLANTED)))


class StoryMachine(RuleBasedStateMachine):
    """A town in which anything is done by anybody."""

    template: Path
    empty: Path
    snapshot: Snapshot

    @initialize()
    def build(self) -> None:
        self.folder = tempfile.TemporaryDirectory(dir=self.template.parent)
        path = Path(self.folder.name) / "town.db"
        path.write_bytes(self.empty.read_bytes())
        self.town = Town.found(self.template, path, self.snapshot)
        self.town.check()

    def teardown(self) -> None:
        if hasattr(self, "town"):
            self.town.check_audit()
            self.town.close()
            self.folder.cleanup()

    def says(self, who: str, words: str, about: int) -> None:
        """Somebody writes; {number} and {other} are complaints."""
        numbers = self.town.numbers
        number, other = numbers[about], numbers[(about + 1) % len(numbers)]
        self.town.people[who].says(words.replace("{number}", number).replace("{other}", other).strip() or "?")
        self.town.check()

    @rule(data=st.data(), about=numbers, command=st.sampled_from(FOR_STAFF), words=st.sampled_from(WORDS))
    def work(self, data: st.DataObject, about: int, command: str, words: str) -> None:
        """Mostly the right people do something to a complaint."""
        self.says(data.draw(st.sampled_from(HANDLERS[about])), f"/{command} {{number}} {words}", about)

    @rule(
        who=st.sampled_from([*OFFICE, "grup"]),
        command=st.sampled_from(FOR_STAFF),
        about=numbers,
        words=st.sampled_from(WORDS),
        number=st.booleans(),
    )
    def meddling(self, who: str, command: str, about: int, words: str, number: bool) -> None:
        """Anybody on the staff tries anything."""
        self.says(who, f"/{command} {'{number}' if number else ''} {words}", about)

    @rule(second=st.sampled_from(["Umar", "Ira", "Hani"]), decision=st.sampled_from(["setujui", "larang"]))
    def two_look(self, second: str, decision: str) -> None:
        """The inspectorate wants to know who is behind a secret."""
        for who, words in (
            ("Ira", "/identitas {number} Saksi perlu dilindungi"),
            (second, f"/{decision} {{number}} ya"),
        ):
            self.says(who, words, SECRET)
        self.says("Ira", "/identitas {number}", SECRET)

    @rule(
        who=st.sampled_from([*CITIZENS, "Rina", *OFFICE]),
        command=st.sampled_from(FOR_ALL),
        about=numbers,
        words=st.sampled_from(["", "masih rusak sekali"]),
    )
    def anybodys_command(self, who: str, command: str, about: int, words: str) -> None:
        self.says(who, f"/{command} {{number}} {words}", about)

    @rule(who=st.sampled_from([*CITIZENS, *OFFICE, "grup"]), about=numbers, words=st.sampled_from(ANSWERS))
    def answer(self, who: str, about: int, words: str) -> None:
        self.says(who, words, about)

    @rule(who=st.sampled_from([*CITIZENS, *OFFICE, "grup"]), back=st.integers(1, 4), words=st.sampled_from(ANSWERS))
    def reply(self, who: str, back: int, words: str) -> None:
        person = self.town.people[who]
        if len(person.heard) >= back:
            person.replies(person.heard[-back], words)
            self.town.check()

    @rule(who=st.sampled_from([*CITIZENS, *OFFICE, "grup", "Rina"]), back=st.integers(1, 4), place=st.integers(0, 9))
    def tap(self, who: str, back: int, place: int) -> None:
        person = self.town.people[who]
        shown = list(person.heard[-back].buttons) if len(person.heard) >= back else []
        if shown:
            person.taps(shown[place % len(shown)])
            self.town.check()

    @rule(about=numbers, opens=st.sampled_from(["", "Umum", "Anonim"]))
    def hide(self, about: int, opens: str) -> None:
        """Staff make a complaint secret, and the citizen may or may not agree."""
        self.says(HANDLERS[about][0], "/rahasiakan {number} menyebut nama atasan", about)
        if opens:
            self.says(CITIZENS[about], "/terbuka {number}", about)
            self.says(CITIZENS[about], opens, about)

    @rule(place=numbers, reader=st.sampled_from(["grup", "Hani", "Ira", "Eko"]))
    def citizen_tells_more_of_themselves(self, place: int, reader: str) -> None:
        self.says(f"warga{place}", f"/tambah {{number}} {PLANTED[place].story}", place)
        self.says(reader, "/lihat {number}", place)

    @rule(hours=st.sampled_from([1, 25, 24 * 4, 24 * 15]))
    def time_passes(self, hours: int) -> None:
        self.town.pass_time(hours)
        self.town.check()


@pytest.mark.parametrize("steps", [25])
def test_any_story_keeps_the_log_whole_and_who_people_are_to_themselves(
    tmp_path: Path, sqlite_template: Path, snapshot: Snapshot, steps: int
) -> None:
    class Story(StoryMachine):
        template = tmp_path / "template.db"
        empty = sqlite_template

    Story.snapshot = snapshot
    run_state_machine_as_test(
        Story,
        settings=settings(
            max_examples=14,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_command_takes_part() -> None:
    assert {"identitas", "nomor", "setujui", "larang", "rahasiakan", "balas", "lihat"} <= set(FOR_STAFF)
    assert {"status", "tambah", "siapa", "terbuka"} <= set(FOR_ALL)
