import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the demo keeps its things and listens. Every part has a default: nothing has to be set. */
export type Settings = {
  directory: string;
  host: string;
  crm: Port;
  kit: Port;
  /** The phones of the simulated carrier. */
  phones: Port;
  logLevel: string;
  fresh: boolean;
};

/** `fixed`: asked for by name, so that another port would be a surprise. */
export type Port = { number: number; fixed: boolean; variable: string };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Reads `DEMO_CRM_PORT`, `DEMO_KIT_PORT`, `DEMO_PHONES_PORT`, `DEMO_HOST`, `DEMO_DIRECTORY` and `DEMO_LOG_LEVEL`, and `--fresh`. */
export function readSettings(variables: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const port = (variable: string, usual: number): Port => {
    const text = variables[variable];
    const number = text ? Number(text) : usual;
    if (!Number.isInteger(number) || number < 0 || number > 65_535) {
      throw new Error(`${variable} is not a port: a number from 0 to 65535 is expected, such as ${usual}.`);
    }
    return { number, fixed: Boolean(text), variable };
  };
  return {
    directory: variables.DEMO_DIRECTORY ? resolve(variables.DEMO_DIRECTORY) : join(root, '.data/demo'),
    host: variables.DEMO_HOST || '127.0.0.1',
    crm: port('DEMO_CRM_PORT', 4500),
    kit: port('DEMO_KIT_PORT', 4501),
    phones: port('DEMO_PHONES_PORT', 4502),
    logLevel: variables.DEMO_LOG_LEVEL || 'warn',
    fresh: args.includes('--fresh'),
  };
}
