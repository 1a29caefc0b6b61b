"""What changes, to be followed: a feed of the entries of the log, a calendar of meetings and due days."""
