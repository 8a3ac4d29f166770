#!/usr/bin/env bash
# Lighthouse on the sample's site, as a static host serves it: full marks for accessibility and best practices,
# in the form given (mobile or desktop). Prints the audits that took marks off, by name.
#   scripts/lighthouse.sh PROGRAM FORM
source "$(dirname "$0")/common.sh"

program=$1 form=$2
lighthouse="$lighthouse_home/node_modules/.bin/lighthouse"
[ -x "$lighthouse" ] || die "Lighthouse is missing; scripts/tools.sh browser installs it."
folder=$(mktemp -d)
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT

"$program" build corpus --out "$folder/site" >/dev/null 2>"$folder/build" || die "$(cat "$folder/build")"
"$program" serve "$folder/site" --port 0 >"$folder/serving" 2>&1 &
server=$!
for _ in $(seq 200); do
  address=$(grep -o -m 1 'http://[0-9.:]*' "$folder/serving" || true)
  [ -z "$address" ] || break
  sleep 0.1
done
[ -n "$address" ] || die "the site is not served: $(cat "$folder/serving")"

preset=()
[ "$form" = mobile ] || preset=(--preset="$form")
flags="--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
flags="$flags --disable-component-update --disable-sync --user-data-dir=$folder/profile"
CHROME_PATH=$(chromium) timeout 300 "$lighthouse" "$address/" --quiet --no-enable-error-reporting "${preset[@]}" \
  --only-categories=accessibility,best-practices --chrome-flags="$flags" --output=json --output-path="$folder/report.json" ||
  die "Lighthouse did not come to an end; the lines above say why."

node - "$folder/report.json" "$form" <<'JS'
const { readFileSync } = require("node:fs");
const [file, form] = process.argv.slice(2);
const report = JSON.parse(readFileSync(file, "utf8"));
let failed = Boolean(report.runtimeError);
if (failed) console.error(report.runtimeError.message);
for (const category of Object.values(report.categories)) {
  console.log(`lighthouse, ${form}: ${category.title}: ${Math.round(category.score * 100)}`);
  if (category.score === 1) continue;
  failed = true;
  for (const { id, weight } of category.auditRefs) {
    const audit = report.audits[id];
    if (!weight || audit.score === null || audit.score === 1) continue;
    console.error(`  ${id}: ${audit.title}`);
    for (const item of audit.details?.items ?? []) console.error(`    ${item.node?.snippet ?? JSON.stringify(item).slice(0, 300)}`);
  }
}
process.exit(failed ? 1 : 0);
JS
