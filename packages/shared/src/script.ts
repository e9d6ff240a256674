/** What a script can be filled in with; further keys are custom fields of the contact. */
export type ScriptFields = Readonly<Record<string, string>>;

/** The message as this contact gets it. A field that is not known stays as it is written, so that it is seen before sending. */
export function fillScript(script: string, fields: ScriptFields): string {
  return script.replace(/\{\s*([^{}]+?)\s*\}/g, (hole, name: string) => fields[name] ?? hole);
}

/** Names of fields in the script that nothing fills in. */
export function unknownFields(script: string, known: readonly string[]): string[] {
  const names = [...script.matchAll(/\{\s*([^{}]+?)\s*\}/g)].map(match => match[1] as string);
  return [...new Set(names)].filter(name => !known.includes(name));
}
