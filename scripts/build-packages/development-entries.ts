import { posix } from 'node:path';

/** What looks at the page in development; it starts when it is told to. */
export const development = 'diagnose/development';

/** The module that stands in for an entry under the condition `development`. */
export const inDevelopment = (entry: string) => `development/${entry}`;

/** The same entries for bundlers in development: they also look at the page, and say in the console what is wrong with it. */
export function developmentEntries(entries: readonly string[]): Map<string, string> {
  return new Map(
    entries.map(entry => {
      const from = posix.dirname(inDevelopment(entry));
      const at = (module: string) => posix.relative(from, `${module}.js`);
      const lines = [
        `import { startDevelopment } from '${at(development)}';`,
        `export * from '${at(entry)}';`,
        `if (typeof document !== 'undefined') startDevelopment();`,
      ];
      return [`${inDevelopment(entry)}.js`, `${lines.join('\n')}\n`];
    }),
  );
}
