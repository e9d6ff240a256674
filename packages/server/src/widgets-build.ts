import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const packaged = at('../kit');

/** The directory of the widgets' CDN build: the package brings its own, a checkout has it where the widgets are. */
export const widgetsBuild = existsSync(packaged) ? packaged : at('../../widgets/dist-cdn');
