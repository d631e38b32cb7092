import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { chromium } from 'playwright-core';

import { paths } from './paths.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };

/** The time limit of each step, long because a busy machine is slow. */
const PATIENCE = 60_000;

/** The modeler's libraries in Chromium, served on a loopback port. The page can't reach any other server. */
export class Browser {
  /** The refused requests to other servers; a passing test leaves it empty. @type {string[]} */
  foreign = [];

  /** The errors of the page's scripts; a passing test leaves it empty. @type {string[]} */
  scriptErrors = [];

  /** @param {{ width?: number, height?: number, scale?: number }} [size] */
  static async start({ width = 1200, height = 900, scale = 1 } = {}) {
    const browser = new Browser();
    browser.server = await serve();
    browser.profile = await mkdtemp(join(tmpdir(), 'modeler-'));
    browser.context = await chromium.launchPersistentContext(browser.profile, {
      executablePath: CHROMIUM,
      headless: true,
      timeout: 2 * PATIENCE,
      viewport: { width, height },
      deviceScaleFactor: scale,
      args: [ '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync' ]
    });
    browser.context.setDefaultTimeout(PATIENCE);
    await browser.#keepInside();
    return browser;
  }

  async #keepInside() {
    const origin = `http://127.0.0.1:${this.server.address().port}`;
    await this.context.route('**/*', (route, request) => {
      if (request.url().startsWith(`${origin}/`) || /^(data|blob):/.test(request.url())) {
        return route.continue();
      }
      this.foreign.push(request.url());
      return route.abort();
    });
    [ this.page ] = this.context.pages();
    this.page.on('pageerror', error => this.scriptErrors.push(error.message));
    await this.page.goto(`${origin}/page.html`);
    await this.page.waitForFunction(() => globalThis.page);
  }

  async close() {
    await this.context.close();
    this.server.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function serve() {
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url, 'http://localhost');
      const body = await readFile(join(paths.built, pathname));
      response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}
