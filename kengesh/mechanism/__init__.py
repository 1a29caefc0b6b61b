"""The state of a mechanism, folded from the acts of its log, and the questions that it answers.

Every answer is as of three clocks: `on` (when it was so), `known_at` (the size of the log that answers) and `reported_by`
(the last day of the sources that count). See ``kengesh.mechanism.record`` for the way in.
"""
