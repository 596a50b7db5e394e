"""One file per relation."""
