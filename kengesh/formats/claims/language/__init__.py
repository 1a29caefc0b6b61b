"""The language of claims: its values, its reading, its one spelling."""
