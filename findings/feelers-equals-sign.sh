#!/usr/bin/env bash
# A template of Camunda's forms drops an equals sign that directly follows an insertion, as in "{{label}}={{value}}".
# With a space or another character before the sign it stays. At the very start of a template, "=" marks an expression.
# Library: feelers 3.1.0 (npm), which renders the text, HTML and label fields of forms.
# Why it matters: a link with query parameters from two insertions is broken without an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts feelers@3.1.0

cat > render.mjs <<'JS'
import { evaluate } from 'feelers';

for (const template of process.argv.slice(2)) console.log(evaluate(template, { label: 'id', value: 7 }));
JS

seen=$(node render.mjs '{{label}}: {{value}}' '{{label}} = {{value}}' \
  '{{label}}={{value}}' '?{{label}}={{value}}&x={{value}}')
want='id: 7
id = 7
id7
?id7&x=7'

echo "feelers $(node -p 'require("./node_modules/feelers/package.json").version')"
echo 'expected: id: 7, id = 7, id=7, ?id=7&x=7'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
