"""Sentences as rows of units: names, amounts, dates, functions and anaphors merged, the rest words.

A unit swallows what belongs to a name and says something about it: "la start-up
lyonnaise Partoo" is one organisation, its head noun "start-up" and its adjective of
origin kept aside. What refers without naming ("l'entreprise", "ce dernier", "elle")
becomes an anaphor, resolved by :mod:`pipeline.annotate.discourse`.

:mod:`.builder` lays out names, amounts and dates, :mod:`.functions` merges functions
("directrice générale adjointe"; :mod:`.extent` says how far they go), :mod:`.phrases`
organisations with their nouns.
"""

from __future__ import annotations

from pipeline.annotate.units.builder import UnitBuilder

__all__ = ["UnitBuilder"]
