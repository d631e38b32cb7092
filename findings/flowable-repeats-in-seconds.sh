#!/usr/bin/env bash
# In Flowable, a timer with a number of repeats and a start in the past uses up the repeats without its interval: the
# first is due at the next whole interval, each other one as soon as the last has run. R3/PT1H keeps the hour between
# them, and so does R/<start>/PT1H without a number. Here a job runs one second after it is due.
# In ISO 8601, R3/<start>/PT1H repeats an interval of one hour.
# Library: org.flowable:flowable-engine 7.1.0.
# Why it matters: a customer gets three reminders within seconds if the process begins later than planned.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

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
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > timer.bpmn <<'XML'
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="d">
  <process id="p" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="work" />
    <userTask id="work" />
    <boundaryEvent id="reminder" attachedToRef="work" cancelActivity="false">
      <timerEventDefinition><timeCycle xsi:type="tFormalExpression">CYCLE</timeCycle></timerEventDefinition>
    </boundaryEvent>
    <sequenceFlow id="f2" sourceRef="reminder" targetRef="reminded" />
    <endEvent id="reminded" />
  </process>
</definitions>
XML

cat > Flowable.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Flowable {
  public static void main(String[] cycles) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setAsyncExecutorActivate(false);
    var engine = configuration.buildProcessEngine();
    var jobs = engine.getManagementService();
    for (var cycle : cycles) {
      configuration.getClock().setCurrentTime(Date.from(Instant.parse("2024-01-31T10:00:00Z")));
      var diagram = Files.readString(Path.of("timer.bpmn")).replace("CYCLE", cycle);
      engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
      var instance = engine.getRuntimeService().startProcessInstanceByKey("p");
      var due = new StringBuilder();
      for (int i = 0; i < 3; i++) {
        var job = jobs.createTimerJobQuery().processInstanceId(instance.getId()).singleResult();
        if (job == null) {
          break;
        }
        due.append(" ").append(job.getDuedate().toInstant().toString(), 5, 19);
        configuration.getClock().setCurrentTime(new Date(job.getDuedate().getTime() + 1000));
        jobs.executeJob(jobs.moveTimerToExecutableJob(job.getId()).getId());
      }
      System.out.println("Flowable, " + cycle + ":" + due);
    }
    System.exit(0);
  }
}
JAVA

seen=$(java -cp 'lib/*' Flowable.java R3/PT1H R/2024-01-31T07:30:00Z/PT1H R3/2024-01-31T07:30:00Z/PT1H 2> /dev/null \
  | grep '^Flowable')
want='Flowable, R3/PT1H: 01-31T11:00:00 01-31T12:00:00 01-31T13:00:00
Flowable, R/2024-01-31T07:30:00Z/PT1H: 01-31T10:30:00 01-31T11:30:00 01-31T12:30:00
Flowable, R3/2024-01-31T07:30:00Z/PT1H: 01-31T10:30:00 01-31T10:30:01 01-31T10:30:02'

basename lib/flowable-engine-[0-9]*.jar
echo 'expected: one hour between the times of each line'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
