"""What names are: evidence for organisation, person, place or other, summed over a document.

:mod:`.prior` judges the name alone, :mod:`.context` the words around one mention,
:mod:`.decision` sums both with the recogniser's votes and decides.
"""

from __future__ import annotations

from pipeline.annotate.acts import COMPANY_ACTS, SAYING
from pipeline.annotate.evidence.decision import Evidence

__all__ = ["COMPANY_ACTS", "SAYING", "Evidence"]
