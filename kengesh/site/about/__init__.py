"""What this record is: who compiled it, how, and within what limits; how to report an error; all pieces on one page."""
