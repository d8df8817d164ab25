#!/bin/sh
# Prints the first Python that is new enough (3.11); $PYTHON, if set, is the only candidate.
set -eu
for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3.14 python3}; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        command -v "$candidate"
        exit 0
    fi
done
echo "没有找到 Python 3.11 或更新的版本。Debian：apt-get install python3；macOS：brew install python@3.12。" >&2
echo "No Python 3.11 or newer was found. Debian: apt-get install python3; macOS: brew install python@3.12." >&2
exit 1
