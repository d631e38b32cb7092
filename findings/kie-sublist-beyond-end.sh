#!/usr/bin/env bash
# In Kie's FEEL, "sublist" is null if fewer records are left than its length asks for: the first five of three records
# are null, and so are the first five of an empty list. "insert before" at the place after the last record is null as
# well. Camunda's engine and feelin return the records that are there.
# Libraries: org.kie:kie-dmn-feel 10.1.0, org.camunda.feel:feel-engine 1.20.0, @bpmn-io/feelin 6.1.1 (npm).
# Why it matters: a decision on the last five orders of a customer has no orders for each customer with fewer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId><version>2.19.2</version></dependency>
    <dependency><groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId><version>1.20.0</version></dependency>
    <dependency><groupId>org.kie</groupId>
      <artifactId>kie-dmn-feel</artifactId><version>10.1.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Eval.java <<'JAVA'
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

class Eval {
  public static void main(String[] expressions) {
    var camunda = FeelEngineBuilder.create().build();
    var kie = FEELBuilder.builder().build();
    for (var expression : expressions) {
      System.out.println(camunda.evaluateExpression(expression, Map.of()).result() + " | " + kie.evaluate(expression));
    }
  }
}
JAVA

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, {});
  console.log(`feelin: ${JSON.stringify(value)}, ${warnings.length} warnings`);
}
JS

expressions=(
  'sublist([1, 2, 3], 1, 3)'
  'sublist([1, 2, 3], 1, 5)'
  'sublist([], 1, 5)'
  'insert before([1, 2, 3], 4, 9)'
)
seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='feelin: [1,2,3], 0 warnings
feelin: [1,2,3], 0 warnings
feelin: [], 0 warnings
feelin: [1,2,3,9], 0 warnings
List(1, 2, 3) | [1, 2, 3]
List(1, 2, 3) | null
List() | null
List(1, 2, 3, 9) | null'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo 'expected: [1, 2, 3], [1, 2, 3], [], [1, 2, 3, 9]; left Camunda, right Kie, above feelin'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
