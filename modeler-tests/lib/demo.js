import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { paths } from './paths.js';

const OPEN = /open at (http:\/\/127\.0\.0\.1:\d+)\/$/;

/** The demo of this project as a user starts it, with Maven. */
export class Demo {
  /** The time limit of a step of the process, long because a busy machine is slow. */
  patience = 120_000;

  /** The origin of the page. @type {string} */
  page;

  /** The lines of the output so far. @type {string[]} */
  lines = [];

  /** Starts the demo; returns when its page stays open. @param {string} options */
  static async start(options) {
    const demo = new Demo();
    demo.process = spawn('mvn', [ '-q', '-Pdemo', `-Ddemo.args=${options}` ], {
      cwd: paths.root, detached: true, stdio: [ 'pipe', 'pipe', 'inherit' ]
    });
    demo.ended = new Promise(resolve => demo.process.once('exit', resolve));
    const reader = createInterface({ input: demo.process.stdout });
    await new Promise((resolve, reject) => {
      reader.on('line', line => {
        demo.lines.push(line);
        demo.page ??= OPEN.exec(line)?.[1];
        if (demo.page) {
          resolve();
        }
      });
      reader.on('close', () => reject(new Error(`The demo has no page:\n${demo.lines.join('\n')}`)));
    });
    return demo;
  }

  /** @param {RegExp} line */
  count(line) {
    return this.lines.filter(each => line.test(each)).length;
  }

  /** Presses Enter; returns the exit status. */
  enter() {
    this.process.stdin.write('\n');
    return this.ended;
  }

  /** Ends Maven and the demo's JVM, if they still run. */
  kill() {
    if (this.process.exitCode === null) {
      process.kill(-this.process.pid);
    }
  }
}
