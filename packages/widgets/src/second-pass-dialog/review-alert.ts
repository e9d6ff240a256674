import { nothing, type TemplateResult } from 'lit';
import type { KitElement } from '../element.ts';
import type { OperationRun } from '../operation-run.ts';
import { failureNotice } from '../parts/query-states.ts';
import type { PreviewQuery } from '../preview-query.ts';

type Shown = { run: OperationRun; preview: PreviewQuery; mark: () => void; count: () => void };

/** Nobody knows whether the server did it: its answer was not heard. */
export const unheard = ({ error }: OperationRun): boolean => error?.code === 'network' || error?.code === 'server';

/** One alert at a time: why it could not be marked, or else why it could not be counted. */
export function reviewAlert(host: KitElement, { run, preview, mark, count }: Shown): TemplateResult | typeof nothing {
  const { error } = run;
  if (error && error.reason !== 'refusal.stalePreview') return failureNotice(host, error, mark);
  return preview.error ? failureNotice(host, preview.error, count) : nothing;
}
