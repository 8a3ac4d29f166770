#!/usr/bin/env bash
# Makes sure that some Rust compiler here can build for the browser. rustup's target is the ordinary way;
# where it cannot be had, Debian's compiler builds the target's standard library from its own sources.
source "$(dirname "$0")/common.sh"

builds_wasm rustc && exit 0
if have rustup; then
  say "Adding the $wasm target to Rust (seconds)"
  timeout 120 rustup target add "$wasm" && exit 0
  say "rustup could not add it; trying the distribution's compiler instead"
fi

[ -x /usr/bin/rustc ] && builds_wasm /usr/bin/rustc && exit 0
{ have apt-get && [ "$(id -u)" = 0 ]; } ||
  die "Rust cannot build for $wasm here. Run: rustup target add $wasm"

say "Installing Debian's compiler and building $wasm's standard library with it (3 to 6 minutes)"
timeout 300 apt-get update -qq || true
linker=$(apt-cache search --names-only '^lld-[0-9]+$' | cut -d' ' -f1 | sort -V | tail -n 1)
DEBIAN_FRONTEND=noninteractive timeout 900 apt-get install -y -qq --no-install-recommends \
  rustc-web cargo-web rust-web-clippy rust-web-src "${linker:-lld}" >/dev/null || die "apt-get could not install it."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/src"
printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[lib]\n' >"$scratch/Cargo.toml"
: >"$scratch/src/lib.rs"
# Bitcode goes in because the app is linked with lto = true.
(cd "$scratch" && PATH="/usr/bin:$PATH" RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Cembed-bitcode=yes" CARGO_TARGET_DIR="$scratch/target" \
  timeout 900 cargo build --release --target "$wasm" -Zbuild-std=std,panic_abort,proc_macro,test) ||
  die "the standard library did not build."
library="$(/usr/bin/rustc --print sysroot)/lib/rustlib/$wasm/lib"
mkdir -p "$library"
rm -f "$library"/*.rlib
rm -f "$scratch/target/$wasm"/release/deps/libempty-*
cp "$scratch/target/$wasm"/release/deps/*.rlib "$library/"
builds_wasm /usr/bin/rustc || die "the standard library was built but the compiler does not see it in $library."
