"""Pure helpers for French text, shared by the stages; nothing here knows an article."""
