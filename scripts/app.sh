#!/usr/bin/env bash
# Builds the app into dist/ for any corpus, and holds it to its size.
source "$(dirname "$0")/common.sh"

scripts/tools.sh
say "Building the app for the browser (3 to 5 minutes the first time)"
# trunk takes NO_COLOR=1 for a wrong argument
wasm env -u NO_COLOR timeout 1800 trunk build --release --offline
scripts/size.sh
