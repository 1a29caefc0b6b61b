#!/bin/sh
# Print the first Python of version 3.11 or newer; say what is missing where there is none.
for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if command -v "$name" >/dev/null 2>&1 &&
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        command -v "$name"
        exit 0
    fi
done
echo "Kengesh needs Python 3.11 or newer; none was found. Install one and run make again." >&2
exit 1
