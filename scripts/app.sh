#!/usr/bin/env bash
# Builds the app into dist/, once for every corpus. What it weighs is size.sh's matter.
source "$(dirname "$0")/common.sh"

scripts/tools.sh
say "Building the app for the browser (3 to 5 minutes the first time)"
# trunk takes NO_COLOR=1 for a wrong argument
wasm env -u NO_COLOR RUST_BACKTRACE=0 timeout 1800 trunk build --release --offline
