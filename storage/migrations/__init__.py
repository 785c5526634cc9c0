"""Alembic's environment and the numbered migrations; they only go forward."""
