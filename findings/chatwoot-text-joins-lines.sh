#!/usr/bin/env bash
# The converter of Chatwoot from Markdown to plain text puts nothing between two paragraphs or two list items: the last
# word of one and the first word of the next become one, and two numbers become another number. Chatwoot is a help desk;
# its messages are written in Markdown. Another converter keeps the lines.
# Libraries: @chatwoot/markdown-to-txt 2.0.4, remove-markdown 0.7.0 (npm) for comparison.
# Why it matters: the order 4711 with 12 pieces is order 471112 in the preview of the message.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @chatwoot/markdown-to-txt@2.0.4 remove-markdown@0.7.0

cat > convert.cjs <<'JS'
const chatwoot = require('@chatwoot/markdown-to-txt');
const removeMarkdown = require('remove-markdown');

const toText = chatwoot.default ?? chatwoot.markdownToTxt;
const remove = removeMarkdown.default ?? removeMarkdown;
for (const message of ['Please cancel order 4711\n\n12 pieces are enough', '* 5\n* 10', 'Hello Ann\n\nThank you']) {
  console.log(`chatwoot: ${JSON.stringify(toText(message))}`);
  console.log(`remove-markdown: ${JSON.stringify(remove(message))}`);
}
JS

seen=$(node convert.cjs)
want='chatwoot: "Please cancel order 471112 pieces are enough"
remove-markdown: "Please cancel order 4711\n\n12 pieces are enough"
chatwoot: "510"
remove-markdown: "5\n10"
chatwoot: "Hello AnnThank you"
remove-markdown: "Hello Ann\n\nThank you"'

echo "@chatwoot/markdown-to-txt $(node -p 'require("./node_modules/@chatwoot/markdown-to-txt/package.json").version')"
echo "remove-markdown $(node -p 'require("./node_modules/remove-markdown/package.json").version')"
echo 'expected: a line break or a space between the parts each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
