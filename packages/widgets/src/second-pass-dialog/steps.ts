import { html, type TemplateResult } from 'lit';
import type { Voice } from '../parts/voice.ts';

/** The screens of the dialog, in their order. */
export const steps = ['unsent', 'window', 'script', 'review'] as const;
export type StepName = (typeof steps)[number];

/** For those who listen: the title of the dialog stays the same from screen to screen. */
export function stepSaid(voice: Voice, name: StepName): TemplateResult {
  const values = { step: steps.indexOf(name) + 1, steps: steps.length, name: voice.say(`secondPass.step.${name}`) };
  return html`<p class="hidden" role="status">${voice.say('secondPass.stepOf', values)}</p>`;
}
