"""Where names may be: spans proposed by the recogniser, the lexicon, capitals and institutions.

:mod:`.recognised`, :mod:`.known`, :mod:`.capitals` and :mod:`.institutions` propose,
:mod:`.borders` says where a span begins and ends, :mod:`.finder` keeps the best.
"""

from __future__ import annotations

from pipeline.annotate.candidates.finder import SpanFinder
from pipeline.annotate.candidates.line import Candidate, Line, is_name_token

__all__ = ["Candidate", "Line", "SpanFinder", "is_name_token"]
