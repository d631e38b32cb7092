#!/usr/bin/env bash
# letterparser decodes a header of an e-mail before it splits the addresses. A person whose encoded name has a comma,
# as in "Doe, Jane", becomes two: an address "Doe" and the person without the family name. RFC 2047 has a program split
# the addresses first. It splits a comment with a comma, too, and takes the name and the end of a group for addresses.
# eml-format does the last two. postal-mime reads all four lines as the RFCs say.
# Libraries: letterparser 0.1.8, eml-format 0.6.1, postal-mime 4.0.0 (npm).
# Why it matters: a help desk creates a second customer "Doe", or answers to an address that does not exist.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts letterparser@0.1.8 eml-format@0.6.1 postal-mime@4.0.0

cat > read.mjs <<'JS'
import emlFormat from 'eml-format';
import { extract } from 'letterparser';
import PostalMime from 'postal-mime';

const show = list => list.map(one => `[${one.name || 'none'}|${one.address ?? one.email}]`).join('');
for (const to of [
  '"Doe, Jane" <jane@example.com>',
  '=?utf-8?Q?Doe=2C_Jane?= <jane@example.com>',
  'Jane (home, Berlin) Doe <jane@example.com>',
  'Shop: ann@example.com, bob@example.com;',
]) {
  const mail = `From: shop@example.com\r\nTo: ${to}\r\nSubject: Late\r\n\r\nWhere is it?`;
  const postal = (await new PostalMime().parse(mail)).to.flatMap(one => one.group ?? one);
  console.log(to);
  console.log(`letterparser ${show([extract(mail).to].flat())}`);
  console.log(`eml-format ${show([emlFormat.getEmailAddress(to)].flat())}`);
  console.log(`postal-mime ${show(postal)}`);
}
JS

seen=$(node read.mjs)
want='"Doe, Jane" <jane@example.com>
letterparser [Doe, Jane|jane@example.com]
eml-format [Doe, Jane|jane@example.com]
postal-mime [Doe, Jane|jane@example.com]
=?utf-8?Q?Doe=2C_Jane?= <jane@example.com>
letterparser [none|Doe][Jane|jane@example.com]
eml-format [Doe,_Jane|jane@example.com]
postal-mime [Doe, Jane|jane@example.com]
Jane (home, Berlin) Doe <jane@example.com>
letterparser [none|Jane (home][Berlin) Doe|jane@example.com]
eml-format [none|Jane (home][Berlin) Doe|jane@example.com]
postal-mime [Jane Doe|jane@example.com]
Shop: ann@example.com, bob@example.com;
letterparser [none|Shop: ann@example.com][none|bob@example.com;]
eml-format [none|Shop: ann@example.com][none|bob@example.com;]
postal-mime [none|ann@example.com][none|bob@example.com]'

for name in letterparser eml-format postal-mime; do
  echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
echo 'expected: [Doe, Jane|jane@example.com], and as postal-mime for the comment and the group'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
