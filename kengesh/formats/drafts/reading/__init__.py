"""Reading a draft, whatever its format: ``whole.read_draft`` reads any of them, ``told`` is what a format's reader gives back."""
