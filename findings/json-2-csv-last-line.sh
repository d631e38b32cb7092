#!/usr/bin/env bash
# csv2json of json-2-csv keeps the line break at the end of a file as part of the last value: "bob@example.com\n".
# With the line ends CRLF and the option that names them, it returns a third record with an empty name.
# RFC 4180 allows a line break after the last record, and most programs write one. papaparse drops it.
# Libraries: json-2-csv 5.6.0, papaparse 5.7.1 (npm).
# Why it matters: the look-up of the last address finds nobody, or an import creates a customer without data.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts json-2-csv@5.6.0 papaparse@5.7.1

cat > read.cjs <<'JS'
const { csv2json } = require('json-2-csv');
const { parse } = require('papaparse');

for (const end of ['\n', '\r\n']) {
  const file = ['name,email', 'Ann,ann@example.com', 'Bob,bob@example.com', ''].join(end);
  console.log('json-2-csv', JSON.stringify(csv2json(file, { delimiter: { eol: end } })));
  console.log('papaparse', JSON.stringify(parse(file, { header: true, skipEmptyLines: true }).data));
}
JS

seen=$(node read.cjs)
want=$(cat <<'TEXT'
json-2-csv [{"name":"Ann","email":"ann@example.com"},{"name":"Bob","email":"bob@example.com\n"}]
papaparse [{"name":"Ann","email":"ann@example.com"},{"name":"Bob","email":"bob@example.com"}]
json-2-csv [{"name":"Ann","email":"ann@example.com"},{"name":"Bob","email":"bob@example.com"},{"name":""}]
papaparse [{"name":"Ann","email":"ann@example.com"},{"name":"Bob","email":"bob@example.com"}]
TEXT
)

for name in json-2-csv papaparse; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: two customers with the columns name and email, in each line'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
