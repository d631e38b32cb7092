import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { java } from './java.js';
import { paths } from './paths.js';

const JAR = /^camunda-8-connector-kustomer-simulator-[\d.]+(-SNAPSHOT)?\.jar$/;

/** The simulator's own key. It opens no other server. */
const KEY = 'eyJhbGciOiJIUzI1NiJ9.eyJzaW11bGF0b3IiOnRydWV9.not-a-signature';

/** The simulated Kustomer as its own process. */
export class Simulator {
  /** @type {string} */
  url;

  static async start() {
    const simulator = new Simulator();
    simulator.process = spawn(java(), [ '-XX:TieredStopAtLevel=1', '-jar', jar() ], { stdio: [ 'pipe', 'pipe', 'inherit' ] });
    for await (const line of createInterface({ input: simulator.process.stdout })) {
      simulator.url = line.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
      if (simulator.url) {
        simulator.process.stdout.resume();
        return simulator;
      }
    }
    throw new Error('The simulator ended before it printed its address');
  }

  /** Sends a request of the API; returns the status, and the record if there is one. */
  async api(method, path, body) {
    const answer = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body)
    });
    const text = await answer.text();
    return { status: answer.status, data: text.startsWith('{') ? JSON.parse(text).data : undefined };
  }

  /** Creates a record; returns its id. */
  async create(path, body) {
    const { status, data } = await this.api('POST', path, body);
    if (status >= 300) {
      throw new Error(`POST ${path} answered ${status}`);
    }
    return data.id;
  }

  /** The simulator ends with its standard input. */
  async stop() {
    const ended = new Promise(resolve => this.process.once('exit', resolve));
    this.process.stdin.end();
    await ended;
  }
}

/** The simulator's jar. Maven builds it if it is missing or older than its sources. */
function jar() {
  const found = process.env.SIMULATOR_JAR ?? newestJar();
  if (found) {
    return found;
  }
  const built = spawnSync('mvn', [ '-B', '-q', '-DskipTests', 'package' ], { cwd: paths.root, stdio: 'inherit' });
  const fresh = newestJar();
  if (built.status !== 0 || !fresh) {
    throw new Error('Maven did not build the simulator: run mvn -DskipTests package');
  }
  return fresh;
}

function newestJar() {
  const files = existsSync(paths.target) ? readdirSync(paths.target).filter(name => JAR.test(name)) : [];
  const changed = readdirSync(paths.simulator, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs)
    .reduce((latest, time) => Math.max(latest, time), 0);
  return files.map(name => join(paths.target, name)).find(file => statSync(file).mtimeMs >= changed);
}
