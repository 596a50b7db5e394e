"""What writing changed, counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """What one batch changed."""

    articles: int = 0
    """Articles new or changed."""
    unchanged: int = 0
    facts_added: int = 0
    """Facts new or changed."""
    facts_removed: int = 0
    """Facts gone or changed."""
    knowledge: int = 0
    """Rows of knowledge recomputed."""
    outdated: int = 0
    """Articles of a spooled batch that the database has in a newer version."""
    spooled: int = 0
    """Articles kept on disk, because the database could not be reached."""

    def __add__(self, other: Written) -> Written:
        return Written(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))
