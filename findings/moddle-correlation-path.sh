#!/usr/bin/env bash
# bpmn-moddle, with which Camunda's modelers open and save diagrams, renames the element "messagePath" of a correlation
# to "formalExpression" and reports nothing. The schema of BPMN 2.0 has no such element there. The library of Camunda 7
# checks the schema: it accepts the file before the save and refuses it after.
# Libraries: bpmn-moddle 10.3.1 (npm), org.camunda.bpm.model:camunda-bpmn-model 7.22.0.
# Why it matters: a diagram that another tool made cannot be deployed any more after it was opened and saved once.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts bpmn-moddle@10.3.1

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.bpm.model</groupId>
      <artifactId>camunda-bpmn-model</artifactId><version>7.22.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > made.bpmn <<'XML'
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="d">
  <message id="m" name="paid" />
  <correlationProperty id="order">
    <correlationPropertyRetrievalExpression id="r" messageRef="m">
      <messagePath>orderId</messagePath>
    </correlationPropertyRetrievalExpression>
  </correlationProperty>
  <process id="p"><startEvent id="start" /></process>
</definitions>
XML

cat > save.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';

const moddle = new BpmnModdle();
const { rootElement, warnings } = await moddle.fromXML(readFileSync('made.bpmn', 'utf8'));
writeFileSync('saved.bpmn', (await moddle.toXML(rootElement)).xml);
console.log(`saved with ${warnings.length} warnings`);
JS

cat > Read.java <<'JAVA'
import java.io.File;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;

class Read {
  public static void main(String[] files) {
    for (var file : files) {
      try {
        var process = Bpmn.readModelFromFile(new File(file)).getModelElementsByType(Process.class).iterator().next();
        System.out.println(file + ": accepted, process " + process.getId());
      } catch (RuntimeException refused) {
        System.out.println(file + ": refused");
      }
    }
  }
}
JAVA

seen=$(node save.mjs; java -cp 'lib/*' Read.java made.bpmn saved.bpmn 2> /dev/null)
seen+=$(printf '\n%s' "$(grep -oE '<(messagePath|formalExpression)>[^<]*' saved.bpmn)")
want='saved with 0 warnings
made.bpmn: accepted, process p
saved.bpmn: refused
<formalExpression>orderId'

echo "bpmn-moddle $(node -p 'require("./node_modules/bpmn-moddle/package.json").version')"
basename lib/camunda-bpmn-model-[0-9]*.jar
echo 'expected: accepted both times, with <messagePath>orderId'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
