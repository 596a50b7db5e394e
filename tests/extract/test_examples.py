"""Every rule file's examples on the real model, as ``depeche rules --check`` runs them."""

from __future__ import annotations

import pytest

from pipeline.config import Config
from pipeline.explain import check_rules

pytestmark = pytest.mark.model


def test_the_examples_of_all_rules_hold() -> None:
    failures, lines = check_rules(Config(), None)
    assert failures == 0, "\n".join(lines)
