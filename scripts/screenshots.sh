#!/usr/bin/env bash
# Takes pictures of the main views at 390, 820 and 1440 px, light and dark, into screenshots/ for people to
# look at. Words after it choose views by name: scripts/screenshots.sh reader
source "$(dirname "$0")/common.sh"

scripts/tools.sh browser
program=$(scripts/program.sh)
mkdir -p screenshots
say "Taking pictures into screenshots/"
export READOUT_APP="$PWD/dist" READOUT_PROGRAM="$program" READOUT_SHARED="${READOUT_SHARED:-$PWD/../shared}"
READOUT_SCREENSHOTS="$PWD/screenshots" native timeout 900 cargo test --quiet --test journeys -- "$@"
