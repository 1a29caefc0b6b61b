"""The log itself: its entries, acts and proofs, and how to check all of it oneself."""
