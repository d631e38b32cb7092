#!/usr/bin/env bash
# Libraries that flatten a JSON:API record put its attributes and the record's own "meta" into one object. If both have
# the name "meta", four of them drop the attribute, and kitsu-core drops the record's "meta". None reports it.
# JSON:API allows an attribute with that name.
# Libraries: jsonapi-serializer 3.6.9, json-api-serializer 2.7.0, jsona 1.14.0, devour-client 3.2.0, kitsu-core 11.1.0
# (npm).
# Why it matters: help-desk APIs keep the sender and the recipients of an e-mail in an attribute "meta"; they vanish as
# soon as the API adds a "meta" to the record.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts jsonapi-serializer@3.6.9 json-api-serializer@2.7.0 \
  jsona@1.14.0 devour-client@3.2.0 kitsu-core@11.1.0

cat > read.mjs <<'JS'
import Devour from 'devour-client';
import JSONAPISerializer from 'json-api-serializer';
import { Jsona } from 'jsona';
import serializer from 'jsonapi-serializer';
import { deserialise } from 'kitsu-core';

const other = new JSONAPISerializer();
other.register('message', {});
const devour = new (Devour.default ?? Devour)({ apiUrl: 'http://localhost', logger: false });
devour.define('message', { preview: '', meta: '' });
const libraries = {
  'jsonapi-serializer': document => new serializer.Deserializer().deserialize(document),
  'json-api-serializer': document => other.deserialize('message', document),
  'jsona': document => new Jsona().deserialize(document),
  'devour-client': document => devour.deserialize.resource.call(devour, document.data, []),
  'kitsu-core': async document => (await deserialise(document)).data,
};
const message = { type: 'message', id: 'm1', attributes: { preview: 'Hello', meta: { from: 'ann@example.com' } } };
for (const [name, read] of Object.entries(libraries)) {
  const plain = await read(structuredClone({ data: message }));
  const extra = await read(structuredClone({ data: { ...message, meta: { shard: 7 } } }));
  console.log(`${name}: ${JSON.stringify(plain.meta)}, ${JSON.stringify(extra.meta)}`);
}
JS

seen=$(node read.mjs)
want='jsonapi-serializer: {"from":"ann@example.com"}, {"shard":7}
json-api-serializer: {"from":"ann@example.com"}, {"shard":7}
jsona: {"from":"ann@example.com"}, {"shard":7}
devour-client: {"from":"ann@example.com"}, {"shard":7}
kitsu-core: {"from":"ann@example.com"}, {"from":"ann@example.com"}'

for name in jsonapi-serializer json-api-serializer jsona devour-client kitsu-core; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: both sides show {"from":"ann@example.com"}'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
