"""What no rule reads: pairs that stand near each other, scored by what stands around them.

Rules know constructions, and the press has more of them than anybody will write down. Where
a place of work or a function is named and no rule tells whose it is, every candidate is
scored by a linear model over the words and word classes around it; a reading is told where
the score is high, and it bears that score as its weight. The weights are plain numbers in
``models/readings.json``, learnt by :mod:`pipeline.evaluate.readings` from the annotated texts
and the banks of constructions.
"""
