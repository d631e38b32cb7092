#!/usr/bin/env bash
# In the JavaScript engine "bpmn-engine", an inclusive gateway does not wait for the other branches: with two branches,
# the task after the join runs twice. With a parallel gateway as the join it runs once. Camunda 7 joins both.
# In BPMN, a joining inclusive gateway waits for each branch that has a token and continues once.
# Libraries: bpmn-engine 25.0.1 (npm), org.camunda.bpm:camunda-engine 7.22.0 for comparison.
# Why it matters: a simulation ships the order before the second check is done, and then ships it again.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts bpmn-engine@25.0.1

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.bpm</groupId>
      <artifactId>camunda-engine</artifactId><version>7.22.0</version></dependency>
    <dependency><groupId>com.h2database</groupId>
      <artifactId>h2</artifactId><version>2.3.232</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > inclusive.bpmn <<'XML'
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="d">
  <process id="p" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="fork" />
    <inclusiveGateway id="fork" />
    <sequenceFlow id="f2" sourceRef="fork" targetRef="checkCredit" />
    <sequenceFlow id="f3" sourceRef="fork" targetRef="checkStock" />
    <manualTask id="checkCredit" />
    <manualTask id="checkStock" />
    <sequenceFlow id="f4" sourceRef="checkCredit" targetRef="join" />
    <sequenceFlow id="f5" sourceRef="checkStock" targetRef="join" />
    <inclusiveGateway id="join" />
    <sequenceFlow id="f6" sourceRef="join" targetRef="ship" />
    <manualTask id="ship" />
  </process>
</definitions>
XML

cat > Camunda7.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Camunda7 {
  public static void main(String[] args) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    var engine = configuration.buildProcessEngine();
    var diagram = Files.readString(Path.of("process.bpmn"));
    try {
      engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
      engine.getRuntimeService().startProcessInstanceByKey("p", Map.of("x", true, "y", true));
      var tasks = new ArrayList<String>();
      engine.getHistoryService().createHistoricActivityInstanceQuery().activityType("manualTask").list()
          .forEach(task -> tasks.add(task.getActivityId()));
      tasks.sort(null);
      System.out.println("Camunda 7: " + tasks);
    } catch (RuntimeException refused) {
      System.out.println("Camunda 7: refused");
    }
    System.exit(0);
  }
}
JAVA

cat > run.mjs <<'JS'
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { Engine } from 'bpmn-engine';

const tasks = [];
const listener = new EventEmitter();
listener.on('activity.start', activity => activity.type === 'bpmn:ManualTask' && tasks.push(activity.id));
listener.on('activity.wait', activity => setTimeout(() => activity.signal(), 10));
const engine = new Engine({ source: readFileSync('process.bpmn', 'utf8'), variables: { x: true, y: true } });
await engine.execute({ listener });
if (engine.state !== 'idle') await engine.waitFor('end');
console.log(`bpmn-engine: [${tasks.sort().join(', ')}]`);
JS

for join in parallelGateway inclusiveGateway; do
  sed "s/inclusiveGateway id=\"join\"/$join id=\"join\"/" inclusive.bpmn > process.bpmn
  java -cp 'lib/*' Camunda7.java 2> /dev/null | grep '^Camunda' | sed "s/^/$join, /"
  node run.mjs | sed "s/^/$join, /"
done > seen.txt

seen=$(cat seen.txt)
want='parallelGateway, Camunda 7: [checkCredit, checkStock, ship]
parallelGateway, bpmn-engine: [checkCredit, checkStock, ship]
inclusiveGateway, Camunda 7: [checkCredit, checkStock, ship]
inclusiveGateway, bpmn-engine: [checkCredit, checkStock, ship, ship]'

echo "bpmn-engine $(node -p 'require("./node_modules/bpmn-engine/package.json").version')"
basename lib/camunda-engine-[0-9]*.jar
echo 'expected: [checkCredit, checkStock, ship] each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
