"""The verdict on a claim, by a record as of its clocks."""
