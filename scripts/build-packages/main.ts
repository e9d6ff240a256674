import { join } from 'node:path';
import { buildPackages } from './build-packages.ts';
import { root } from './workspaces.ts';

/** `npm run build:packages`: what `npm publish` takes, under `build/packages`. */
const directory = join(root, 'build/packages');
await buildPackages(directory);
console.log(`The packages are in ${directory}.`);
