import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as esbuild from 'esbuild';

import { paths } from './paths.js';

/** The linter's rules come with a user interface, which looks at a document while it loads. */
const NO_DOCUMENT = 'const document = { documentElement: { style: {} }, createElement: () => ({ getElementsByTagName: () => [] }) };';

/** Bundles the modeler's libraries: their modules name files in a way that Node cannot load. */
export async function build() {
  await Promise.all([
    forNode('headless'),
    forNode('lint', { banner: { js: NO_DOCUMENT } }),
    bundle('page', { loader: { '.svg': 'dataurl', '.eot': 'empty', '.woff': 'dataurl', '.woff2': 'dataurl' }, minify: true })
  ]);
  await copyFile(entry('page.html'), join(paths.built, 'page.html'));
}

/** A bundle for Node that {@link build} made. */
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
