#!/usr/bin/env bash
# iso8601-duration and dayjs drop the sign of "-PT1H", the text that FEEL returns for a negative duration.
# The duration becomes a positive one without an error. luxon reads the sign.
# Libraries: org.camunda.feel:feel-engine 1.20.0, iso8601-duration 2.1.4, dayjs 1.11.23, luxon 3.7.2 (npm).
# Why it matters: a reply that is one hour too late looks like one with an hour left.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId><version>1.20.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

npm install --silent --no-audit --no-fund --ignore-scripts iso8601-duration@2.1.4 dayjs@1.11.23 luxon@3.7.2

cat > Eval.java <<'JAVA'
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

class Eval {
  public static void main(String[] args) {
    System.out.println(FeelEngineBuilder.create().build().evaluateExpression(args[0], Map.of()).result());
  }
}
JAVA

cat > read.cjs <<'JS'
const dayjs = require('dayjs').extend(require('dayjs/plugin/duration'));
const { parse, toSeconds } = require('iso8601-duration');
const { Duration } = require('luxon');

const text = process.argv[2];
console.log(`iso8601-duration ${toSeconds(parse(text))}`);
console.log(`dayjs ${dayjs.duration(text).asSeconds()}`);
console.log(`luxon ${Duration.fromISO(text).as('seconds')}`);
JS

left=$(java -cp 'lib/*' Eval.java \
  'string(date and time("2024-01-01T09:00:00Z") - date and time("2024-01-01T10:00:00Z"))' 2> /dev/null)
seen=$(echo "FEEL $left"; node read.cjs "$left")
want='FEEL -PT1H
iso8601-duration 3600
dayjs 3600
luxon -3600'

basename lib/feel-engine-*.jar
for name in iso8601-duration dayjs luxon; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: -3600 seconds each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
