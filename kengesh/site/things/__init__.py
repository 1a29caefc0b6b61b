"""Things that have no pages of another subject: persons, offices, places, statuses, statements, rules, and whatever else."""
