import type { KitError } from './kit-error.ts';

const outward = { bubbles: true, composed: true };

/** What a person does to a campaign's automatic sending; `off` leaves the rest to texters. */
export type SendingDeed = 'start' | 'pause' | 'resume' | 'limit' | 'off';

/** Automatic sending of a campaign was started, paused, resumed, turned off, or given another limit. */
export class SendingChangeEvent extends Event {
  readonly deed: SendingDeed;
  readonly campaignId: number;
  constructor(deed: SendingDeed, campaignId: number) {
    super('ck-sending-change', outward);
    this.deed = deed;
    this.campaignId = campaignId;
  }
}

/** It could not be. */
export class SendingErrorEvent extends Event {
  readonly deed: SendingDeed;
  readonly error: KitError;
  constructor(deed: SendingDeed, error: KitError) {
    super('ck-sending-error', outward);
    this.deed = deed;
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ck-sending-change': SendingChangeEvent;
    'ck-sending-error': SendingErrorEvent;
  }
}
