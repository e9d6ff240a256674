import { css, html, nothing, type TemplateResult } from 'lit';
import type { KitError } from '../kit-error.ts';
import type { ElementState, KitElement } from '../element.ts';
import type { Query } from '../query.ts';
import { icons } from './icons.ts';
import type { Voice } from './voice.ts';

type Content = TemplateResult | typeof nothing;
type Shown<T> = {
  skeleton: Content;
  ready: (value: T) => Content;
  /** What would be here and the one next step; asked only when `isEmpty` says so. */
  empty?: Content;
  isEmpty?: (value: T) => boolean;
};

/** Draws a query in whatever state it is, and shows that state to the host's CSS. The one helper for all elements. */
export function queryStates<T>(host: KitElement, query: Query<T>, shown: Shown<T>): Content {
  const { value, error } = query;
  const over = sessionNotice(host);
  const again = () => void query.run();
  if (value !== undefined) {
    const empty = shown.isEmpty?.(value) === true;
    host.showState(
      over !== nothing
        ? 'expired'
        : error?.code === 'network'
          ? 'offline'
          : error
            ? 'error'
            : empty
              ? 'empty'
              : 'ready',
    );
    const notice = over !== nothing ? over : error ? staleNotice(host, error, again) : nothing;
    return html`${notice}${empty ? (shown.empty ?? nothing) : shown.ready(value)}`;
  }
  if (over !== nothing) {
    host.showState('expired', error ?? undefined);
    return over;
  }
  if (error) {
    host.showState(stateOf(error), error);
    return failureNotice(host, error, again);
  }
  if (host.lost) {
    host.showState('error');
    return notice(icons.warning, host.say('state.lost'));
  }
  host.showState('loading');
  return shown.skeleton;
}

/** The state that a failure puts an element in. */
export const stateOf = (error: KitError): ElementState =>
  error.code === 'network'
    ? 'offline'
    : error.code === 'forbidden'
      ? 'forbidden'
      : error.code === 'session_expired'
        ? 'expired'
        : 'error';

/** A failure in the reader's words: the server's reason where it gave one. */
export const failureLine = (voice: Voice, error: KitError): string => {
  if (error.code === 'network') return voice.say('state.offline');
  if (error.reason) return voice.say(error.reason, error.values);
  return voice.say(error.code === 'forbidden' ? 'state.forbidden' : 'state.failed');
};

/** Something that could not be done, with *Try again* where that may help and the request id in small. */
export function failureNotice(voice: Voice, error: KitError, again: (() => void) | null): TemplateResult {
  const [icon, safe] =
    error.code === 'forbidden'
      ? [icons.lock, null]
      : error.code === 'network'
        ? [icons.offline, voice.say('state.offlineSafe')]
        : [icons.error, null];
  const retryable = error.retryable || error.code === 'network' || error.code === 'server';
  return notice(
    icon,
    html`${failureLine(voice, error)}${safe ? html` <span class="muted">${safe}</span>` : nothing}`,
    again && retryable ? { label: voice.say('common.tryAgain'), run: again } : null,
    error.requestId && error.code !== 'forbidden' ? voice.say('state.requestId', { id: error.requestId }) : null,
  );
}

const staleNotice = (voice: Voice, error: KitError, again: () => void) =>
  error.code === 'network'
    ? notice(icons.offline, voice.say('state.offlineStale'))
    : failureNotice(voice, error, again);

/** Nothing while there is a session; else that it is over, and *Reconnect*. Goes above whatever was being done. */
export function sessionNotice(host: KitElement): Content {
  const session = host.kit?.session;
  if (session?.state !== 'expired' && session?.state !== 'ended') return nothing;
  return expiredNotice(host, () => void session.renew('reconnect').catch(() => {}));
}

/** The session is over; what was being done stays, and goes on after *Reconnect*. */
export const expiredNotice = (voice: Voice, reconnect: () => void): TemplateResult =>
  notice(icons.lock, voice.say('state.expired'), { label: voice.say('state.reconnect'), run: reconnect });

/**
 * A line with a mark, a sentence and perhaps one thing to do.
 *
 * @csspart notice - A line that says what is wrong or worth knowing.
 */
export const notice = (
  icon: TemplateResult,
  sentence: Content | string,
  action: { label: string; run: () => void } | null = null,
  small: string | null = null,
): TemplateResult =>
  html`<div class="notice" part="notice" role="alert">
    <span class="mark">${icon}</span>
    <div>
      <p>${sentence}</p>
      ${small ? html`<p class="muted small">${small}</p>` : nothing}
    </div>
    ${action ? html`<button class="button" type="button" @click=${action.run}>${action.label}</button>` : nothing}
  </div>`;

export const queryStatesStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .notice > .mark {
    display: grid;
    color: var(--_muted);
  }
  .notice > div {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
`;
