/** One `<Message>` of an answer: what to write, and to whom if not to who wrote. */
export type TwimlMessage = { body: string; mediaUrls: string[]; to?: string; from?: string; statusCallback?: string };

type Tag = { name: string; closes: boolean; empty: boolean; attributes: Record<string, string> };

/** Reads `<Response>` with its `<Message>`s; other verbs are passed over. Null where it is not the XML that it should be. */
export function readTwiml(document: string): TwimlMessage[] | null {
  const pieces = document.replace(/<\?xml[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>]*>/g, '').match(/<[^>]*>|[^<]+/g) ?? [];
  const open: string[] = [];
  const found: TwimlMessage[] = [];
  let rootSeen = false;
  for (const piece of pieces) {
    if (!piece.startsWith('<')) {
      if (open.length === 0 && piece.trim() !== '') return null;
      addText(found, open, unescape(piece));
      continue;
    }
    const tag = readTag(piece);
    if (!tag) return null;
    if (tag.closes) {
      if (open.pop() !== tag.name) return null;
      continue;
    }
    if (open.length === 0 && (rootSeen || tag.name !== 'Response')) return null;
    rootSeen = true;
    if (tag.name === 'Message' && open.length === 1) found.push(messageOf(tag.attributes));
    if (tag.name === 'Media' && open.at(-1) === 'Message') found.at(-1)?.mediaUrls.push('');
    if (!tag.empty) open.push(tag.name);
  }
  if (!rootSeen || open.length > 0) return null;
  return found.map(message => ({
    ...message,
    body: message.body.trim(),
    mediaUrls: message.mediaUrls.map(url => url.trim()).filter(url => URL.canParse(url)),
  }));
}

function addText(found: TwimlMessage[], open: readonly string[], text: string): void {
  const message = found.at(-1);
  if (!message || open[1] !== 'Message') return;
  const inside = open.at(-1);
  if (inside === 'Media') message.mediaUrls[message.mediaUrls.length - 1] += text;
  else if (inside === 'Message' || inside === 'Body') message.body += text;
}

function messageOf({ to, from, statusCallback, action }: Record<string, string>): TwimlMessage {
  const callback = statusCallback ?? action;
  return {
    body: '',
    mediaUrls: [],
    ...(to ? { to } : {}),
    ...(from ? { from } : {}),
    ...(callback ? { statusCallback: callback } : {}),
  };
}

function readTag(piece: string): Tag | null {
  const [, closing = '', name = '', rest = '', empty = ''] = /^<(\/?)([A-Za-z][\w-]*)([^]*?)(\/?)>$/.exec(piece) ?? [];
  if (name === '') return null;
  const attributes: Record<string, string> = {};
  const left = rest.replace(/\s+([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g, (_, key: string, a?: string, b?: string) => {
    attributes[key] = unescape(a ?? b ?? '');
    return '';
  });
  return left.trim() === '' ? { name, closes: closing !== '', empty: empty !== '', attributes } : null;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return entities[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}
