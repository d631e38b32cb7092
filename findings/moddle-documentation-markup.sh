#!/usr/bin/env bash
# bpmn-moddle, with which Camunda's modelers open and save diagrams, drops the markup in a documentation together with
# its text. Only the text outside of the markup stays. The library of Camunda 7 reads all of the text.
# The schema of BPMN 2.0 gives a documentation mixed content of any elements, with "textFormat" for their kind.
# Libraries: bpmn-moddle 10.3.1 (npm), org.camunda.bpm.model:camunda-bpmn-model 7.22.0.
# Why it matters: a work instruction from another modeler loses its bold words. The sentence that is left can mean the
# opposite. The warning of the import does not stop the save.
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
  <process id="p">
    <documentation textFormat="application/xhtml+xml">Refund <b xmlns="http://www.w3.org/1999/xhtml">never
      without a receipt</b> the customer.</documentation>
  </process>
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
        var text = process.getDocumentations().iterator().next().getTextContent();
        System.out.println(file + ": " + text.replaceAll("\\s+", " "));
      } catch (RuntimeException refused) {
        System.out.println(file + ": refused");
      }
    }
  }
}
JAVA

seen=$(node save.mjs; java -cp 'lib/*' Read.java made.bpmn saved.bpmn 2> /dev/null)
want='saved with 1 warnings
made.bpmn: Refund never without a receipt the customer.
saved.bpmn: Refund the customer.'

echo "bpmn-moddle $(node -p 'require("./node_modules/bpmn-moddle/package.json").version')"
basename lib/camunda-bpmn-model-[0-9]*.jar
echo 'expected: "Refund never without a receipt the customer." both times'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
