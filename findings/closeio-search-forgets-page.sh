#!/usr/bin/env bash
# The lead search of the close.io client removes "limit" and "skip" from the caller's object. A second search with the
# same object reads the first page, in the server's own size. A loop that raises "skip" in it sends "_skip=NaN".
# The manual does not mention that the search changes its argument.
# Library: close.io 1.3.0 (npm), whose fixed address is replaced by a local server.
# Why it matters: an export has the first leads twice and lacks the others.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts close.io@1.3.0

cat > search.cjs <<'JS'
const http = require('node:http');
const https = require('node:https');

const server = http.createServer((request, response) => {
  console.log(decodeURIComponent(request.url));
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"has_more": true, "data": []}');
});
server.listen(0, '127.0.0.1', async () => {
  const local = { protocol: 'http:', host: '127.0.0.1', hostname: '127.0.0.1', port: server.address().port };
  https.request = (options, done) => http.request({ ...options, ...local, agent: undefined }, done);
  const client = new (require('close.io'))('none');
  const search = { query: 'late', limit: 100, skip: 0 };
  await client.lead.search(search);
  await client.lead.search(search);
  search.skip += 100;
  await client.lead.search(search);
  process.exit();
});
JS

seen=$(node --no-deprecation search.cjs)
want='/api/v1/lead/?_limit=100&_skip=0&query=late
/api/v1/lead/?query=late
/api/v1/lead/?_skip=NaN&query=late'

echo "close.io $(node -p 'require("./node_modules/close.io/package.json").version')"
echo 'expected: _limit=100 in each line, and _skip=0, 0 and 100'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
