"""/admin: what the city sets, in the chat of whoever may: which agency gets what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import Confirm, Talk
from handlers.messages import Option, Outgoing
from handlers.office import office_of
from handlers.routing import known, naming, ruling
from handlers.routing.ruling import Ruling
from handlers.staff import rights
from handlers.staff.rights import Right
from handlers.turn import Turn
from storage import routing
from storage.models import Kind

NAME = "admin"
SET, REMOVE = "set", "remove"
REMOVE_WORDS = frozenset({"hapus", "remove", "delete", "apuih"})
KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("keluhan", "pengaduan", "complaint", "kaluhan"), Kind.COMPLAINT),
    **dict.fromkeys(("saran", "aspirasi", "idea", "aspiration"), Kind.ASPIRATION),
    **dict.fromkeys(("pertanyaan", "informasi", "question", "information", "patanyoan"), Kind.INFORMATION),
}
BETWEEN = frozenset({"ke", "ka", "to", "di", "in", "dinas", "->", "→", "=", ":"})  # say nothing by themselves


@dataclass(frozen=True, slots=True)
class SetRule:
    """Set this rule."""

    rule: Ruling


@dataclass(frozen=True, slots=True)
class RemoveRule:
    """Take the rule of that number out of force."""

    number: int


class UnclearError(Exception):
    """Words of a command that name nothing; ``said`` are the words, ``near`` what they may have meant."""

    def __init__(self, said: Sequence[str], near: str = "") -> None:
        super().__init__(" ".join(said))
        self.said, self.near = " ".join(said), near


def script(
    city: City, what: str, rule: str, count: int, number: int, values: dict[str, str | None]
) -> Talk[SetRule | RemoveRule | None]:
    """Show what will change and ask for a go-ahead."""
    if not (yield from Confirm("confirm", what=what, rule=rule, count=count)):
        return None
    if what == REMOVE:
        return RemoveRule(number)
    return SetRule(Ruling(values["kind"], values["category"], values["area"], str(values["agency"])))


def understood(city: City, words: Sequence[str]) -> Ruling:
    """The rule that a command says: [kind] [category] [place] agency. Raises UnclearError."""
    agency = naming.ends(words, known.agencies(city))
    if agency is None:
        raise UnclearError(words[-2:] or ("?",), _near(city, words[-1:]))
    rest = _without(words[: -agency.count])
    kind = KINDS.get(rest[0].casefold()) if rest else None
    rest = _without(rest[1:]) if kind else rest
    category, rest = _first(rest, known.categories(city), known.areas(city))
    area, rest = _first(rest, known.areas(city), {})
    if rest:
        raise UnclearError(rest)
    return Ruling(kind, category, area, agency.code)


def _near(city: City, words: Sequence[str]) -> str:
    return ", ".join(naming.likely(" ".join(words), known.agencies(city)))


def _without(words: Sequence[str]) -> list[str]:
    """The words without what stands between the parts."""
    left = list(words)
    while left and left[-1].casefold() in BETWEEN:
        left.pop()
    while left and left[0].casefold() in BETWEEN:
        left.pop(0)
    return left


def _first(words: Sequence[str], book: naming.Book, rather: naming.Book) -> tuple[str | None, list[str]]:
    """What the first words name in ``book``, unless they only come near to it and are sure in ``rather``."""
    named = naming.begins(words, book)
    if named is None or (not named.sure and (other := naming.begins(words, rather)) is not None and other.sure):
        return None, list(words)
    return named.code, _without(words[named.count :])


def told(turn: Turn, rule: Ruling) -> str:
    """A rule in a line for people."""
    city, parts = turn.city, []
    if rule.kind:
        parts.append(str(turn.text(f"kind-{rule.kind}")))
    if rule.category:
        category = city.categories.get(rule.category)
        parts.append(category.name(turn.language) if category else rule.category)
    if rule.area:
        area = city.areas.get(rule.area)
        parts.append(area.name if area else rule.area)
    agency = naming.short(city.agency(rule.agency).name(turn.language))
    return f"{', '.join(parts)} → {agency}"


def admin(turn: Turn, argument: str) -> None:
    """/admin [what …]: without more, what there is to set."""
    first, _, rest = argument.partition(" ")
    part = _PARTS.get(first.casefold())
    if part is None:
        options = (
            Option("/admin rute", turn.text("button-routes"), typed="/admin rute"),
            Option("/admin kategori", turn.text("button-categories"), typed="/admin kategori"),
        )
        turn.say("admin", options)
        return
    try:
        part(turn, rest.split())
    except UnclearError as unclear:
        turn.say("admin-unclear", said=unclear.said, hint=unclear.near or "no")


def _routes(turn: Turn, words: Sequence[str]) -> None:
    if not words:
        _list(turn)
    elif words[0].casefold() in REMOVE_WORDS:
        _ask_remove(turn, words[1:])
    else:
        _ask_set(turn, understood(turn.city, words))


def _categories(turn: Turn, words: Sequence[str]) -> None:
    if words:
        _ask_set(turn, understood(turn.city, words))
        return
    lines: list[str] = [turn.text("admin-categories")]
    for category in turn.city.categories.values():
        route = turn.city.router.route(kind=Kind.COMPLAINT, category=category.code, area=None)
        agency = naming.short(turn.city.agencies[route.agency_id].name(turn.language))
        lines.append(turn.text("admin-category", code=category.code, name=category.name(turn.language), agency=agency))
    turn.reply(Outgoing("\n".join(lines)))


def _list(turn: Turn) -> None:
    rows = routing.rules(turn.facts)
    if not rows:
        turn.say("admin-rules-none")
        return
    lines: list[str] = [turn.text("admin-rules")]
    for row in rows:
        hand = "yes" if row.by_hand else "no"
        lines.append(turn.text("admin-rule", id=str(row.id), rule=told(turn, ruling.of(turn.city, row)), hand=hand))
    turn.reply(Outgoing("\n".join(lines)))


def _ask_set(turn: Turn, rule: Ruling) -> None:
    try:
        ruling.check(turn.city, rule, now=turn.now)
    except ruling.RuleError:
        raise UnclearError((rule.agency,)) from None
    count = ruling.concerned(turn.facts, turn.city, rule)
    _ask(turn, {"what": SET, "rule": told(turn, rule), "count": count, "number": 0, "values": asdict(rule)})


def _ask_remove(turn: Turn, words: Sequence[str]) -> None:
    wanted = words[0] if words else ""
    row = next((row for row in routing.rules(turn.facts) if str(row.id) == wanted), None)
    if row is None:
        turn.say("admin-no-rule", id=wanted or "?")
        return
    rule = told(turn, ruling.of(turn.city, row))
    _ask(turn, {"what": REMOVE, "rule": rule, "count": 0, "number": row.id, "values": {}})


def _ask(turn: Turn, arguments: dict[str, object]) -> None:
    turn.begin(NAME, arguments)


def confirmed_set(turn: Turn, command: SetRule, finished: Step) -> None:
    """The go-ahead has come: set the rule."""
    staff = rights.demand(turn.person.staff, Right.MANAGE)
    office = office_of(turn)
    count = ruling.concerned(office.session, office.city, command.rule)
    ruling.put(office.session, office.city, command.rule, staff_id=staff.id, now=office.now)
    turn.say("admin-set", rule=told(turn, command.rule), count=count)


def confirmed_remove(turn: Turn, command: RemoveRule, finished: Step) -> None:
    """The go-ahead has come: take the rule out of force."""
    staff = rights.demand(turn.person.staff, Right.MANAGE)
    gone = ruling.remove(turn.facts, turn.city, command.number, staff_id=staff.id, now=turn.now)
    if gone is None:
        turn.say("admin-no-rule", id=str(command.number))
    else:
        turn.say("admin-removed", rule=told(turn, gone))


_PARTS: Mapping[str, Callable[[Turn, Sequence[str]], None]] = {
    "rute": _routes,
    "route": _routes,
    "routes": _routes,
    "kategori": _categories,
    "category": _categories,
    "categories": _categories,
}

CAPABILITY = Capability(
    commands=(Command(("admin",), admin, "help-admin", rights.has(Right.MANAGE), bare=False),),
    flows=(Flow(NAME, script),),
    endings={SetRule: confirmed_set, RemoveRule: confirmed_remove},
)
