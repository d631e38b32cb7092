#!/usr/bin/env bash
# Parsers that remove quotes and signatures from an e-mail also remove sentences of the customer.
# email-reply-parser cuts before a line that starts with "Sent from", node-email-reply-parser before a line that
# starts with "-", and planer before lines such as "From: Berlin". Each text survives in the other two.
# Libraries: email-reply-parser 2.3.9, node-email-reply-parser 0.1.4, planer 1.2.0 (npm).
# Why it matters: a process that stores only the parsed text loses the question, without an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts email-reply-parser@2.3.9 node-email-reply-parser@0.1.4 \
  planer@1.2.0

cat > parse.mjs <<'JS'
import EmailReplyParser from 'email-reply-parser';
import nodeEmailReplyParser from 'node-email-reply-parser';
import * as planer from 'planer';

const parsers = {
  'email-reply-parser': text => new EmailReplyParser().read(text).getVisibleText(),
  'node-email-reply-parser': text => nodeEmailReplyParser(text).getVisibleText(),
  'planer': text => planer.extractFrom(text, 'text/plain'),
};
const mails = [
  'My parcel is lost.\nSent from Poland on Monday, it never arrived.\nPlease help.',
  'I am missing two parts:\n-lamp\n-cable\nPlease help.',
  'My new trip:\nFrom: Berlin\nTo: Paris\nDate: Monday\nPlease help.',
];
for (const mail of mails) {
  const lost = Object.keys(parsers).filter(name => !parsers[name](mail).includes('Please help.'));
  console.log(`${mail.split('\n')[1]}: lost by ${lost}`);
}
JS

seen=$(node parse.mjs)
want='Sent from Poland on Monday, it never arrived.: lost by email-reply-parser
-lamp: lost by node-email-reply-parser
From: Berlin: lost by planer'

for name in email-reply-parser node-email-reply-parser planer; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: each parser keeps "Please help."'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
