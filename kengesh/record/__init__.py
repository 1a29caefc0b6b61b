"""The log as plain files that anyone may copy and that strangers' tools can verify."""
