"""The front page: the mechanism on a day, at a glance."""
