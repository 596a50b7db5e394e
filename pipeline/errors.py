"""The exception tree.

::

    DepecheError              anything this package raises on purpose
    ├── UsageError            the command or its arguments are wrong       -> exit code 2
    ├── ConfigError           a configuration or lexicon file is wrong     -> exit code 2
    ├── RuleError             a rule is ill-formed: file, rule, element    -> exit code 2
    ├── StoreError            a sink could not be opened or written        -> exit code 1
    └── ArticleError          one article cannot be processed: it becomes a
                              :class:`pipeline.types.Rejected` and the run goes on
"""

from __future__ import annotations


class DepecheError(Exception):
    """Base of everything that the package raises on purpose; its text is one clear sentence."""


class UsageError(DepecheError):
    """The command line or the arguments of a call are wrong."""


class ConfigError(DepecheError):
    """A configuration, lexicon or rate file cannot be used."""


class RuleError(DepecheError):
    """A rule is ill-formed.

    The message names the file, the rule and the element at fault.
    """

    def __init__(self, message: str, *, file: str = "", rule: str = "", element: str = "") -> None:
        self.file, self.rule, self.element = file, rule, element
        where = ", ".join(
            part
            for part in (
                f"file {file}" if file else "",
                f"rule {rule}" if rule else "",
                f"element {element}" if element else "",
            )
            if part
        )
        super().__init__(f"{where}: {message}" if where else message)


class StoreError(DepecheError):
    """A sink could not be opened, migrated or written."""


class ArticleError(DepecheError):
    """One article cannot be processed.

    ``reason`` is what ``articles.jsonl`` and the summary show, a short phrase such
    as ``"not French (en)"``; ``stage`` is the stage that refused it.
    """

    def __init__(self, reason: str, *, stage: str = "load") -> None:
        self.reason, self.stage = reason, stage
        super().__init__(reason)
