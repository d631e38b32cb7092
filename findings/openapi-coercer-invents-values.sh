#!/usr/bin/env bash
# openapi-request-coercer makes valid values of invalid ones before the request is validated: for an integer an empty
# text becomes 0, 12.7 becomes 12, and a long id another id. A text that is not a number stays as it is and is refused.
# Its manual describes how Booleans are converted, not that a number is cut.
# Library: openapi-request-coercer 12.1.3 (npm), the part of express-openapi that converts parameters.
# Why it matters: a refund without an amount is booked as 0, and a note is added to the conversation of another
# customer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts openapi-request-coercer@12.1.3

cat > coerce.cjs <<'JS'
const OpenapiRequestCoercer = require('openapi-request-coercer').default;

const parameters = [{ in: 'query', name: 'amount', schema: { type: 'integer' } }];
const coercer = new OpenapiRequestCoercer({ parameters });
for (const amount of ['12', 'x', '', '12.7', '12 or 13', '9007199254740993']) {
  const request = { query: { amount } };
  coercer.coerce(request);
  console.log(`"${amount}": ${JSON.stringify(request.query.amount)}`);
}
JS

seen=$(node coerce.cjs)
want='"12": 12
"x": "x"
"": 0
"12.7": 12
"12 or 13": "12 or 13"
"9007199254740993": 9007199254740992'

echo "openapi-request-coercer $(node -p 'require("./node_modules/openapi-request-coercer/package.json").version')"
echo 'expected: 12, then each text as it is, for the validator to refuse'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
