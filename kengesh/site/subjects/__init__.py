"""Subjects: each meeting by meeting, with what sources judge of it beside what can be counted."""
