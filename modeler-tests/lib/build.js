import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as esbuild from 'esbuild';

import { paths } from './paths.js';

/** A stub of the document, because the linter's package contains a user interface that needs one while it loads. */
const NO_DOCUMENT = 'const document = { documentElement: { style: {} }, createElement: () => ({ getElementsByTagName: () => [] }) };';

/** Bundles the modeler's libraries, because Node can't resolve the imports of their modules. */
export async function build() {
  await Promise.all([
    forNode('headless'),
    forNode('lint', { banner: { js: NO_DOCUMENT } }),
    bundle('page', { loader: { '.svg': 'dataurl', '.eot': 'empty', '.woff': 'dataurl', '.woff2': 'dataurl' }, minify: true })
  ]);
  await copyFile(entry('page.html'), join(paths.built, 'page.html'));
}

/** Imports a bundle for Node that {@link build} has made. */
export function built(name) {
  return import(join(paths.built, `${name}.mjs`));
}

function forNode(name, more = {}) {
  return bundle(name, { platform: 'node', format: 'esm', outExtension: { '.js': '.mjs' }, ...more });
}

function bundle(name, more) {
  return esbuild.build({
    entryPoints: { [name]: entry(`${name}.js`) },
    outdir: paths.built,
    bundle: true,
    legalComments: 'none',
    logLevel: 'warning',
    ...more
  });
}

function entry(file) {
  return fileURLToPath(new URL(`./entry/${file}`, import.meta.url));
}
