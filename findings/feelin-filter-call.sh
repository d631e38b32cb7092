#!/usr/bin/env bash
# In Camunda's forms, a filter whose condition is a function call keeps no record, because feelin makes the call
# once, outside the records. The same call followed by "= true", or "in" instead of the function, works.
# If the form also has a field with that name, the filter tests the form's field and keeps every record.
# Library: @bpmn-io/feelin 6.1.1 (npm). The engine keeps the records with the tag.
# Why it matters: a list of the tickets with a tag is empty in the form and complete in the process.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

const context = { tickets: [{ id: 1, tags: ['vip'] }, { id: 2, tags: [] }] };
for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, context);
  console.log(`${JSON.stringify(value)}, ${warnings.length} warnings`);
}
JS

seen=$(node eval.mjs \
  'tickets["vip" in tags].id' \
  'tickets[list contains(tags, "vip") = true].id' \
  'tickets[list contains(tags, "vip")].id' \
  '{tags: ["vip"], ids: tickets[list contains(tags, "vip")].id}.ids')
want='[1], 0 warnings
[1], 0 warnings
[], 1 warnings
[1,2], 0 warnings'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
echo 'expected: [1] each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
