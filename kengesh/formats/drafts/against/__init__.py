"""What the record tells otherwise than a draft does: one small module for each sort of statement.

A check speaks only where it recognises a statement whole and the record really answers it. What it does not recognise, and what
the record does not know, is told as not checked; nothing is guessed.
"""
