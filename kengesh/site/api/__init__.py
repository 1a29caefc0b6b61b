"""The questions of the record for programs: JSON and CSV, and a description of them that is made from the questions themselves."""
