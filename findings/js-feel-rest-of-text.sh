#!/usr/bin/env bash
# In js-feel the function "substring" without a length returns an empty text. With a length it is right. FEEL defines
# the rest of the text for a call without a length, as feelin returns it.
# Libraries: js-feel 1.4.7 (npm), @bpmn-io/feelin 6.1.1 (npm) for comparison.
# Why it matters: a decision that removes the prefix of an order number compares an empty text, without an error.
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
  'substring("ORD-4711", 5, 4)'
  'substring("ORD-4711", 5)'
  'substring("ORD-4711", -4)'
)

seen=$(node js-feel.mjs "${expressions[@]}" 2> /dev/null; node feelin.mjs "${expressions[@]}")
want='js-feel: "4711"
js-feel: ""
js-feel: ""
feelin: "4711"
feelin: "4711"
feelin: "4711"'

echo "js-feel $(node -p 'require("./node_modules/js-feel/package.json").version')"
echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
echo 'expected: "4711" each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
