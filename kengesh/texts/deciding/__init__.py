"""What decisions make of a rolling text, and the account of every word that is shown no more."""
