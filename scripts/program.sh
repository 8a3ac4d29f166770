#!/usr/bin/env bash
# Builds the `readout` program, optimised for speed, and prints where it is.
source "$(dirname "$0")/common.sh"

[ -x target/readout ] || say "Building the readout program (1 to 3 minutes the first time)"
# A copy of its own: another clone may build into the same target folder at any time.
build='cargo build --quiet --profile native -p readout-cli && install -D "$CARGO_TARGET_DIR/native/readout" target/readout'
native timeout 1800 bash -c "$build"
printf '%s\n' "$PWD/target/readout"
