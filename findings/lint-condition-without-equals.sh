#!/usr/bin/env bash
# Camunda's linter accepts a gateway condition without the leading "=", but the engine refuses to deploy it.
# Libraries: @camunda/linting 3.57.0 (npm), io.camunda:zeebe-process-test-engine 8.8.21.
# Why it matters: Camunda 7 needs no "=" there, so migrated models have this error. A lint step misses it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

java=
for candidate in "${JAVA_HOME:-/usr}/bin/java" /usr/lib/jvm/*/bin/java; do
  [ -x "$candidate" ] && "$candidate" --version | grep -qE '^[a-z]+ (2[1-9]|[3-9][0-9])' && java=$candidate && break
done
[ -n "$java" ] || { echo 'This script needs JDK 21 or later.'; exit 1; }

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.camunda</groupId>
      <artifactId>zeebe-process-test-engine</artifactId><version>8.8.21</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts esbuild@0.28.2 @camunda/linting@3.57.0 bpmn-moddle@10.3.1 \
  zeebe-bpmn-moddle@2.0.0 modeler-moddle@0.2.0

cat > Run.java <<'JAVA'
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.io.File;

class Run {
  public static void main(String[] args) {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    for (var condition : new String[] {"=a = 1", "a = 1", "=a ="}) {
      var process = Bpmn.createExecutableProcess("p").startEvent("start").exclusiveGateway("gateway")
          .sequenceFlowId("one").condition(condition).endEvent("end")
          .moveToLastExclusiveGateway().defaultFlow().endEvent("other").done();
      Bpmn.writeModelToFile(new File(condition.replace(" ", "") + ".bpmn"), process);
      try {
        client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
        System.out.println("engine: " + condition + " is deployed");
      } catch (RuntimeException refused) {
        System.out.println("engine: " + condition + " is refused");
      }
    }
    System.exit(0);
  }
}
JAVA
cat > lint.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Linter } from '@camunda/linting/lib/Linter.js';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import modeler from 'modeler-moddle/resources/modeler.json';

for (const file of process.argv.slice(2)) {
  const { rootElement } = await new BpmnModdle({ zeebe, modeler }).fromXML(readFileSync(file, 'utf8'));
  rootElement.set('modeler:executionPlatform', 'Camunda Cloud');
  rootElement.set('modeler:executionPlatformVersion', '8.8.0');
  const findings = await new Linter().lint(rootElement);
  console.log(`linter: ${findings.map(finding => finding.rule).join() || 'no finding'} in ${file}`);
}
JS
npx esbuild lint.mjs --bundle --platform=node --format=esm --define:self=globalThis --outfile=lint.out.mjs \
  --log-level=error
seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^engine'
  node lint.out.mjs '=a=1.bpmn' 'a=1.bpmn' '=a=.bpmn')
want='engine: =a = 1 is deployed
engine: a = 1 is refused
engine: =a = is refused
linter: no finding in =a=1.bpmn
linter: no finding in a=1.bpmn
linter: camunda-compat/feel in =a=.bpmn'

basename lib/zeebe-workflow-engine-*.jar
echo "@camunda/linting $(node -p 'require("./node_modules/@camunda/linting/package.json").version')"
echo 'expected: a finding for "a=1.bpmn", as for "=a=.bpmn"'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
