#!/usr/bin/env bash
# Installs Debian's Chromium when it is missing and may be: `requirements/chromium.sh [PACKAGE]`.
# The browser tests take chromium-headless-shell, which draws no window around the page and is twice as quick,
# else chromium; with neither they skip, and say so.
set -euo pipefail
package=${1:-chromium}
if command -v "$package" > /dev/null; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Installing $package for the browser, once..."
    log=$(mktemp)
    if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package"; } > "$log" 2>&1; then
        rm -f "$log"
        exit 0
    fi
    echo "$package could not be installed: $(tail -n 1 "$log")"
    rm -f "$log"
fi
if ! command -v chromium > /dev/null; then
    echo "Chromium is not installed (apt install $package): what needs a browser will be skipped."
fi
