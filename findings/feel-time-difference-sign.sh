#!/usr/bin/env bash
# The difference of two FEEL times with an offset or a zone has the wrong sign in Camunda's engine: 08:00 minus 10:00 is
# plus two hours. It is the first value minus the second for times without an offset and for dates with times, as the
# specification of DMN defines it and as Kie calculates it.
# Libraries: org.camunda.feel:feel-engine 1.20.0, org.kie:kie-dmn-feel 10.1.0.
# Why it matters: the test that the closing time minus the time of a call is positive holds for late calls as well.
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
  'time("08:00:00") - time("10:00:00")'
  'time("08:00:00Z") - time("10:00:00Z")'
  'time("08:00:00+02:00") - time("10:00:00+02:00")'
  'time("10:00:00+02:00") - time("10:00:00Z")'
  'date and time("2024-07-01T08:00:00Z") - date and time("2024-07-01T10:00:00Z")'
)

seen=$(java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='PT-2H | PT-2H
PT2H | PT-2H
PT2H | PT-2H
PT2H | PT-2H
PT-2H | PT-2H'

basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo 'expected: minus two hours each time; left Camunda, right Kie'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
