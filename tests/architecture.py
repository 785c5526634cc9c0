"""The shape of the code as checks: each takes parsed sources and yields offences as ``path:line: what and why``.

tests/test_architecture.py runs them over the repository, and each over a small example that breaks it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

OURS = ("bot", "handlers", "broadcasts", "storage")
ARROWS = {
    "bot": {"bot", "handlers", "broadcasts", "storage"},
    "handlers": {"handlers", "storage"},
    "broadcasts": {"broadcasts", "storage"},
    "storage": {"storage"},
}
PROVIDERS = {"telegram", "twilio"}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
CLOCK = "bot/clock.py"
CLOCK_READERS = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "sqlalchemy.func.now",
    "sqlmodel.func.now",
}
MAX_FILE = 400  # lines
LONG_FILES = {"storage/models.py"}  # every table in one module: tables in several become import cycles
MAX_FUNCTION = 40  # lines, the docstring included
MAX_COMPLEXITY = 8  # decisions plus one, as ruff's C901 counts them
DECISIONS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)
FLOW_STRANGERS = ("sqlmodel.", "sqlalchemy.", "storage.database.", "random.", "secrets.", "time.", "os.", "uuid.")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One file: its path within the repository, its text and what it parses to."""

    path: str
    text: str
    tree: ast.Module

    @classmethod
    def of(cls, path: str, text: str) -> Source:
        """The source with that text."""
        return cls(path, text, ast.parse(text, path))

    @property
    def module(self) -> str:
        """The name it is imported by."""
        return self.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")

    @property
    def package(self) -> str:
        """The first part of that name."""
        return self.module.partition(".")[0]

    def at(self, node: ast.AST | int, what: str) -> str:
        """An offence at that place."""
        line = node if isinstance(node, int) else getattr(node, "lineno", 1)
        return f"{self.path}:{line}: {what}"


def sources(root: Path, folders: Sequence[str]) -> list[Source]:
    """Every Python file below these folders; generated migrations are not ours to shape."""
    files = [file for folder in folders for file in sorted((root / folder).rglob("*.py"))]
    relative = [(file.relative_to(root).as_posix(), file) for file in files]
    return [Source.of(path, file.read_text("utf-8")) for path, file in relative if "migrations/versions" not in path]


def imports(source: Source, known: set[str]) -> Iterator[tuple[str, ast.stmt]]:
    """Every module imported, as far down as a module of that name exists, with the statement."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield (full if full in known else node.module or "."), node


def functions(source: Source) -> Iterator[Function]:
    """Every function and method."""
    return (node for node in ast.walk(source.tree) if isinstance(node, Function))


def check_arrows(every: Sequence[Source]) -> Iterator[str]:
    """Imports run one way: bot to handlers or broadcasts, and these to storage."""
    known = {source.module for source in every}
    for source in every:
        for name, node in imports(source, known):
            target = name.partition(".")[0]
            if target in ARROWS and target not in ARROWS.get(source.package, ARROWS["bot"]):
                yield source.at(node, f"{source.package} may not import {target}: arrows run bot → handlers → storage")


def check_providers(every: Sequence[Source]) -> Iterator[str]:
    """Only the adapters know the providers' libraries."""
    for source in every:
        for name, node in imports(source, set()):
            adapter = source.path.startswith("bot/channels/") or source.package not in OURS
            if name.partition(".")[0] in PROVIDERS and not adapter:
                yield source.at(node, f"{name} may be imported below bot/channels/ only")


def check_cycles(every: Sequence[Source]) -> Iterator[str]:
    """No module needs itself, by however long a way."""
    known = {source.module for source in every}
    edges = {source.module: {name for name, _ in imports(source, known) if name in known} for source in every}
    places = {source.module: source for source in every}
    done: set[str] = set()
    for module in sorted(edges):
        if cycle := _cycle(module, edges, [], done):
            done.update(cycle)
            yield places[cycle[0]].at(1, f"import cycle: {' → '.join(cycle)}")


def _cycle(module: str, edges: dict[str, set[str]], path: list[str], done: set[str]) -> list[str]:
    if module in path:
        return [*path[path.index(module) :], module]
    if module in done:
        return []
    for target in sorted(edges[module] - {module}):
        if cycle := _cycle(target, edges, [*path, module], done):
            return cycle
    done.add(module)
    return []


def check_inner_imports(every: Sequence[Source]) -> Iterator[str]:
    """A module of ours imported inside a function hides a cycle."""
    for source in every:
        for function in functions(source):
            for node in ast.walk(function):
                names = [name for name, _ in imports(Source(source.path, "", _only(node)), set())]
                if any(name.partition(".")[0] in OURS for name in names):
                    yield source.at(node, f"import at the top of the file, not inside {function.name}()")


def _only(node: ast.AST) -> ast.Module:
    return ast.Module(body=[node] if isinstance(node, ast.Import | ast.ImportFrom) else [], type_ignores=[])


def check_budgets(every: Sequence[Source]) -> Iterator[str]:
    """Files, functions and decisions are few enough to read."""
    for source in every:
        if (lines := source.text.count("\n")) > MAX_FILE and source.path not in LONG_FILES:
            yield source.at(lines, f"{lines} lines, at most {MAX_FILE}: a second idea belongs in a second file")
        for function in functions(source):
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            if length > MAX_FUNCTION:
                yield source.at(
                    function, f"{function.name}() has {length} lines, at most {MAX_FUNCTION}: name its steps"
                )
            decisions = 1 + sum(isinstance(node, DECISIONS) for node in ast.walk(function))
            if decisions > MAX_COMPLEXITY:
                yield source.at(function, f"{function.name}() has complexity {decisions}, at most {MAX_COMPLEXITY}")


def check_annotations(every: Sequence[Source]) -> Iterator[str]:
    """Every argument and every result has a type."""
    for source in every:
        for function in functions(source):
            arguments = function.args
            named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
            rest = [argument for argument in (arguments.vararg, arguments.kwarg) if argument]
            bare = [a.arg for a in (*named, *rest) if a.annotation is None and a.arg not in {"self", "cls"}]
            if bare:
                yield source.at(function, f"{function.name}(): no type for {', '.join(bare)}")
            if function.returns is None:
                yield source.at(function, f"{function.name}(): no type for what it returns")


def check_docstrings(every: Sequence[Source]) -> Iterator[str]:
    """A module opens with one sentence saying what it is for."""
    for source in every:
        opening = (ast.get_docstring(source.tree) or "").split("\n\n")[0].strip()
        if not opening:
            yield source.at(1, "no docstring: open with one sentence saying what the module is for")
        elif opening[-1] not in ".:?!" and "\n" not in opening:
            yield source.at(1, f"the opening {opening!r} is not a sentence")


def check_clock(every: Sequence[Source]) -> Iterator[str]:
    """Only bot/clock.py reads the clock; everybody else is told the time."""
    for source in every:
        if source.path == CLOCK or source.package not in OURS:
            continue
        names = _origins(source)
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute | ast.Name) and (read := _dotted(node, names)) in CLOCK_READERS:
                yield source.at(node, f"{read} reads the clock: take `now` as an argument (only {CLOCK} may read it)")


def _origins(source: Source) -> dict[str, str]:
    """What each imported name stands for: ``dt`` for ``datetime``."""
    names: dict[str, str] = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names |= {alias.asname or alias.name.partition(".")[0]: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _dotted(node: ast.expr, names: dict[str, str]) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value, names)}.{node.attr}"
    return names.get(node.id, "") if isinstance(node, ast.Name) else ""


def check_sync_core(every: Sequence[Source]) -> Iterator[str]:
    """What the bot does for people is synchronous: flows are replayed, services run inside one transaction."""
    for source in every:
        if source.package in {"handlers", "broadcasts", "storage"}:
            for function in functions(source):
                if isinstance(function, ast.AsyncFunctionDef):
                    yield source.at(
                        function, f"{function.name}() is async: only bot/ is, {source.package} is called by it"
                    )


def check_flows(every: Sequence[Source]) -> Iterator[str]:
    """A flow is replayed: it reads its arguments only, writes nothing, and asks each question by a name of its own."""
    for source in every:
        flows = [f for f in functions(source) if f.returns and ast.unparse(f.returns).startswith("Talk[")]
        if not flows:
            continue
        for name, node in imports(source, {"storage.database"}):
            if f"{name}.".startswith(FLOW_STRANGERS):
                yield source.at(node, f"a module with flows may not import {name}: a replay sees what was seen before")
        for flow in flows:
            names = _question_names(flow)
            yield from (
                source.at(flow, f"{flow.name}() asks two questions named {name!r}") for name in _repeated(names)
            )


def _question_names(flow: Function) -> list[str]:
    asked = [node.value for node in ast.walk(flow) if isinstance(node, ast.YieldFrom)]
    calls = [call for call in asked if isinstance(call, ast.Call) and call.args]
    return [call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)]  # type: ignore[misc]


def _repeated(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


def check_names(every: Sequence[Source]) -> Iterator[str]:
    """Names tell: a file named utils is where ideas go to be lost."""
    for source in every:
        if forbidden := FORBIDDEN_NAMES & set(source.module.split(".")):
            yield source.at(1, f"{forbidden.pop()!r} says nothing: name the file for what is in it")


def check_no_mocks(every: Sequence[Source]) -> Iterator[str]:
    """Tests use real parts and small real fakes."""
    for source in every:
        for name, node in imports(source, set()):
            if name in {"unittest.mock", "mock", "pytest_mock"} or name.startswith("unittest.mock."):
                yield source.at(node, "no mocks: use the real part or a small fake that remembers")


CHECKS = (
    check_arrows,
    check_providers,
    check_cycles,
    check_inner_imports,
    check_budgets,
    check_annotations,
    check_docstrings,
    check_clock,
    check_sync_core,
    check_flows,
    check_names,
    check_no_mocks,
)
