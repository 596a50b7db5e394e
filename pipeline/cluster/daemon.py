"""The daemon that forks the Python workers of an executor, with the model loaded before.

Spark starts it by ``spark.python.daemon.module``. Workers share the model's memory with it,
and a worker that dies or was idle is replaced without loading anything. The configuration
comes in the environment, as :func:`settings` writes it.
"""

from __future__ import annotations

import base64
import contextlib
import gc
import os
import pickle
import sys

from pipeline.config import Config

VARIABLE = "DEPECHE_CLUSTER_CONFIG"


def settings(config: Config) -> str:
    """A configuration as a value of the environment."""
    return base64.b64encode(pickle.dumps(config)).decode("ascii")


def main() -> None:
    """Load the model, then serve Spark until it closes the pipe."""
    from pyspark import daemon

    if VARIABLE in os.environ:
        # Standard output belongs to Spark's protocol. What fails here fails again in the
        # first task, whose error Spark reports.
        with contextlib.suppress(Exception), contextlib.redirect_stdout(sys.stderr):
            from pipeline.cluster.worker import extractor

            # Our own driver's pickle, from the environment that it gave this process.
            extractor(pickle.loads(base64.b64decode(os.environ[VARIABLE])))
        # Collections in the workers would else write to, and so copy, every shared page.
        gc.collect()
        gc.freeze()
    daemon.manager()


if __name__ == "__main__":
    main()
