"""Gives the tests of the checks a case to build on (see cases.py)."""

from __future__ import annotations

import pytest
from cases import Case


@pytest.fixture
def case() -> Case:
    """An empty case."""
    return Case()
