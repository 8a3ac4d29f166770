#!/usr/bin/env bash
# Prints what a reader downloads to start the app (its wasm and JavaScript, as brotli) and fails past the budget.
# embed.js and worker.js come later, or to others.
source "$(dirname "$0")/common.sh"

[ -f dist/index.html ] || die "the app is not built; run make run"
node - dist 235000 <<'JS'
const { readdirSync, readFileSync } = require("node:fs");
const { brotliCompressSync } = require("node:zlib");
const [folder, budget] = process.argv.slice(2);
let total = 0;
for (const name of readdirSync(folder, { recursive: true }).sort()) {
  if (!/\.(wasm|js)$/.test(name) || ["embed.js", "worker.js"].includes(name)) continue;
  const bytes = readFileSync(`${folder}/${name}`);
  const packed = brotliCompressSync(bytes).length;
  console.log(`  ${name}: ${(bytes.length / 1000).toFixed(1)} kB, ${(packed / 1000).toFixed(1)} kB as brotli`);
  total += packed;
}
const line = `${(total / 1000).toFixed(1)} kB of ${budget / 1000} kB`;
if (total >= budget) { console.error(`app size: ${line}: past the budget`); process.exit(1); }
console.log(`app size: ${line} as brotli`);
JS
