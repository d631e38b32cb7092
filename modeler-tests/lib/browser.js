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

/**
 * A page in Chromium: the modeler's libraries, served on a loopback port, or another page. It can't reach any other
 * server.
 */
export class Browser {
  /** The refused requests to other servers; a passing test leaves it empty. @type {string[]} */
  foreign = [];

  /** The errors of the page's scripts; a passing test leaves it empty. @type {string[]} */
  scriptErrors = [];

  /** The errors on the console, such as violations of a content security policy. @type {string[]} */
  consoleErrors = [];

  /** @param {{ width?: number, height?: number, scale?: number }} [size] */
  static async start(size) {
    const browser = new Browser();
    browser.server = await serve();
    const origin = `http://127.0.0.1:${browser.server.address().port}`;
    await browser.#open(origin, size);
    await browser.page.goto(`${origin}/page.html`);
    await browser.page.waitForFunction(() => globalThis.page);
    return browser;
  }

  /**
   * Opens a page of another local server.
   *
   * @param {string} origin
   * @param {{ width?: number, height?: number, scale?: number }} [size]
   */
  static async at(origin, size) {
    const browser = new Browser();
    await browser.#open(origin, size);
    await browser.page.goto(`${origin}/`);
    return browser;
  }

  async #open(origin, { width = 1200, height = 900, scale = 1 } = {}) {
    this.profile = await mkdtemp(join(tmpdir(), 'modeler-'));
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: CHROMIUM,
      headless: true,
      timeout: 2 * PATIENCE,
      viewport: { width, height },
      deviceScaleFactor: scale,
      args: [ '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync' ]
    });
    this.context.setDefaultTimeout(PATIENCE);
    await this.#keepInside(origin);
  }

  async #keepInside(origin) {
    await this.context.route('**/*', (route, request) => {
      if (request.url().startsWith(`${origin}/`) || /^(data|blob):/.test(request.url())) {
        return route.continue();
      }
      this.foreign.push(request.url());
      return route.abort();
    });
    [ this.page ] = this.context.pages();
    this.page.on('pageerror', error => this.scriptErrors.push(error.message));
    this.page.on('console', message => message.type() === 'error' && this.consoleErrors.push(message.text()));
  }

  async close() {
    await this.context.close();
    this.server?.close();
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
