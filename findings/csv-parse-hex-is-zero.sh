#!/usr/bin/env bash
# csv-parse with the option "cast" turns a text such as "0x2F" into 0: it tests whether the text is a number, which
# "0x2F" is in JavaScript, and then reads it as a decimal one. Ids of this form all become the same number.
# d3-dsv's autoType reads the number that the text stands for, and csvtojson's checkType keeps the text.
# Libraries: csv-parse 7.0.3, d3-dsv 3.0.1, csvtojson 2.0.14 (npm).
# Why it matters: an import by id writes all rows of such ids into one record.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts csv-parse@7.0.3 d3-dsv@3.0.1 csvtojson@2.0.14

cat > read.mjs <<'JS'
import csvtojson from 'csvtojson';
import { parse } from 'csv-parse/sync';
import { autoType, csvParse } from 'd3-dsv';

for (const id of ['47', '0x2F', '0x30', '0b11']) {
  const file = `id,name\n${id},Ann\n`;
  const [one] = parse(file, { columns: true, cast: true });
  const [two] = csvParse(file, autoType);
  const [three] = await csvtojson({ checkType: true }).fromString(file);
  console.log(`${id}: csv-parse ${JSON.stringify(one.id)}, d3-dsv ${JSON.stringify(two.id)},`
    + ` csvtojson ${JSON.stringify(three.id)}`);
}
JS

seen=$(node read.mjs)
want='47: csv-parse 47, d3-dsv 47, csvtojson 47
0x2F: csv-parse 0, d3-dsv 47, csvtojson "0x2F"
0x30: csv-parse 0, d3-dsv 48, csvtojson "0x30"
0b11: csv-parse 0, d3-dsv 3, csvtojson "0b11"'

for name in csv-parse d3-dsv csvtojson; do
  echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
echo 'expected: 47, then 47 or "0x2F", 48 or "0x30", 3 or "0b11"'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
