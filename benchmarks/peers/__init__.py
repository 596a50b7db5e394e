"""Other ways to get the same facts, scored beside ours on the same texts."""
