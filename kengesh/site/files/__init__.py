"""The log's own files, as they are; and whether this server is well."""
