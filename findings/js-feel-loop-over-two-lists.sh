#!/usr/bin/env bash
# In js-feel a loop over two lists takes the first items together, then the second ones: two lists of two items have two
# results, not four. FEEL combines each item of the first list with each item of the second, as feelin does. "some" and
# "every" over two lists miss combinations in the same way.
# Libraries: js-feel 1.4.7 (npm), @bpmn-io/feelin 6.1.1 (npm) for comparison.
# Why it matters: of two customers with two orders each, half of the invoices are missing.
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
  'for x in [1, 2], y in [10, 20] return x * y'
  'some x in [1, 2], y in [10, 20] satisfies x = 1 and y = 20'
  'every x in [1, 2], y in [1, 2] satisfies x = y'
)

seen=$(node js-feel.mjs "${expressions[@]}" 2> /dev/null; node feelin.mjs "${expressions[@]}")
want='js-feel: [10,40]
js-feel: false
js-feel: true
feelin: [10,20,20,40]
feelin: true
feelin: false'

echo "js-feel $(node -p 'require("./node_modules/js-feel/package.json").version')"
echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
echo 'expected: [10,20,20,40], true and false, from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
