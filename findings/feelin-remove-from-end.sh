#!/usr/bin/env bash
# A negative position counts from the end in FEEL: -1 is the last item. In feelin, "remove" and "insert before" count
# from one place too far left: -1 removes the second last item. A filter and "sublist" count correctly.
# Library: @bpmn-io/feelin 6.1.1 (npm), the FEEL interpreter of Camunda's forms. The engine returns [1, 2].
# Why it matters: a form removes or keeps the wrong entry of a list, without a warning.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

const context = {};
for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, context);
  console.log(`${JSON.stringify(value)}, ${warnings.length} warnings`);
}
JS

seen=$(node eval.mjs '[1, 2, 3][-1]' 'remove([1, 2, 3], -1)' 'remove([1, 2, 3], -3)' 'insert before([1, 2, 3], -1, 9)')
want='3, 0 warnings
[1,3], 0 warnings
[1,2,3], 0 warnings
[1,9,2,3], 0 warnings'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
echo 'expected: 3, [1,2], [2,3], [1,2,9,3]'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
