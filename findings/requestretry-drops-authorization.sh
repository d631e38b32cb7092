#!/usr/bin/env bash
# requestretry removes the headers Authorization and Cookie if a query parameter is a URL of another host. The search
# for a customer by web site, or a request with a callback address, is sent without the key. The headers are deleted
# from the object of the caller, so that later requests with the same object have no key either. Its manual does not
# mention this.
# Library: requestretry 8.0.0 (npm), against a local server.
# Why it matters: after one search for a web site, each later request of the process is refused with a 401.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts requestretry@8.0.0

cat > search.cjs <<'JS'
const { createServer } = require('node:http');
const request = require('requestretry');

const server = createServer((message, response) => {
  const { authorization } = message.headers;
  console.log(`${decodeURIComponent(message.url)}: ${authorization ? 'with a key' : 'without a key'}`);
  response.end('[]');
});
server.listen(0, '127.0.0.1', async () => {
  const headers = { Authorization: 'Bearer none' };
  for (const query of ['name=Ann', 'website=https://shop.example', 'name=Ann']) {
    const [field, value] = query.split('=');
    const search = `${field}=${encodeURIComponent(value)}`;
    await request({ url: `http://127.0.0.1:${server.address().port}/customers?${search}`, headers });
  }
  process.exit();
});
JS

seen=$(node --no-deprecation search.cjs)
want='/customers?name=Ann: with a key
/customers?website=https://shop.example: without a key
/customers?name=Ann: without a key'

echo "requestretry $(node -p 'require("./node_modules/requestretry/package.json").version')"
echo 'expected: with a key each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
