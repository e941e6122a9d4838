"""All that a language knows, as data: one folder a language, one file a concern."""
