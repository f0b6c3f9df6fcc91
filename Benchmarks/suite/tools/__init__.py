"""The tools that are measured, each with what an author would set up for it."""

from pathlib import Path

VIRTUAL_ENVIRONMENT = Path(__file__).resolve().parents[2] / ".venv/bin"
