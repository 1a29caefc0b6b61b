"""What can be found in a draft by reading it alone, without any record: ``whole.findings_in`` finds all of it."""
