#!/usr/bin/env bash
# A duration of one week, "P1W", has four meanings. The engine's timer waits seven days for the text P1W.
# The engine's FEEL function returns null for it, and Kie returns zero months. feelin returns P7D.
# With years and days, "P1Y1D", the timer adds both, FEEL returns null, and Kie drops the day.
# Libraries: io.camunda:zeebe-bpmn-model 8.8.21, org.camunda.feel:feel-engine 1.20.0,
# org.kie:kie-dmn-feel 10.1.0, @bpmn-io/feelin 6.1.1 (npm).
# Why it matters: a timer that works as a text has no duration, or none at all, once it becomes an expression.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

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
    <dependency><groupId>io.camunda</groupId>
      <artifactId>zeebe-bpmn-model</artifactId><version>8.8.21</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > Eval.java <<'JAVA'
import io.camunda.zeebe.model.bpmn.util.time.Interval;
import java.time.Duration;
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

class Eval {
  public static void main(String[] durations) {
    var camunda = FeelEngineBuilder.create().build();
    var kie = FEELBuilder.builder().build();
    for (var text : durations) {
      var timer = Duration.ofMillis(Interval.parse(text).toEpochMilli(0)).toDays() + " days";
      var expression = "string(duration(\"" + text + "\"))";
      var result = camunda.evaluateExpression(expression, Map.of()).result();
      System.out.println(text + ": timer " + timer + ", engine " + result + ", Kie " + kie.evaluate(expression));
    }
  }
}
JAVA

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

for (const text of process.argv.slice(2)) {
  console.log(`${text}: feelin ${evaluate(`string(duration("${text}"))`, {}).value}`);
}
JS

seen=$(java -cp 'lib/*' Eval.java P1D P1W P1Y1D 2> /dev/null; node eval.mjs P1D P1W P1Y1D)
want='P1D: timer 1 days, engine P1D, Kie P1D
P1W: timer 7 days, engine null, Kie P0M
P1Y1D: timer 366 days, engine null, Kie P1Y
P1D: feelin P1D
P1W: feelin P7D
P1Y1D: feelin P1Y1D'

basename lib/zeebe-bpmn-model-*.jar
basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
echo 'expected: the same duration everywhere'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
