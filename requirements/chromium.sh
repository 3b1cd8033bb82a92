#!/usr/bin/env bash
# Installs Debian's Chromium for the browser tests when it is missing and may be: without it they skip, and say so.
set -euo pipefail
if command -v chromium > /dev/null; then
    exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    echo "Chromium is not installed: the browser tests will be skipped (apt install chromium)."
    exit 0
fi
echo "Installing Chromium for the browser tests, once..."
log=$(mktemp)
if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } > "$log" 2>&1; then
    echo "Chromium could not be installed ($(tail -n 1 "$log")): the browser tests will be skipped."
fi
rm -f "$log"
