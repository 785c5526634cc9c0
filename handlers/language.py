"""Which language a person writes, told from a few telling words, and the command to choose another."""

from __future__ import annotations

import re

from handlers.capability import Capability
from handlers.commands import Command
from handlers.messages import Option, Signal
from handlers.turn import Turn

# Words common in one of the three and not in the others; Minang shares "di", "jalan", "lampu" … with Indonesian.
_TELLING = {
    "min": frozenset(
        """
        ambo awak den denai indak ndak alun alah baa apo siapo dima bilo bara kama manga ado iyo sabana
        rancak elok patang kini beko bisuak urang pitih aia ayia sakik ubek pai jo nan untuak ka ko lai juo
        hanyo jauah dakek tampek rusak-rusak kantua surek uruih maurus mauruih karano tagak lapau kampuang
        pasa caliak tolonglah sajak idui iduik mati-mati tumpek tutuik bukak jam-bara sampah-sampah
        diangkuik
        """.split()
    ),
    "en": frozenset(
        """
        the is are was were my your our his her this that these those there where when how what why who
        please help need want have has do does did not can could would should i we you they it and or of to
        in on at for with from street road broken light water garbage trash report lost hello hi thanks
        """.split()
    ),
    "id": frozenset(
        """
        yang dan ini itu tidak sudah belum dengan untuk ada apa bagaimana gimana gmn kapan dimana berapa gak
        ga nggak udah kenapa sejak depan dekat selamat siang sore
        """.split()
    ),
}
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")


def detect(text: str, hint: str, languages: tuple[str, ...]) -> str:
    """The language of ``text`` (on a tie the first of ``languages``); ``hint`` is what the person's app is set to."""
    words = _WORD.findall(text.casefold())
    scores = {language: sum(word in _TELLING.get(language, ()) for word in words) for language in languages}
    best = max(scores.values(), default=0)
    if best:
        return next(language for language in languages if scores[language] == best)
    short = hint[:2].casefold()
    return short if short in languages and not words else languages[0]


def settle(turn: Turn) -> None:
    """Fix the language of someone we have not heard before, from their first words."""
    if not turn.person.language:
        inbound = turn.inbound
        # A command or a code says nothing about its writer's language.
        chosen = inbound.button or inbound.signal != Signal.MESSAGE or inbound.text.startswith("/")
        words = "" if chosen else inbound.text
        remember(turn, detect(words, inbound.language, turn.city.rules.languages))


def remember(turn: Turn, language: str) -> None:
    """Keep the language for good."""
    turn.person.language, turn.person.changed = language, True


def choose(turn: Turn, argument: str) -> None:
    """/bahasa: offer the languages, or take the one named."""
    languages = turn.city.rules.languages
    named = {turn.texts.say(code, "language-name").casefold(): code for code in languages}
    wanted = argument.casefold()
    code = wanted if wanted in languages else named.get(wanted)
    if code is None:
        options = tuple(Option(f"/bahasa {each}", turn.texts.say(each, "language-name")) for each in languages)
        turn.say("language-choose", options)
        return
    remember(turn, code)
    turn.say("language-set")
    dialogue = turn.dialogue
    if dialogue.running:
        for reply in dialogue.ask_again(turn.now).replies:
            turn.reply(reply)


CAPABILITY = Capability((Command(("bahasa", "language", "lang", "bahaso"), choose, "help-bahasa"),))
