"""Writing: one rolling text in every form that somebody asks for. Word files are written in ``word``."""
