"""Dépêche: facts from the French tech press.

The map of the program is :mod:`pipeline.run`; the values handed from stage to
stage are in :mod:`pipeline.types`.
"""

__version__ = "0.1.0"
