#!/usr/bin/env bash
# Builds the `readout` program, optimised for speed, with the built app inside where there is one, and prints
# where it is. A changed app is put in anew, so that what the program serves is never stale.
source "$(dirname "$0")/common.sh"

[ -x target/readout ] || say "Building the readout program (1 to 3 minutes the first time)"
[ ! -f dist/index.html ] || export READOUT_EMBED="$PWD/dist"
# A copy of its own: another clone may build into the same target folder at any time.
build='cargo build --quiet --profile native -p readout-cli && install -D "$CARGO_TARGET_DIR/native/readout" target/readout'
native timeout 1800 bash -c "$build"
printf '%s\n' "$PWD/target/readout"
