#!/usr/bin/env bash
# bpmn-moddle, with which Camunda's modelers save diagrams, writes a tab in an attribute as it is. Each XML reader turns
# such a tab into a space, as XML 1.0 asks for; only bpmn-moddle itself reads it back. It does escape a line break.
# A FEEL expression with a tab in quotes has a space in the engine.
# Libraries: bpmn-moddle 10.3.1, zeebe-bpmn-moddle 2.0.0 (npm), io.camunda:zeebe-bpmn-model 8.8.21,
# org.camunda.feel:feel-engine 1.20.0.
# Why it matters: the modeler shows the tab, but the process splits the columns of a line at the spaces of a name.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

java=
for candidate in "${JAVA_HOME:-/usr}/bin/java" /usr/lib/jvm/*/bin/java; do
  [ -x "$candidate" ] && "$candidate" --version | grep -qE '^[a-z]+ (2[1-9]|[3-9][0-9])' && java=$candidate && break
done
[ -n "$java" ] || { echo 'This script needs JDK 21 or later.'; exit 1; }

npm install --silent --no-audit --no-fund --ignore-scripts bpmn-moddle@10.3.1 zeebe-bpmn-moddle@2.0.0

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.camunda</groupId>
      <artifactId>zeebe-bpmn-model</artifactId><version>8.8.21</version></dependency>
    <dependency><groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId><version>1.20.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > save.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';

const zeebe = JSON.parse(readFileSync('node_modules/zeebe-bpmn-moddle/resources/zeebe.json', 'utf8'));
const moddle = new BpmnModdle({ zeebe });
const mapping = moddle.create('zeebe:Input', { source: '=split("Ann Lee\\t7",\n"\t")', target: 'columns' });
const task = moddle.create('bpmn:ServiceTask', { id: 't', extensionElements: moddle.create('bpmn:ExtensionElements', {
  values: [moddle.create('zeebe:IoMapping', { inputParameters: [mapping] })] }) });
const process = moddle.create('bpmn:Process', { id: 'p', flowElements: [task] });
const root = moddle.create('bpmn:Definitions', { id: 'd', targetNamespace: 'd', rootElements: [process] });
const { xml } = await moddle.toXML(root);
writeFileSync('saved.bpmn', xml);
const read = (await moddle.fromXML(xml)).rootElement.rootElements[0].flowElements[0].extensionElements.values[0];
console.log(`moddle: ${JSON.stringify(read.inputParameters[0].source.split(',')[1])}`);
JS

cat > Read.java <<'JAVA'
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import java.io.File;
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

class Read {
  public static void main(String[] args) {
    var model = Bpmn.readModelFromFile(new File("saved.bpmn"));
    var source = model.getModelElementsByType(ZeebeInput.class).iterator().next().getSource();
    System.out.println("zeebe: \"" + source.split(",")[1].replace("\n", "\\n").replace("\t", "\\t") + "\"");
    var columns = FeelEngineBuilder.create().build().evaluateExpression(source.substring(1), Map.of()).result();
    System.out.println("columns: " + columns.toString().replace("\t", "\\t"));
  }
}
JAVA

seen=$(node save.mjs; "$java" -cp 'lib/*' Read.java 2> /dev/null)
want='moddle: "\n\"\t\")"
zeebe: "\n" ")"
columns: List(Ann, Lee\t7)'

echo "bpmn-moddle $(node -p 'require("./node_modules/bpmn-moddle/package.json").version')"
basename lib/zeebe-bpmn-model-[0-9]*.jar
basename lib/feel-engine-[0-9]*.jar
echo 'expected: the tab from both, columns: List(Ann Lee, 7)'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
