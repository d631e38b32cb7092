#!/usr/bin/env bash
# json-patch-gen finds no difference between an empty object and null: the patch from {} to null has no operations, and
# so has that from null to {}. An object with fields and null raise an error, and other values and null are right. In
# JSON an empty object is not null, and RFC 6902 has a patch make one document from the other.
# Libraries: json-patch-gen 1.0.2, fast-json-patch 3.1.1 (npm) for comparison.
# Why it matters: the patch that creates an empty address is missing, so that the next one, which adds a city to it,
# fails.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts json-patch-gen@1.0.2 fast-json-patch@3.1.1

cat > diff.cjs <<'JS'
const { compare } = require('fast-json-patch');
const diff = require('json-patch-gen');

for (const [before, after] of [['"x"', 'null'], ['{}', 'null'], ['null', '{}'], ['[{}]', '[null]']]) {
  const documents = [before, after].map(value => JSON.parse(`{"custom":${value}}`));
  console.log(`${before} to ${after}: ${JSON.stringify(diff(...documents))}`);
  console.log(`fast-json-patch: ${compare(...documents).length} operations`);
}
JS

seen=$(node diff.cjs)
want='"x" to null: [{"op":"replace","path":"/custom","value":null}]
fast-json-patch: 1 operations
{} to null: []
fast-json-patch: 1 operations
null to {}: []
fast-json-patch: 1 operations
[{}] to [null]: []
fast-json-patch: 1 operations'

echo "json-patch-gen $(node -p 'require("./node_modules/json-patch-gen/package.json").version')"
echo "fast-json-patch $(node -p 'require("./node_modules/fast-json-patch/package.json").version')"
echo 'expected: one operation each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
