#!/usr/bin/env bash
# The deserializer of jsonapi-serializer drops a to-one relationship whose record is not included.
# A to-many relationship becomes a list of nulls. The types and ids in the document are lost.
# Library: jsonapi-serializer 3.6.9 (npm).
# Why it matters: help-desk APIs in this format return the id of a conversation's customer without "included".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts jsonapi-serializer@3.6.9

cat > read.mjs <<'JS'
import serializer from 'jsonapi-serializer';

const conversation = {
  data: {
    type: 'conversation', id: 'c1', attributes: { name: 'Late parcel' },
    relationships: {
      customer: { data: { type: 'customer', id: 'k1' } },
      tags: { data: [{ type: 'tag', id: 't1' }, { type: 'tag', id: 't2' }] },
    },
  },
};
const { customer, tags } = await new serializer.Deserializer().deserialize(conversation);
console.log(JSON.stringify({ customer, tags }));
JS
seen=$(node read.mjs)
want='{"tags":[null,null]}'

echo "jsonapi-serializer $(node -p 'require("./node_modules/jsonapi-serializer/package.json").version')"
echo 'expected: {"customer":{"id":"k1"},"tags":[{"id":"t1"},{"id":"t2"}]}'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
