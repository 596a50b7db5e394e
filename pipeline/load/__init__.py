"""Files, folders and feeds -> Article."""
