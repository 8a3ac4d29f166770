#!/usr/bin/env bash
# Prints what a reader downloads to start the app (its wasm and JavaScript, as brotli), and fails past the
# budget. With the readout program as its word, the same for the sample's site: its first view, as brotli, and
# its saved file. embed.js and worker.js come later, or to others.
source "$(dirname "$0")/common.sh"

[ -f dist/index.html ] || die "the app is not built; run make run"
site=dist
if [ $# -gt 0 ]; then
  site=$(mktemp -d)
  trap 'rm -rf "$site"' EXIT
  "$1" build corpus --app dist --out "$site/sample" >/dev/null
  site="$site/sample"
fi
node - "$site" <<'JS'
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { brotliCompressSync } = require("node:zlib");
const [folder] = process.argv.slice(2);
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const read = (name) => readFileSync(`${folder}/${name}`);
const later = ["embed.js", "worker.js", "sw.js", "explorer.html"];

// Budgets in bytes.
const check = (what, bytes, budget, form) => {
  const line = `${what}: ${kB(bytes)} of ${budget / 1000} kB ${form}`;
  if (bytes >= budget) { console.error(`${line}: past the budget`); process.exitCode = 1; } else console.log(line);
};
const packed = (kinds) => {
  const names = readdirSync(folder).filter((name) => kinds.test(name) && !later.includes(name)).sort();
  return names.reduce((total, name) => {
    const bytes = read(name);
    const small = brotliCompressSync(bytes).length;
    console.log(`  ${name}: ${kB(bytes.length)}, ${kB(small)} as brotli`);
    return total + small;
  }, 0);
};
if (existsSync(`${folder}/explorer.html`)) {
  check("first view of the sample", packed(/\.(html|css|js|wasm)$/), 260000, "as brotli");
  check("saved sample", read("explorer.html").length, 420000, "in one file");
} else {
  check("app size", packed(/\.(js|wasm)$/), 235000, "as brotli");
}
JS
