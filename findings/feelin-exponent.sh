#!/usr/bin/env bash
# The FEEL interpreter of Camunda's form viewer reads the number 1e3 as 1, without a warning. It reads 1.5e3 as 1500.
# Library: @bpmn-io/feelin 6.1.1 (npm).
# Why it matters: a form that calculates with such a number shows a wrong result without an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, {});
  console.log(`${value}, ${warnings.length} warnings`);
}
JS

seen=$(node eval.mjs '1.5e3' '1e3' '1e3 + 1')
want='1500, 0 warnings
1, 0 warnings
2, 0 warnings'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
echo 'expected: 1500, 1000, 1001'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
