import { parameters, type Kind, type Operation, type Parameters } from './parameters.ts';

const isUrl = (text: string) => {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
};

const fits: { [Is in Exclude<Kind['is'], 'sid' | 'one'>]: (text: string) => boolean } = {
  text: () => true,
  texts: () => true,
  boolean: text => /^(true|false)$/i.test(text),
  number: text => text.trim() !== '' && Number.isFinite(Number(text)),
  integer: text => /^-?\d+$/.test(text),
  url: text => text === '' || isUrl(text),
  urls: isUrl,
  time: text => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
  date: text => /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z?)?$/.test(text),
  phone: text => /^\+[1-9]\d{6,14}$/.test(text),
  method: text => /^(GET|POST)$/.test(text),
};

const repeatable = new Set<Kind['is']>(['urls', 'texts']);

/** What in a request is not as published. Twilio lets most of it pass in silence, so this is where it is heard of. */
export function complaints(operation: Operation, given: URLSearchParams): string[] {
  const known: Parameters = parameters[operation];
  const found: string[] = [];
  for (const name of new Set(given.keys())) {
    const kind = known[name];
    const values = given.getAll(name);
    if (!kind) {
      found.push(`${operation} has no parameter ${name}`);
      continue;
    }
    if (values.length > 1 && !repeatable.has(kind.is)) found.push(`${name} is given ${values.length} times`);
    for (const value of values)
      if (!isAsPublished(kind, value)) found.push(`${name} cannot be ${JSON.stringify(value)}`);
  }
  return found;
}

function isAsPublished(kind: Kind, value: string): boolean {
  if (kind.is === 'one') return kind.of.includes(value);
  if (kind.is === 'sid') return new RegExp(`^${kind.prefix}[0-9a-fA-F]{32}$`).test(value);
  return fits[kind.is](value);
}
