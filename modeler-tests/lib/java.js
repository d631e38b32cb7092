import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const NEEDED = 21;
const JVMS = '/usr/lib/jvm';

/** The path of a `java` of version 21 or newer. It can differ from the one on the path, because Maven runs on 17 too. */
export function java() {
  const found = candidates().find(path => version(path) >= NEEDED);
  if (!found) {
    throw new Error(`There is no JDK ${NEEDED} or newer: set JAVA_HOME`);
  }
  return found;
}

function candidates() {
  const homes = [ process.env.JAVA_HOME, ...toolchains(), ...installed() ].filter(Boolean);
  return [ 'java', ...homes.map(home => join(home, 'bin', 'java')) ];
}

/** The JDKs that Maven has been given or has found. */
function toolchains() {
  return [ 'toolchains.xml', 'discovered-jdk-toolchains-cache.xml' ]
    .map(name => join(homedir(), '.m2', name))
    .filter(existsSync)
    .flatMap(file => [ ...readFileSync(file, 'utf8').matchAll(/<jdkHome>([^<]+)</g) ].map(([ , home ]) => home.trim()));
}

function installed() {
  return existsSync(JVMS) ? readdirSync(JVMS).map(name => join(JVMS, name)) : [];
}

function version(path) {
  const { stderr } = spawnSync(path, [ '-version' ], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}
