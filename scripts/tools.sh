#!/usr/bin/env bash
# Installs what building needs and is missing: the wasm target, trunk, wasm-bindgen and wasm-opt; with the
# word `browser`, Chromium and its driver too. A few minutes the first time, nothing the second.
source "$(dirname "$0")/common.sh"

# install NAME HOME PROGRAM COMMAND…: runs COMMAND unless HOME already holds PROGRAM.
install() {
  local name=$1 home=$2 program=$3
  shift 3
  [ -x "$home/$program" ] && return
  say "Installing $name into $home"
  mkdir -p "$home"
  timeout 1500 "$@" || die "could not install $name; the lines above say why. Try again, or put it into $home by hand."
}

have cargo || die "Rust is missing. Install it with rustup, then try again."
have npm || die "npm is missing; wasm-opt comes with it. Install Node.js (Debian: apt-get install npm), then try again."

scripts/wasm-target.sh
install "trunk $trunk_version, which builds the app (5 to 10 minutes)" "$trunk_home" bin/trunk \
  cargo install trunk --version "=$trunk_version" --locked --no-default-features --features rustls --root "$trunk_home"
install "wasm-bindgen $(locked wasm-bindgen), the version in Cargo.lock (2 to 4 minutes)" "$bindgen_home" bin/wasm-bindgen \
  cargo install wasm-bindgen-cli --version "=$(locked wasm-bindgen)" --root "$bindgen_home"
install "wasm-opt (binaryen $binaryen_version), which shrinks the app" "$binaryen_home" node_modules/.bin/wasm-opt \
  npm install --silent --no-audit --no-fund --prefix "$binaryen_home" "binaryen@$binaryen_version"

[ "${1:-}" = browser ] || exit 0
chromium >/dev/null && have chromedriver && exit 0
if have apt-get && [ "$(id -u)" = 0 ]; then
  say "Installing Chromium and its driver for the browser tests (1 to 2 minutes)"
  timeout 300 apt-get update -qq || true
  DEBIAN_FRONTEND=noninteractive timeout 900 apt-get install -y -qq --no-install-recommends \
    chromium chromium-driver >/dev/null || die "apt-get could not install chromium and chromium-driver."
  # Chinese and Korean letters in screenshots; nothing is tested with them.
  DEBIAN_FRONTEND=noninteractive timeout 300 apt-get install -y -qq --no-install-recommends fonts-noto-cjk >/dev/null || true
else
  die "The browser tests need Chromium and chromedriver of the same version on PATH. Install them (Debian or Ubuntu: sudo apt-get install chromium chromium-driver), then try again."
fi
