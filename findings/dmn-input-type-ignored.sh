#!/usr/bin/env bash
# The type of an input of a decision table has no effect in Camunda 8: a text is not converted to a date, a Boolean or a
# number, and no rule matches, without an error. The same table converts the text in Camunda 7.
# Libraries: org.camunda.bpm.extension.dmn.scala:dmn-engine 1.10.1 (the decisions of Camunda 8),
# org.camunda.bpm.dmn:camunda-engine-dmn 7.22.0.
# Why it matters: variables are JSON, so each date is a text, and a table from Camunda 7 finds no rule any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.bpm.extension.dmn.scala</groupId>
      <artifactId>dmn-engine</artifactId><version>1.10.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib8 > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.bpm.dmn</groupId>
      <artifactId>camunda-engine-dmn</artifactId><version>7.22.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib7 > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Table.java <<'JAVA'
record Table(String type, String cell, Object input) {
  static final Table[] TABLES = {
    new Table("date", "> date and time(\"2024-01-01T00:00:00\")", "2024-06-01T00:00:00"),
    new Table("boolean", "true", "true"),
    new Table("integer", "> 100", "500")
  };

  String xml() {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="f">
          <decision id="d" name="d">
            <decisionTable hitPolicy="FIRST">
              <input id="i"><inputExpression typeRef="TYPE"><text>x</text></inputExpression></input>
              <output id="o" name="o" />
              <rule id="r"><inputEntry id="c"><text><![CDATA[CELL]]></text></inputEntry>
                <outputEntry id="e"><text>"hit"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """.replace("TYPE", type).replace("CELL", cell);
  }
}
JAVA

cat > Camunda8.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.dmn.DmnEngine;

class Camunda8 {
  public static void main(String[] args) {
    var engine = new DmnEngine.Builder().build();
    for (var table : Table.TABLES) {
      var decision = engine.parse(new ByteArrayInputStream(table.xml().getBytes())).toOption().get();
      var result = engine.eval(decision, "d", Map.of("x", table.input())).toOption().get();
      System.out.println("Camunda 8, " + table.type() + ": " + (result.isNil() ? "no match" : result.value()));
    }
  }
}
JAVA

cat > Camunda7.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

class Camunda7 {
  public static void main(String[] args) {
    var engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    for (var table : Table.TABLES) {
      var decision = engine.parseDecision("d", new ByteArrayInputStream(table.xml().getBytes()));
      var result = engine.evaluateDecisionTable(decision, Map.of("x", table.input()));
      System.out.println("Camunda 7, " + table.type() + ": "
          + (result.isEmpty() ? "no match" : result.getSingleEntry()));
    }
  }
}
JAVA

javac -cp 'lib8/*' Table.java Camunda8.java
javac -cp 'lib7/*' Table.java Camunda7.java
seen=$(java -cp 'lib7/*:.' Camunda7 2> /dev/null; java -cp 'lib8/*:.' Camunda8 2> /dev/null)
want='Camunda 7, date: hit
Camunda 7, boolean: hit
Camunda 7, integer: hit
Camunda 8, date: no match
Camunda 8, boolean: no match
Camunda 8, integer: no match'

basename lib7/camunda-engine-dmn-7*.jar
basename lib8/dmn-engine-*.jar
echo 'expected: hit each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
