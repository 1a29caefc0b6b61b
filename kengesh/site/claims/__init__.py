"""Claims: one built by choosing or typed, and judged; those of the record, each with its verdict."""
