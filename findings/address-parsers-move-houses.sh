#!/usr/bin/env bash
# Two parsers of US addresses change valid ones. parse-address drops the half of the house number 123 1/2. addresser
# ends the street at its type, so that the number of a highway, and the rest of a name such as Avenue of the Americas,
# become the second address line, which is for a flat or a suite.
# Libraries: parse-address 1.1.2, addresser 1.1.22 (npm). Each parser is right where the other one is wrong.
# Why it matters: a replacement is sent to the neighbour, and two customers on different highways have the same street.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts parse-address@1.1.2 addresser@1.1.22

cat > parse.cjs <<'JS'
const addresser = require('addresser');
const { parseLocation } = require('parse-address');

for (const address of process.argv.slice(2)) {
  const { number, street, type = '-' } = parseLocation(address);
  console.log(`parse-address: ${number}, ${street}, ${type}`);
  const { addressLine1, addressLine2 = '-' } = addresser.parseAddress(address);
  console.log(`addresser: ${addressLine1}, ${addressLine2}`);
}
JS

seen=$(node parse.cjs \
  '123 Main St Apt 4, Springfield, IL 62704' \
  '123 1/2 Main St, Springfield, IL 62704' \
  '12 Highway 71, Austin, TX 78701' \
  '1 Avenue of the Americas, New York, NY 10020')
want='parse-address: 123, Main, St
addresser: 123 Main St, Apt 4
parse-address: 123, Main, St
addresser: 123 1/2 Main St, -
parse-address: 12, Highway 71, -
addresser: 12 Highway, 71
parse-address: 1, Avenue of the Americas, -
addresser: 1 Avenue, of the Americas'

echo "parse-address $(node -p 'require("./node_modules/parse-address/package.json").version')"
echo "addresser $(node -p 'require("./node_modules/addresser/package.json").version')"
echo 'expected: number 123 1/2 from parse-address; the whole street in the first line from addresser'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
