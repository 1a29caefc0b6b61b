"""The record for programs that know no more of it than public vocabularies."""
