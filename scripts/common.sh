# Sourced by the other scripts: where built things are kept, which versions, and how to speak.
# Everything that takes minutes to make lives outside the clone, so that a fresh clone reuses it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

trunk_version=0.21.14      # 0.22 wants a newer compiler than rust-version in Cargo.toml
binaryen_version=132.0.0   # wasm-opt; distributions carry versions too old for today's wasm
geckodriver_version=0.37.1 # drives Firefox in the journeys
axe_version=4.14.1         # checks accessibility in the journeys
lighthouse_version=12.8.2  # checks the hosted page; 13 wants Node 22
wasm=wasm32-unknown-unknown
cache="${XDG_CACHE_HOME:-$HOME/.cache}/readout"

# The places that a panic would name are given without the folders of the machine that built the app. A
# flag that differed from clone to clone would compile everything anew.
wasm_flags="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src="

say() { printf '\033[1m▸ %s\033[0m\n' "$*" >&2; }
die() { printf '\033[1m✗ %s\033[0m\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The version of a package as Cargo.lock has it.
locked() { awk -v name="\"$1\"" '$1 == "name" { hit = $3 == name } hit && $1 == "version" { gsub("\"", "", $3); print $3; exit }' Cargo.lock; }

# Whether the rustc on PATH (or the one given) can build for wasm.
builds_wasm() { compgen -G "$("${1:-rustc}" --print target-libdir --target "$wasm")/libstd-*.rlib" >/dev/null; }

# A folder name for the compiler on PATH: what one compiler built, another cannot reuse.
compiler() { rustc --version | sed 's/^rustc //; s/ (\([0-9a-f]*\).*/-\1/'; }

native_target() { printf '%s' "${CARGO_TARGET_DIR:-$cache/target/$(compiler)/native}"; }
wasm_target() { printf '%s' "${CARGO_TARGET_DIR:-$cache/target/$(compiler)/wasm}"; }

# in_target FOLDER COMMAND…: runs cargo with a target folder that several clones share, one at a time.
# Cargo tells changes by time and by paths inside the workspace, and so takes what another clone built
# from other sources for its own: what is ours in there is forgotten when the clone changes. What we
# depend on stays.
in_target() (
  target=$1
  shift
  mkdir -p "$target"
  exec 9>"$target/.readout-lock"
  ! have flock || flock -w 3600 9 || die "another clone has been building in $target for an hour."
  if [ "$(cat "$target/.readout-clone" 2>/dev/null)" != "$PWD" ]; then
    rm -rf "$target"/*/.fingerprint/readout-* "$target"/*/*/.fingerprint/readout-*
    printf '%s' "$PWD" >"$target/.readout-clone"
  fi
  CARGO_TARGET_DIR="$target" "$@" 9>&-
)

# cargo for this machine.
native() { in_target "$(native_target)" "$@"; }

# cargo, clippy and trunk for wasm, with the tools that tools.sh installed on PATH. Where rustup had no
# wasm target, this is the distribution's own compiler (see wasm-target.sh).
wasm() (
  if ! builds_wasm rustc && [ -x /usr/bin/rustc ] && builds_wasm /usr/bin/rustc; then
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(compgen -G '/usr/bin/wasm-ld*' | sort -V | tail -n 1)
    export PATH="/usr/bin:$PATH" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
  fi
  export PATH="$(tool_path):$PATH" RUSTFLAGS="$wasm_flags"
  in_target "$(wasm_target)" "$@"
)

trunk_home="$cache/tools/trunk-$trunk_version"
bindgen_home="$cache/tools/wasm-bindgen-$(locked wasm-bindgen)"
binaryen_home="$cache/tools/binaryen-$binaryen_version"
geckodriver_home="$cache/tools/geckodriver-$geckodriver_version"
axe_home="$cache/tools/axe-core-$axe_version"
lighthouse_home="$cache/tools/lighthouse-$lighthouse_version"
tool_path() { printf '%s' "$trunk_home/bin:$bindgen_home/bin:$binaryen_home/node_modules/.bin"; }

# What the journeys need besides an app and a program.
export READOUT_GECKODRIVER="$geckodriver_home/bin/geckodriver" READOUT_AXE="$axe_home/node_modules/axe-core/axe.min.js"

# Chromium goes by different names.
first_of() { for name in "$@"; do if have "$name"; then command -v "$name"; return; fi; done; return 1; }
chromium() { first_of chromium chromium-browser google-chrome google-chrome-stable; }
