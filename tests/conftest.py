"""Shared fixtures: the loaded extractor (seconds), and the folder of shared material."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pipeline.extractor import Extractor

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The real pipeline with its default configuration, loaded once."""
    from pipeline.config import Config
    from pipeline.extractor import Extractor

    return Extractor(Config())


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material beside the project; its tests are skipped without it."""
    # The project must pass without it: its texts may not be copied here.
    if not SHARED.is_dir():
        pytest.skip("../shared is not there: this test needs its real texts")
    return SHARED
