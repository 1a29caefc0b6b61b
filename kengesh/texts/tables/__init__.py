"""The tables beside a rolling text: the same proposals seen by delegation, by paragraph, over time, side by side.

Each table is a pure function of one rolling text, or of a series of them (``traceability``, ``open_brackets``). They show
what the rolling text shows and decide nothing. Delegations stand in the order of the alphabet, never by weight or size.
"""
