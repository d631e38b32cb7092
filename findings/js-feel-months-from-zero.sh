#!/usr/bin/env bash
# In js-feel the months of dates have the numbers 0 to 11: date(2024, 6, 15) is 15 July, and the month of 1 June is 5. A
# date from a text has the right month. The day and the year are counted as usual. Its guide refers to DMN, where months
# have the numbers 1 to 12, as in feelin.
# Libraries: js-feel 1.4.7 (npm), @bpmn-io/feelin 6.1.1 (npm) for comparison.
# Why it matters: a contract that ends at date(2024, 6, 15) runs a month longer, without an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts js-feel@1.4.7 @bpmn-io/feelin@6.1.1

cat > js-feel.mjs <<'JS'
import createFeel from 'js-feel';

const { feel } = createFeel();
const results = [];
for (const expression of process.argv.slice(2)) {
  results.push(`js-feel: ${JSON.stringify(await feel.parse(expression).build({}))}`);
}
console.log(results.join('\n'));
JS

cat > feelin.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

for (const expression of process.argv.slice(2)) {
  console.log(`feelin: ${JSON.stringify(evaluate(expression, {}).value)}`);
}
JS

expressions=(
  'date("2024-06-15")'
  'date(2024, 6, 15)'
  'date("2024-06-15").month'
  'date("2024-06-15").day'
  'date(2024, 6, 15) = date("2024-06-15")'
)

seen=$(node js-feel.mjs "${expressions[@]}" 2> /dev/null; node feelin.mjs "${expressions[@]}")
want='js-feel: "2024-06-15T00:00:00.000Z"
js-feel: "2024-07-15T00:00:00.000Z"
js-feel: 5
js-feel: 15
js-feel: false
feelin: "2024-06-15T00:00:00.000Z"
feelin: "2024-06-15T00:00:00.000Z"
feelin: 6
feelin: 15
feelin: true'

echo "js-feel $(node -p 'require("./node_modules/js-feel/package.json").version')"
echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
echo 'expected: 15 June twice, 6, 15 and true, from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
