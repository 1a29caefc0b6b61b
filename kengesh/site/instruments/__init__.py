"""Instruments: all of them, and each with its life, its signatures and its text."""
