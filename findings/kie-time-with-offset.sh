#!/usr/bin/env bash
# In Kie's FEEL, two times with offsets are compared by the clock, without their offsets: half past six in the evening
# at +02:00 is not before five in UTC, although it is half an hour earlier. Ranges of times and dates with times are
# compared by the instant, as Camunda's engine compares all of them.
# Libraries: org.kie:kie-dmn-feel 10.1.0, org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: a check of opening hours that holds in one country fails for a customer in another one.
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

expressions=(
  'time("18:30:00+02:00") < time("17:00:00Z")'
  'time("18:30:00+02:00") > time("17:00:00Z")'
  'time("18:30:00+02:00") in [time("16:00:00Z")..time("17:00:00Z")]'
  'date and time("2024-06-03T18:30:00+02:00") < date and time("2024-06-03T17:00:00Z")'
)
seen=$(java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='true | false
false | true
true | true
true | true'

basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo 'expected: true, false, true, true from both; left Camunda, right Kie'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
