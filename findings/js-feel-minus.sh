#!/usr/bin/env bash
# In js-feel, a minus at the start of an expression applies to all that follows: -credit + 3 is -4 for a credit of 1.
# So does a minus after another operator. In FEEL, as in feelin, the sign belongs to the next value only.
# Libraries: js-feel 1.4.7 (npm), @bpmn-io/feelin 6.1.1 (npm) for comparison.
# Why it matters: a rule that adds a fee to a negative balance calculates another amount, without an error.
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
  '3 - credit'
  '-credit + 3'
  '-credit - 3'
  '5 * -credit + 3'
  '(-credit) + 3'
)
seen=$(node js-feel.mjs "${expressions[@]}" 2> /dev/null | grep '^js-feel'; node feelin.mjs "${expressions[@]}")
want='js-feel: 2
js-feel: -4
js-feel: 2
js-feel: -20
js-feel: 2
feelin: 2
feelin: 2
feelin: -4
feelin: -2
feelin: 2'

for name in js-feel @bpmn-io/feelin; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: 2, 2, -4, -2, 2 from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
