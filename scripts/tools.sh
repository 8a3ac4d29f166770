#!/usr/bin/env bash
# Installs what building needs and is missing: the wasm target, trunk, wasm-bindgen and wasm-opt; with the
# word `browser`, what the journeys need too: Chromium, Firefox and WebKitGTK with their drivers, axe-core and
# Lighthouse. A few minutes the first time, nothing the second.
source "$(dirname "$0")/common.sh"

# install NAME HOME FILE COMMAND…: runs COMMAND unless HOME already holds FILE.
install() {
  local name=$1 home=$2 file=$3
  shift 3
  [ -e "$home/$file" ] && return
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
npm_package() { # NAME HOME FILE PACKAGE
  install "$1" "$2" "$3" npm install --silent --no-audit --no-fund --prefix "$2" "$4"
}
npm_package "wasm-opt (binaryen $binaryen_version), which shrinks the app" "$binaryen_home" node_modules/.bin/wasm-opt \
  "binaryen@$binaryen_version"

[ "${1:-}" = browser ] || exit 0

# Debian's packages for each engine, and whether they are here. An engine that cannot be had does not keep the
# others from being installed.
engine_here() {
  case $1 in
    Chromium) chromium >/dev/null && have chromedriver ;;
    Firefox) have firefox || have firefox-esr ;;
    WebKitGTK) have WebKitWebDriver && have Xvfb ;;
  esac
}
engine_packages() {
  case $1 in
    Chromium) echo chromium chromium-driver ;;
    Firefox) echo firefox-esr ;;
    WebKitGTK) echo webkit2gtk-driver xvfb ;;
  esac
}
missing=()
for engine in Chromium Firefox WebKitGTK; do engine_here $engine || missing+=("$engine"); done
if [ ${#missing[@]} != 0 ] && have apt-get && [ "$(id -u)" = 0 ]; then
  say "Installing ${missing[*]} for the journeys (1 to 3 minutes)"
  timeout 300 apt-get update -qq || true
  for engine in "${missing[@]}"; do
    # shellcheck disable=SC2046 # the packages are words
    DEBIAN_FRONTEND=noninteractive timeout 600 apt-get install -y -qq --no-install-recommends \
      $(engine_packages "$engine") >/dev/null || say "apt-get could not install $engine"
  done
  # Chinese and Korean letters in screenshots; nothing is tested with them.
  DEBIAN_FRONTEND=noninteractive timeout 300 apt-get install -y -qq --no-install-recommends fonts-noto-cjk >/dev/null || true
fi
npm_package "axe-core $axe_version, which checks accessibility" "$axe_home" node_modules/axe-core/axe.min.js "axe-core@$axe_version"
npm_package "lighthouse $lighthouse_version, which checks the hosted page (1 minute)" "$lighthouse_home" \
  node_modules/.bin/lighthouse "lighthouse@$lighthouse_version"
install "geckodriver $geckodriver_version, which drives Firefox (2 to 4 minutes)" "$geckodriver_home" bin/geckodriver \
  cargo install geckodriver --version "=$geckodriver_version" --locked --root "$geckodriver_home"

wanting=""
for engine in "${missing[@]}"; do
  engine_here "$engine" || wanting+=" $engine (Debian or Ubuntu: sudo apt-get install $(engine_packages "$engine"));"
done
[ -z "$wanting" ] || die "The journeys need these browsers and drivers on PATH:$wanting then try again."
