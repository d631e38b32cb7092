#!/usr/bin/env bash
# In Kie's FEEL, "some" and "every" with a second list that depends on the first test nothing.
# "every" is true although no value passes, and "some" is false although one passes. A "for" reads the same lists.
# Libraries: org.kie:kie-dmn-feel 10.1.0, @bpmn-io/feelin 6.1.1 (npm) for comparison.
# Why it matters: a check such as "every item of every order is paid" is always true.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.kie</groupId>
      <artifactId>kie-dmn-feel</artifactId><version>10.1.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > Eval.java <<'JAVA'
import org.kie.dmn.feel.lang.impl.FEELBuilder;

class Eval {
  public static void main(String[] expressions) {
    var kie = FEELBuilder.builder().build();
    for (var expression : expressions) {
      System.out.println("kie: " + kie.evaluate(expression));
    }
  }
}
JAVA

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

for (const expression of process.argv.slice(2)) console.log(`feelin: ${evaluate(expression, {}).value}`);
JS

orders='[{items: [1, 2]}, {items: [3]}]'
expressions=(
  "every order in $orders, item in order.items satisfies item > 5"
  "some order in $orders, item in order.items satisfies item = 3"
  "count(for order in $orders, item in order.items return item)"
)
seen=$(java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null; node eval.mjs "${expressions[@]}")
want='kie: true
kie: false
kie: 3
feelin: false
feelin: true
feelin: 3'

basename lib/kie-dmn-feel-*.jar
echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
echo 'expected: false, true, 3 from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
