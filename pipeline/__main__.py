"""``python -m pipeline``: the same as the command ``depeche``."""

from pipeline.cli import main

main()
