#!/usr/bin/env bash
# A subprocess has two boundary error events, one for the error code of the end event and one without a code, which
# catches any error. The JavaScript engine "bpmn-engine" takes both, in each order of the two in the file. Camunda 7 and
# Flowable take only the one with the code. In BPMN an interrupting boundary event ends the activity, so one can happen.
# Libraries: bpmn-engine 25.0.1 (npm), org.camunda.bpm:camunda-engine 7.22.0, org.flowable:flowable-engine 7.1.0.
# Why it matters: a test or simulation runs the path for unknown errors as well, and does the work of both.
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
  -DoutputDirectory=lib7 > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.flowable</groupId>
      <artifactId>flowable-engine</artifactId><version>7.1.0</version></dependency>
    <dependency><groupId>com.h2database</groupId>
      <artifactId>h2</artifactId><version>2.3.232</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=libf > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > process.bpmn <<'XML'
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="d">
  <error id="E" name="E" errorCode="E" />
  <process id="p" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="sub" />
    <subProcess id="sub">
      <startEvent id="subStart" />
      <sequenceFlow id="f2" sourceRef="subStart" targetRef="failed" />
      <endEvent id="failed"><errorEventDefinition errorRef="E" /></endEvent>
    </subProcess>
    <boundaryEvent id="any" attachedToRef="sub"><errorEventDefinition /></boundaryEvent>
    <boundaryEvent id="same" attachedToRef="sub"><errorEventDefinition errorRef="E" /></boundaryEvent>
    <sequenceFlow id="f3" sourceRef="any" targetRef="forAnyError" />
    <sequenceFlow id="f4" sourceRef="same" targetRef="forError" />
    <manualTask id="forAnyError" />
    <manualTask id="forError" />
  </process>
</definitions>
XML

cat > Camunda7.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
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
      var tasks = new TreeSet<String>();
      engine.getHistoryService().createHistoricActivityInstanceQuery().activityType("manualTask").list()
          .forEach(task -> tasks.add(task.getActivityId()));
      System.out.println("Camunda 7: " + tasks);
    } catch (RuntimeException refused) {
      System.out.println("Camunda 7: refused");
    }
    System.exit(0);
  }
}
JAVA

cat > Flowable.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Flowable {
  public static void main(String[] args) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setAsyncExecutorActivate(false);
    var engine = configuration.buildProcessEngine();
    var diagram = Files.readString(Path.of("process.bpmn"));
    engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
    engine.getRuntimeService().startProcessInstanceByKey("p", Map.of("x", true, "y", true));
    var tasks = new TreeSet<String>();
    engine.getHistoryService().createHistoricActivityInstanceQuery().activityType("manualTask").list()
        .forEach(task -> tasks.add(task.getActivityId()));
    System.out.println("Flowable: " + tasks);
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

# The second round has the boundary events in the other order.
for round in 1 2; do
  java -cp 'lib7/*' Camunda7.java 2> /dev/null | grep '^Camunda'
  java -cp 'libf/*' Flowable.java 2> /dev/null | grep '^Flowable'
  node run.mjs
  sed -i -e '/id="any"/{h;d}' -e '/id="same"/G' process.bpmn
done > seen.txt

seen=$(cat seen.txt)
want='Camunda 7: [forError]
Flowable: [forError]
bpmn-engine: [forAnyError, forError]
Camunda 7: [forError]
Flowable: [forError]
bpmn-engine: [forAnyError, forError]'

echo "bpmn-engine $(node -p 'require("./node_modules/bpmn-engine/package.json").version')"
basename lib7/camunda-engine-[0-9]*.jar
basename libf/flowable-engine-[0-9]*.jar
echo 'expected: [forError] each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
