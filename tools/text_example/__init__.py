"""How the Word files of the worked example are made; ``tools/make_text_example.py`` is the command."""
