#!/usr/bin/env bash
# The HubSpot client retries a 429 only if the answer names the policy "TEN_SECONDLY_ROLLING". A 429 with the policy
# "SECONDLY", which HubSpot sends as well, or without a policy fails at once, although retries are configured.
# A 500 is repeated, even for the creation of a contact. Two configured retries are two attempts in all.
# Library: @hubspot/api-client 14.0.1 (npm), against a local server.
# Why it matters: a burst of calls fails in spite of the retries, and an error after the creation creates two contacts.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @hubspot/api-client@14.0.1

cat > retry.cjs <<'JS'
const { createServer } = require('node:http');
const { Client } = require('@hubspot/api-client');

let requests = 0;
let answer;
const server = createServer((request, response) => {
  requests++;
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
});
server.listen(0, '127.0.0.1', async () => {
  const basePath = `http://127.0.0.1:${server.address().port}`;
  const client = new Client({ accessToken: 'none', basePath, numberOfApiCallRetries: 2 });
  const create = () => client.crm.contacts.basicApi.create({ properties: { firstname: 'Ann' }, associations: [] });
  const search = () => client.crm.contacts.searchApi.doSearch({ query: 'Ann', limit: 1 });
  for (const [what, call, next] of [
    ['search, 429 TEN_SECONDLY_ROLLING', search, { status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } }],
    ['search, 429 SECONDLY', search, { status: 429, body: { policyName: 'SECONDLY' } }],
    ['search, 429 without a policy', search, { status: 429, body: {} }],
    ['creation, 500', create, { status: 500, body: {} }],
  ]) {
    requests = 0;
    answer = next;
    await call().catch(() => {});
    console.log(`${what}: ${requests} requests`);
  }
  process.exit();
});
JS

seen=$(node retry.cjs 2> /dev/null)
want='search, 429 TEN_SECONDLY_ROLLING: 2 requests
search, 429 SECONDLY: 1 requests
search, 429 without a policy: 1 requests
creation, 500: 2 requests'

echo "@hubspot/api-client $(node -p 'require("./node_modules/@hubspot/api-client/package.json").version')"
echo 'expected: 3 requests for each 429, 1 for the creation'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
