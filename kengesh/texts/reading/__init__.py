"""Reading: what a file says, whatever its format. ``by_ending.read_file`` reads any of them; ``filed`` is what comes of it."""
