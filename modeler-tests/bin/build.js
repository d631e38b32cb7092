import { build } from '../lib/build.js';

await build();
