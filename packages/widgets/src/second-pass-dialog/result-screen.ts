import { html, nothing, type TemplateResult } from 'lit';
import type { Operation } from '../contract.ts';
import type { KitElement } from '../element.ts';
import type { OperationRun } from '../operation-run.ts';
import { failureNotice } from '../parts/query-states.ts';
import { result, undoable } from '../parts/result.ts';
import type { NextSteps } from './next-steps.ts';

type Shown = { operation: Operation; run: OperationRun; next: NextSteps; previewed: number };

/** After the mark: what it did, its undo, and what comes next. After its undo: what that did, and what is still in force. */
export function resultScreen(host: KitElement, { operation, run, next, previewed }: Shown): TemplateResult {
  const marked = operation.kind === 'markSecondPass';
  const canUndo = marked && undoable(operation);
  // The release has taken what the mark made: given back before it, the mark's undo would find nothing left as it was.
  const releaseFirst = canUndo && next.released;
  const waiting = run.starting || next.releasing;
  return html`<div class="stack ended">
    ${result(host, {
      operation,
      previewed: marked ? previewed : null,
      undo:
        canUndo && !releaseFirst
          ? { label: host.say('common.undo'), run: () => void (waiting || run.undo()), waiting }
          : undefined,
      next: releaseFirst ? html`<p class="muted small">${host.say('secondPass.result.undoReleaseFirst')}</p>` : nothing,
    })}
    ${run.error ? failureNotice(host, run.error, null) : nothing} ${next.render(marked)}
  </div>`;
}
