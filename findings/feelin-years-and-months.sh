#!/usr/bin/env bash
# The function "years and months duration" of feelin returns a duration that has days as well.
# Library: feelin 8.2.0 (npm).
# Why it matters: only the other kind of FEEL duration has days, so a comparison with "P2M" is false.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts feelin@8.2.0

cat > eval.mjs <<'JS'
import { evaluate } from 'feelin';

for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, {});
  console.log(`${value}, ${warnings.length} warnings`);
}
JS

seen=$(node eval.mjs \
  'string(years and months duration(date("2024-01-31"), date("2024-02-29")))' \
  'string(years and months duration(date("2024-01-15"), date("2024-03-20")))')
want='P29D, 0 warnings
P2M5D, 0 warnings'

echo "feelin $(node -p 'require("./node_modules/feelin/package.json").version')"
echo 'expected: no days: P0M, P2M'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
