"""Answers as the values that pictures are drawn from: the one place that knows both the questions and :mod:`kengesh.pictures`."""
