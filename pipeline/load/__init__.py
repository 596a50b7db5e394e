"""Load: files, folders, feeds and standard input become ``Article``.

``load`` is the only way in. It reads lazily and in a stable order, and never raises
for the content of an input: what cannot be read becomes a ``Rejected`` with its
reason and the run goes on.
"""

from pipeline.load.dates import parse_published
from pipeline.load.loader import count_files, load
from pipeline.load.options import LoadOptions

__all__ = ["LoadOptions", "count_files", "load", "parse_published"]
