import { html, nothing, type TemplateResult } from 'lit';
import { number } from './number.ts';
import type { Voice } from './voice.ts';

/**
 * A whole sentence about a count, with its number large wherever the language puts it; a language may say it as a word.
 *
 * @csspart count - The large number.
 */
export function sum(voice: Voice, sentence: string, count: number): TemplateResult {
  const figure = number(voice.locale, count);
  const at = sentence.indexOf(figure);
  if (at < 0) return html`<span class="strong">${sentence}</span>`;
  const piece = (text: string) => (text.trim() ? html`<span>${text}</span>` : nothing);
  return html`${piece(sentence.slice(0, at))}<span class="count" part="count">${figure}</span>${piece(
      sentence.slice(at + figure.length),
    )}`;
}
