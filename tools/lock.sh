#!/bin/sh
# Pins the newest packages that pyproject.toml allows, for every platform, with hashes and without any registry's address.
# `KEEP=1` leaves what is pinned already, and adds only what is new in pyproject.toml.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python -m pip install --quiet --upgrade uv
if [ -n "${KEEP:-}" ]; then upgrade=; else upgrade=--upgrade; fi
compile() {
    .venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --no-annotate --custom-compile-command "make lock" $upgrade "$@"
}
compile requirements/build.in -o requirements/build.txt
compile pyproject.toml -c requirements/build.txt -o requirements/run.txt
compile pyproject.toml --extra dev -c requirements/build.txt -c requirements/run.txt -o requirements/dev.txt
