#!/usr/bin/env bash
# The list function of helpscout-2.0 collects all pages. If one page has no records, the result is an empty list: the
# records of the pages before are dropped without an error. The last page becomes empty when conversations are closed
# while the client reads a list of active ones. Help Scout leaves "_embedded" out of an empty page, as the tests of its
# own PHP client show. The manual of helpscout-2.0 promises an empty list only if there are no results.
# Library: helpscout-2.0 1.1.5 (npm), whose fixed address is replaced by a local server.
# Why it matters: a process that looks for open conversations of a customer finds none, and opens a second one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts helpscout-2.0@1.1.5

cat > list.cjs <<'JS'
const http = require('node:http');
const https = require('node:https');

let pages;
const server = http.createServer((request, response) => {
  const number = Number(new URL(request.url, 'http://localhost').searchParams.get('page'));
  const conversations = pages[number - 1] ?? [];
  const page = { size: 2, totalElements: 3, totalPages: pages.length, number };
  const list = conversations.length ? { _embedded: { conversations }, page } : { page };
  const token = { token_type: 'bearer', access_token: 'none', expires_in: 7200 };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(request.url.includes('/oauth2/') ? token : list));
});
server.listen(0, '127.0.0.1', async () => {
  const local = { protocol: 'http:', host: '127.0.0.1', hostname: '127.0.0.1', port: server.address().port };
  https.request = (options, done) => http.request({ ...options, ...local, agent: undefined }, done);
  const client = new (require('helpscout-2.0'))({ clientId: 'none', clientSecret: 'none' });
  for (pages of [[[{ id: 1 }, { id: 2 }], [{ id: 3 }]], [[{ id: 1 }, { id: 2 }], []]]) {
    const sent = pages.map(({ length }) => length).join(' and ');
    const found = await client.list('conversations', 'status=active');
    console.log(`pages of ${sent}: ${JSON.stringify(found.map(({ id }) => id))}`);
  }
  process.exit();
});
JS

seen=$(node --no-deprecation list.cjs)
want='pages of 2 and 1: [1,2,3]
pages of 2 and 0: []'

echo "helpscout-2.0 $(node -p 'require("./node_modules/helpscout-2.0/package.json").version')"
echo 'expected: [1,2,3] and [1,2]'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
