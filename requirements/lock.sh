#!/usr/bin/env bash
# Rewrites the hashed lock files from pyproject.toml: `requirements/lock.sh [--upgrade]`.
# dev.txt is the superset; the others are constrained by it, so one version is used everywhere.
set -euo pipefail
cd "$(dirname "$0")/.."
compile() {
    uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
        --python-version 3.11 --python-platform x86_64-manylinux_2_28 -c requirements/constraints.in "$@"
}
compile "$@" --extra train --extra dev pyproject.toml requirements/embedded.in \
    requirements/frontend.in -o requirements/dev.txt
compile -c requirements/dev.txt pyproject.toml -o requirements/run.txt
compile -c requirements/dev.txt --extra train pyproject.toml -o requirements/train.txt
compile -c requirements/dev.txt requirements/embedded.in -o requirements/embedded.txt
compile -c requirements/dev.txt requirements/frontend.in -o requirements/frontend.txt
