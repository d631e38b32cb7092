#!/usr/bin/env bash
# The jq port jqjs yields two results for "//" when the left side is null: the null and the default. With it, one
# customer without a name becomes two objects. A false left side stays false, and "[1:]" drops the last item.
# "del" of an item leaves a null. The list of supported features names all four. jq itself, as WebAssembly, differs.
# Libraries: @michaelhomer/jqjs 1.6.0, jq-wasm 1.0.1 (npm).
# Why it matters: a mapping that is tested with jq creates a second record and loses a tag in the browser.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @michaelhomer/jqjs@1.6.0 jq-wasm@1.0.1

cat > run.mjs <<'JS'
import jqjs from '@michaelhomer/jqjs';
import { createRequire } from 'node:module';

const jq = createRequire(import.meta.url)('jq-wasm');
const customer = { name: null, vip: false, tags: ['a', 'b', 'c'] };
for (const program of ['{name: (.name // "unknown")}', '{vip: (.vip // "no")}', '.tags[1:]', 'del(.tags[0]) | .tags']) {
  const port = [...jqjs.compile(program)(structuredClone(customer))].map(one => JSON.stringify(one)).join(' ');
  const original = (await jq.raw(customer, program, ['-c'])).trim().split('\n').join(' ');
  console.log(`${program}: jq ${original}, jqjs ${port}`);
}
JS

seen=$(node run.mjs)
want='{name: (.name // "unknown")}: jq {"name":"unknown"}, jqjs {"name":null} {"name":"unknown"}
{vip: (.vip // "no")}: jq {"vip":"no"}, jqjs {"vip":false}
.tags[1:]: jq ["b","c"], jqjs ["b"]
del(.tags[0]) | .tags: jq ["b","c"], jqjs [null,"b","c"]'

for name in @michaelhomer/jqjs jq-wasm; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: the same from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
