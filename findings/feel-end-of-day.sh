#!/usr/bin/env bash
# Three FEEL engines read the hour 24 in three ways. The date and time "2024-12-31T24:00:00" is null in Camunda and
# midnight of 1 January in Kie. The time "24:00:00" is 00:00 in Camunda and null in Kie. feelin reads both.
# XML Schema, whose text form the DMN specification uses, allows 24:00:00 for the end of a day.
# Libraries: org.camunda.feel:feel-engine 1.20.0, org.kie:kie-dmn-feel 10.1.0, @bpmn-io/feelin 6.1.1 (npm).
# Why it matters: opening hours and deadlines often end at 24:00. A deadline that is null never passes.
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
  'date and time("2024-12-31T23:59:59")'
  'date and time("2024-12-31T24:00:00")'
  'string(time("24:00:00"))'
  'date and time("2024-12-31T22:00:00") < date and time("2024-12-31T24:00:00")'
)
seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='feelin: "2024-12-31T23:59:59.000+00:00", 0 warnings
feelin: "2025-01-01T00:00:00.000+00:00", 0 warnings
feelin: "1900-01-02T00:00:00", 0 warnings
feelin: true, 0 warnings
2024-12-31T23:59:59 | 2024-12-31T23:59:59
null | 2025-01-01T00:00
00:00:00 | null
null | true'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-[0-9]*.jar
basename lib/kie-dmn-feel-[0-9]*.jar
echo 'expected: the last second of 2024, the first of 2025, "00:00:00", true; left Camunda, right Kie, above feelin'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
