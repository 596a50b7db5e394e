"""Acronyms and their full forms."""

from __future__ import annotations


def is_acronym(short: str, long: str, surface: str) -> bool:
    """Say whether ``short`` (a key, written ``surface``) abbreviates ``long`` (a key)."""
    words = [w for w in long.split() if w]
    initials = "".join(w[0] for w in words)
    content = "".join(
        w[0]
        for w in words
        if w
        not in (
            "de",
            "du",
            "des",
            "la",
            "le",
            "les",
            "l",
            "d",
            "et",
            "of",
            "the",
            "pour",
            "en",
            "and",
        )
    )
    letters = short.replace(" ", "")
    if letters in (initials, content) or (len(words) >= 3 and letters[:2] == content[:2]):
        return True
    return len(words) >= 3 and len(surface) <= 8 and words[0][0] == letters[0]
