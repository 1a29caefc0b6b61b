"""Runs of many draws: random numbers by draw number, jobs, executors, and results in parts that a stopped run takes up again.

Knows nothing of networks. Whoever has a question with chance in it writes a :class:`~kengesh.corridors.runs.job.Job` and
hands it to :func:`kengesh.corridors.runs.running.run`.
"""
