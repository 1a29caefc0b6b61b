"""What a person can do, one verb per module: read files of rows, plan what they come to, sign and append."""
