#!/usr/bin/env bash
# All clients that activecampaign creates share one address and one key: those of the client created last. If the client
# of the first account adds a contact, the second account receives it, with its key, and the answer is a success.
# The manual creates a client with "new" from an address and a key, and does not limit it to one.
# Library: activecampaign 1.2.5 (npm), against two local servers.
# Why it matters: a service for two shops writes the customers of one shop into the account of the other.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts activecampaign@1.2.5

cat > add.cjs <<'JS'
const { createServer } = require('node:http');
const { once } = require('node:events');
const ActiveCampaign = require('activecampaign');

const account = async name => {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', part => { body += part; }).on('end', () => {
      const key = new URL(request.url, 'http://localhost').searchParams.get('api_key');
      console.log(`account ${name} received ${decodeURIComponent(body)} with the key ${key}`);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ result_code: 1, result_message: 'Contact added', subscriber_id: 1 }));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${server.address().port}`;
};

(async () => {
  const [north, south] = [await account('north'), await account('south')];
  const first = new ActiveCampaign(north, 'key-of-north');
  await first.api('contact/add', { email: 'ann@example.com' });
  const second = new ActiveCampaign(south, 'key-of-south');
  await second.api('contact/add', { email: 'bob@example.com' });
  await first.api('contact/add', { email: 'eve@example.com' });
  process.exit();
})();
JS

seen=$(node --no-deprecation add.cjs)
want='account north received email=ann@example.com with the key key-of-north
account south received email=bob@example.com with the key key-of-south
account south received email=eve@example.com with the key key-of-south'

echo "activecampaign $(node -p 'require("./node_modules/activecampaign/package.json").version')"
echo 'expected: ann and eve in the account north, bob in the account south'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
