import type { Package } from 'custom-elements-manifest/schema';
import type { ScriptTarget, SourceFile } from 'typescript';

declare module '@custom-elements-manifest/analyzer' {
  /** Left out of the analyzer's own declarations. */
  export function create(input: { modules: SourceFile[]; plugins: Plugin[]; context: { dev: boolean } }): Package;
  export const ts: {
    ScriptTarget: typeof ScriptTarget;
    createSourceFile: (name: string, text: string, target: ScriptTarget, setParentNodes: boolean) => SourceFile;
  };
}
