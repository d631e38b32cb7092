#!/usr/bin/env bash
# In js-feel "index of" returns one position, counted from 0, and -1 for a missing item; FEEL defines a list of all
# positions, counted from 1. "remove" drops other items than the one at the position, and "insert before" at the first
# place drops all of them.
# Libraries: js-feel 1.4.7 (npm), @bpmn-io/feelin 6.1.1 (npm) for comparison.
# Why it matters: removing the second of three recipients removes the first as well, and a missing tag is found.
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
  'index of(["a", "b", "a"], "a")'
  'index of(["a", "b"], "x")'
  'remove(["a", "b", "c"], 2)'
  'remove(["a", "b", "c", "d"], 2)'
  'insert before(["a", "b"], 1, "x")'
)

seen=$(node js-feel.mjs "${expressions[@]}" 2> /dev/null; node feelin.mjs "${expressions[@]}")
want='js-feel: 0
js-feel: -1
js-feel: ["c"]
js-feel: ["c"]
js-feel: []
feelin: [1,3]
feelin: []
feelin: ["a","c"]
feelin: ["a","c","d"]
feelin: ["x","a","b"]'

echo "js-feel $(node -p 'require("./node_modules/js-feel/package.json").version')"
echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
echo 'expected: [1,3], [], [a,c], [a,c,d] and [x,a,b], from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
