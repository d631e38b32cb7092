#!/usr/bin/env bash
# The library phone appends the digits of an extension to the number if the result has a possible length. It returns
# the valid number +4917012345675 for "+49 170 1234567 ext. 5", and no number for one of the United States.
# libphonenumber-js and google-libphonenumber return the number and the extension.
# Libraries: phone 3.1.72, libphonenumber-js 1.13.16, google-libphonenumber 3.2.47 (npm).
# Why it matters: a message with a customer's data goes to another person, and the number passes the check.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts phone@3.1.72 libphonenumber-js@1.13.16 \
  google-libphonenumber@3.2.47

cat > parse.cjs <<'JS'
const { phone } = require('phone');
const { parsePhoneNumber } = require('libphonenumber-js/max');
const { PhoneNumberUtil, PhoneNumberFormat } = require('google-libphonenumber');

const google = PhoneNumberUtil.getInstance();
for (const text of ['+49 170 1234567', '+49 170 1234567 ext. 5', '+1 817 569 8900 ext. 5']) {
  const { isValid, phoneNumber } = phone(text);
  const { number, ext } = parsePhoneNumber(text);
  const parsed = google.parse(text);
  const show = (one, extension) => extension ? `${one} with ${extension}` : one;
  console.log(`${text}: phone ${isValid ? phoneNumber : 'invalid'}, js ${show(number, ext)},`
    + ` google ${show(google.format(parsed, PhoneNumberFormat.E164), parsed.getExtension())}`);
}
JS

seen=$(node parse.cjs)
want='+49 170 1234567: phone +491701234567, js +491701234567, google +491701234567
+49 170 1234567 ext. 5: phone +4917012345675, js +491701234567 with 5, google +491701234567 with 5
+1 817 569 8900 ext. 5: phone invalid, js +18175698900 with 5, google +18175698900 with 5'

for name in phone libphonenumber-js google-libphonenumber; do
  echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
echo 'expected: the number without the extension, from each library'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
