"""Where settings come from: ``config.toml`` and ``UDAJANG_*`` variables, with every unknown name refused and traced.

Nothing here knows a particular key: the known names are those of the settings class that is handed in.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_origin

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

PREFIX = "UDAJANG_"
DELIMITER = "__"
CONFIG_VARIABLE = "UDAJANG_CONFIG"  # names the file itself, so it cannot be a key in it
TEST_PREFIX = "UDAJANG_TEST_"  # what the tests are told, e.g. which PostgreSQL to use
FILE_SUFFIX = "_FILE"  # UDAJANG_TELEGRAM__TOKEN_FILE names a file that holds the token (Docker and systemd secrets)
DEFAULT = "default"
HEADER = re.compile(r"^\s*\[\s*([A-Za-z0-9_.\-]+)\s*\]")
ASSIGNMENT = re.compile(r"""^\s*["']?([A-Za-z0-9_.\-]+)["']?\s*=""")


class ConfigError(Exception):
    """The settings cannot be used. The message is one line: what is wrong, where it stands, how to mend it."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the operator wrote: the file's content (with secrets read from ``*_FILE``) and the environment."""

    path: Path
    tree: dict[str, Any]
    lines: Mapping[str, int]
    environ: Mapping[str, str]

    def where(self, key: str) -> str:
        """Where the value of ``key`` stands, in words for the operator."""
        for name in (variable(key), variable(key) + FILE_SUFFIX):
            if name in self.environ:
                return f"environment variable {name}"
        if key in self.lines:
            return f"{self.path.name} line {self.lines[key]}"
        return DEFAULT


def variable(key: str) -> str:
    """The environment variable of a key: ``web.port`` is ``UDAJANG_WEB__PORT``."""
    return PREFIX + key.upper().replace(".", DELIMITER)


def ancestors(parts: list[str]) -> Iterator[str]:
    """The key made of these parts and every section around it, the innermost first."""
    return (".".join(parts[:count]) for count in range(len(parts), 0, -1))


def fields_of(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Every key (``web.port``) of a settings class with its field; of a section, its keys instead of itself."""
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from fields_of(field.annotation, f"{prefix}{name}.")
        else:
            yield prefix + name, field


def is_secret(field: FieldInfo) -> bool:
    """Whether nobody may be shown the value of this field."""
    return field.annotation is SecretStr


def may_stand_in_file(field: FieldInfo) -> bool:
    """Whether the file may hold this field: secrets may not, unless they say otherwise (``database.url``)."""
    return not is_secret(field) or field.json_schema_extra == {"in_file": True}


def read(path: Path, environ: Mapping[str, str], model: type[BaseModel]) -> Given:
    """Read the file and check all names in it and in the environment. Raises ConfigError."""
    known = dict(fields_of(model))
    text = _text(path, "name another file with --config or UDAJANG_CONFIG")
    tree = _parse(path, text)
    given = Given(path, tree, dict(_locate(text)), environ)
    for key in _flatten(tree, known):
        _check_file_key(given, key, known)
    names = {variable(key): key for key in known}
    for name in sorted(environ):
        if name.upper().startswith(PREFIX) and name != CONFIG_VARIABLE and not name.startswith(TEST_PREFIX):
            _check_variable(name, names, known)
    for key, field in known.items():
        if is_secret(field):
            _take_secret_file(given, key)
    return given


def _text(path: Path, mend: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ConfigError(f"{path} cannot be read: {reason}; {mend}") from None


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path.name} is not valid TOML: {error}") from None


def _locate(text: str) -> Iterator[tuple[str, int]]:
    """The line of each key. For messages only: a line inside a multi-line string may be taken for one."""
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := HEADER.match(line):
            section = header[1] + "."
            yield header[1], number
        elif assignment := ASSIGNMENT.match(line):
            yield section + assignment[1], number


def _flatten(tree: Mapping[str, Any], known: Mapping[str, FieldInfo], prefix: str = "") -> Iterator[str]:
    sections = {part for key in known for part in ancestors(key.split("."))}
    for name, value in tree.items():
        key = prefix + name
        if not isinstance(value, dict) or key in known:
            yield key
        elif value:
            yield from _flatten(value, known, f"{key}.")
        elif key not in sections:
            yield key


def _check_file_key(given: Given, key: str, known: Mapping[str, FieldInfo]) -> None:
    stands = f"{given.path.name} line {given.lines[key]}" if key in given.lines else given.path.name
    if key not in known:
        raise ConfigError(f"{stands}: {key} is not a setting; {_meant(key, known)}")
    if not may_stand_in_file(known[key]):
        raise ConfigError(
            f"{stands}: {key} is a secret and may not stand in a file that is copied and committed; "
            f"take it out and set {variable(key)} (or {variable(key)}{FILE_SUFFIX}) in the environment"
        )


def _check_variable(name: str, names: Mapping[str, str], known: Mapping[str, FieldInfo]) -> None:
    key = names.get(name) or names.get(name.removesuffix(FILE_SUFFIX), "")
    if name in names or (key and is_secret(known[key])):
        return
    tables = [table for table, key in names.items() if get_origin(known[key].annotation) is dict]
    if name.startswith(tuple(table + DELIMITER for table in tables)):
        return
    if key:
        raise ConfigError(f"environment variable {name}: only secrets are read from files; set {variable(key)} instead")
    raise ConfigError(f"environment variable {name} is not a setting; {_meant(name, names)}")


def _meant(wrong: str, known: Iterable[str]) -> str:
    names = list(known)
    close = difflib.get_close_matches(wrong, names, n=1)
    tail = wrong.rpartition(".")[2]
    close = close or [name for name in names if name.rpartition(".")[2] == tail]
    return f"did you mean {close[0]}?" if close else "take it out (docs/running.md lists every setting)"


def _take_secret_file(given: Given, key: str) -> None:
    name = variable(key) + FILE_SUFFIX
    if name not in given.environ:
        return
    if variable(key) in given.environ:
        raise ConfigError(f"both {variable(key)} and {name} are set; keep one of them")
    value = _text(Path(given.environ[name]), f"mend the path in {name}").strip()
    *sections, last = key.split(".")
    place = given.tree
    for section in sections:
        place = place.setdefault(section, {})
    place[last] = value
