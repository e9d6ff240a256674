import type { CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import type { MessageActionName } from '@campaign-kit/shared/message-actions/registry';
import type { OperationKind } from '@campaign-kit/shared/operation';
import type { Operation, Preview } from './contract.ts';
import type { KitError } from './kit-error.ts';

type RequestedAction = CampaignActionName | MessageActionName | 'releaseReplies';

const outward = { bubbles: true, composed: true };

/** An action is about to run. `preventDefault()` keeps it from running, for a host that asks for more first. */
export class ActionRequestEvent extends Event {
  readonly action: RequestedAction;
  /** What the admin was shown; null for an action on the campaign itself. */
  readonly preview: Preview | null;
  constructor(action: RequestedAction, preview: Preview | null) {
    super('ck-action-request', { ...outward, cancelable: true });
    this.action = action;
    this.preview = preview;
  }
}

/** An action has ended. `undo()` gives back what it changed; it resolves when the undo is started or refused. */
export class ActionSuccessEvent extends Event {
  readonly action: OperationKind;
  readonly operation: Operation;
  readonly undo: () => Promise<void>;
  constructor(operation: Operation, undo: () => Promise<void>) {
    super('ck-action-success', outward);
    this.action = operation.kind;
    this.operation = operation;
    this.undo = undo;
  }
}

/** An action could not be started, or its undo could not. */
export class ActionErrorEvent extends Event {
  readonly action: OperationKind;
  readonly error: KitError;
  constructor(action: OperationKind, error: KitError) {
    super('ck-action-error', outward);
    this.action = action;
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ck-open': Event;
    'ck-close': Event;
    'ck-action-request': ActionRequestEvent;
    'ck-action-success': ActionSuccessEvent;
    'ck-action-error': ActionErrorEvent;
  }
}
