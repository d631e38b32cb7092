#!/usr/bin/env bash
# In js-feel, "concatenate" appends all variables of the expression as one more item of the list. So do "union" and
# "flatten". The lists that they return are one item too long, and its last item holds every input of the decision.
# In the DMN specification, as in feelin, they return the items of the given lists only.
# Libraries: js-feel 1.4.7 (npm), @bpmn-io/feelin 6.1.1 (npm) for comparison.
# Why it matters: a decision counts one ticket too many, and its result repeats inputs that should stay inside.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts js-feel@1.4.7 @bpmn-io/feelin@6.1.1

cat > js-feel.mjs <<'JS'
import createFeel from 'js-feel';

const { feel } = createFeel();
const data = { credit: 1, order: { id: 7 } };
const results = [];
for (const expression of process.argv.slice(2)) {
  results.push(`js-feel: ${JSON.stringify(await feel.parse(expression).build(data))}`);
}
console.log(results.join('\n'));
JS

cat > feelin.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

const data = { credit: 1, order: { id: 7 } };
for (const expression of process.argv.slice(2)) {
  console.log(`feelin: ${JSON.stringify(evaluate(expression, data).value)}`);
}
JS

expressions=(
  'concatenate([1], [2])'
  'count(concatenate([1], [2]))'
  'flatten([[1], 2])'
)
seen=$(node js-feel.mjs "${expressions[@]}" 2> /dev/null | grep '^js-feel'; node feelin.mjs "${expressions[@]}")
want='js-feel: [1,2,{"credit":1,"order":{"id":7}}]
js-feel: 3
js-feel: [[1],2,{"credit":1,"order":{"id":7}}]
feelin: [1,2]
feelin: 2
feelin: [1,2]'

for name in js-feel @bpmn-io/feelin; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: [1,2], 2, [1,2] from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
