#!/usr/bin/env bash
# vcf splits a family name at an escaped semicolon, so the second half of "Smith\;Jones" becomes the given name.
# vcard-parser joins the words of a note that was folded between them, and reads "10:30; call" as a list of two notes.
# RFC 6350 escapes ";" inside a part of a name, and unfolding removes the line break and one space only.
# ical.js and vcard4-ts read all three as the RFC says.
# Libraries: vcf 2.1.2, vcard-parser 1.0.0, ical.js 2.2.1, vcard4-ts 0.4.1 (npm).
# Why it matters: an import of contacts stores other names and notes than the address book has.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts vcf@2.1.2 vcard-parser@1.0.0 ical.js@2.2.1 vcard4-ts@0.4.1

cat > read.mjs <<'JS'
import Vcf from 'vcf';
import ICAL from 'ical.js';
import vcardParser from 'vcard-parser';
import { parseVCards } from 'vcard4-ts';

const card = note => ['BEGIN:VCARD', 'VERSION:4.0', 'FN:Ann', 'N:Smith\\;Jones;Ann;;;', ...note, 'END:VCARD', '']
  .join('\r\n');
const readers = {
  'vcf': text => {
    const read = new Vcf().parse(text);
    return [read.toJSON()[1].find(([property]) => property === 'n')[3], read.get('note').valueOf()];
  },
  'vcard-parser': text => {
    const read = vcardParser.parse(text);
    return [read.n[0].value, read.note[0].value];
  },
  'ical.js': text => {
    const read = new ICAL.Component(ICAL.parse(text));
    return [read.getFirstPropertyValue('n'), read.getFirstPropertyValue('note')];
  },
  'vcard4-ts': text => {
    const { N: { value }, NOTE: [{ value: note }] } = parseVCards(text).vCards[0];
    return [[value.familyNames.join(), value.givenNames.join()], note];
  },
};
for (const [name, read] of Object.entries(readers)) {
  const [[family, given], folded] = read(card(['NOTE:late', '  parcel']));
  const [, time] = read(card(['NOTE:10:30; call']));
  console.log(`${name}: ${JSON.stringify({ family, given, folded, time })}`);
}
JS

seen=$(node read.mjs)
want='vcf: {"family":"Smith\\","given":"Jones","folded":"late parcel","time":"10:30; call"}
vcard-parser: {"family":"Smith;Jones","given":"Ann","folded":"lateparcel","time":["10:30"," call"]}
ical.js: {"family":"Smith;Jones","given":"Ann","folded":"late parcel","time":"10:30; call"}
vcard4-ts: {"family":"Smith;Jones","given":"Ann","folded":"late parcel","time":"10:30; call"}'

for name in vcf vcard-parser ical.js vcard4-ts; do
  echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
echo 'expected: {"family":"Smith;Jones","given":"Ann","folded":"late parcel","time":"10:30; call"}'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
