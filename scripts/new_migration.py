"""Write the migration that takes the newest revision to storage/models.py: `new_migration.py "add ratings"`.

With --afresh all migrations are replaced by one that makes every table: only before the first release.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command

from storage import migrate
from storage.database import Database

VERSIONS = migrate.FOLDER / "versions"


def main() -> None:
    """Generate it on a throw-away SQLite file and format it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("message", help="what changes, e.g. 'add ratings'")
    parser.add_argument("--afresh", action="store_true", help="replace all migrations by a first one")
    arguments = parser.parse_args()
    written = generate(arguments.message, afresh=arguments.afresh)
    written.write_text(re.sub(r" *# ###.*\n", "", written.read_text()))  # alembic's remarks to whoever generated it
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", written], check=True)  # noqa: S603
    print(written)


def generate(message: str, *, afresh: bool) -> Path:
    """The file written: its name begins with the next number."""
    if afresh:
        for old in VERSIONS.glob("[0-9]*.py"):
            old.unlink()
    number = f"{1 + max((int(path.name[:4]) for path in VERSIONS.glob('[0-9]*.py')), default=0):04}"
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/empty.db"
        if number != "0001":
            migrate.upgrade(url)
        database = Database(url)
        with database.engine.begin() as connection:
            command.revision(migrate.config(connection), message, autogenerate=True, rev_id=number)
        database.close()
    slug = re.sub(r"\W+", "_", message.lower()).strip("_")[:40]
    return next(VERSIONS.glob(f"{number}_{slug}*.py"))


if __name__ == "__main__":
    main()
