import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { madeFiles } from './made-files.ts';
import { root } from './widgets-program.ts';

/** `npm run manifest`: the manifest, the data for editors and the types for frameworks, from the doc comments. */
for (const [path, text] of await madeFiles()) {
  await writeFile(path, text);
  console.log(relative(root, path));
}
