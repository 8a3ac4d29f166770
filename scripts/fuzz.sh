#!/usr/bin/env bash
# Runs each fuzz target for some minutes, on inputs that begin with the sample's documents. What a target stops at
# is kept in fuzz/artifacts, and what it found worth keeping in fuzz/corpus; git knows neither.
#   scripts/fuzz.sh MINUTES
source "$(dirname "$0")/common.sh"

have cargo-fuzz || die "cargo-fuzz is missing: cargo install cargo-fuzz"
seconds=$((${1:-1} * 60))

cargo +nightly fuzz build
for target in $(cargo +nightly fuzz list); do
  say "Fuzzing $target"
  mkdir -p "fuzz/corpus/$target"
  # Bundles are made by the target itself; dates begin with five bytes for the day and the language.
  for document in corpus/*.md; do
    case $target in
      bundle) ;;
      dates) { printf '\x5c\x44\0\0\0'; cat "$document"; } >"fuzz/corpus/$target/$(basename "$document")" ;;
      *) cp "$document" "fuzz/corpus/$target/" ;;
    esac
  done
  words=fuzz/dictionaries/$target.dict
  cargo +nightly fuzz run "$target" -- -max_total_time=$seconds -timeout=20 -rss_limit_mb=2048 \
    $([ -e "$words" ] && echo "-dict=$words")
done
