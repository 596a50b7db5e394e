"""The pipeline on a Spark cluster: the same facts as :mod:`pipeline.run`, from any path.

:mod:`.job` is the map. The driver's side is :mod:`.session`, :mod:`.source`, :mod:`.numbering`,
:mod:`.storage` and :mod:`.database`; what runs in the Python workers of the executors is
:mod:`.worker` and :mod:`.tables`, which know nothing of Spark.
"""
