#!/usr/bin/env bash
# jsonapi-fractal leaves out a relationship that is null, so that a record without an owner is sent like one whose owner
# was not read. An attribute that is null and an empty list are kept. When it reads an answer, it drops such an owner as
# well. JSON:API writes an empty relationship to one record as {"data": null}; a member that is missing is not changed.
# Library: jsonapi-fractal 2.3.2 (npm).
# Why it matters: taking a ticket from an agent does nothing: the update is accepted, and the agent stays its owner.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts jsonapi-fractal@2.3.2

cat > write.cjs <<'JS'
const { deserialize, serialize } = require('jsonapi-fractal');

for (const owner of [{ id: '5' }, null, undefined]) {
  const ticket = { id: '1', note: null, tags: [], owner };
  const { attributes, relationships } = serialize(ticket, 'tickets', { relationships: ['owner', 'tags'] }).data;
  console.log(`written: ${JSON.stringify({ ...attributes, ...relationships })}`);
}
const data = { type: 'tickets', id: '1', attributes: { note: null }, relationships: { owner: { data: null } } };
console.log(`read: ${JSON.stringify(deserialize({ data }))}`);
JS

seen=$(node write.cjs)
want='written: {"note":null,"owner":{"data":{"type":"owner","id":"5"}},"tags":{"data":[]}}
written: {"note":null,"tags":{"data":[]}}
written: {"note":null,"tags":{"data":[]}}
read: {"id":"1","note":null}'

echo "jsonapi-fractal $(node -p 'require("./node_modules/jsonapi-fractal/package.json").version')"
echo 'expected: "owner":{"data":null} in the second line, and "owner":null in the last'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
