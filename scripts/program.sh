#!/usr/bin/env bash
# Builds the `readout` program, optimised for speed, and prints where it is.
source "$(dirname "$0")/common.sh"

[ -x "$(native_target)/native/readout" ] || say "Building the readout program (1 to 3 minutes the first time)"
native timeout 1800 cargo build --quiet --profile native -p readout-cli
printf '%s\n' "$(native_target)/native/readout"
