import { assert } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { documented } from './documented.ts';
import { watched } from './watched.ts';

type Played = {
  /** Puts the element on the page. */
  mounting: () => HTMLElement;
  /** Comes to every scene of it, and looks at each. */
  scenes: (look: () => void) => Promise<void>;
  /** Tokens that it has no use for, and parts of screens that it shares with others and never comes to. */
  unused?: readonly string[] | undefined;
};

/** Holds that what a host sets reaches the element: each documented token changes it, and each documented part is drawn. */
export async function reachedByHost(tag: string, { mounting, scenes, unused = [] }: Played): Promise<void> {
  const { parts, tokens, states } = await documented(tag);
  const seen = watched(mounting(), tokens, states);
  await scenes(seen.look);
  assert.isFalse(seen.tokens.has('--ck-motion'), 'nothing moves where the reader wants less motion');
  await emulateMedia({ reducedMotion: 'no-preference' });
  seen.look();
  const used = (name: string) => !unused.includes(name);
  const missed = {
    'tokens without an effect': tokens.filter(token => used(token) && !seen.tokens.has(token)),
    'parts that are not drawn': parts.filter(part => used(part) && !seen.parts.has(part)),
    'parts without a word': [...seen.parts].filter(part => !parts.includes(part)),
  };
  const nothing = { 'tokens without an effect': [], 'parts that are not drawn': [], 'parts without a word': [] };
  assert.deepEqual<unknown>(missed, nothing);
  assert.isTrue(seen.states.has('ready'), 'it gets ready');
}
