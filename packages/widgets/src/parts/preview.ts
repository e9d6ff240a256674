import { css, html, nothing, type TemplateResult } from 'lit';
import type { Preview } from '../contract.ts';
import { number, share } from './number.ts';
import { sum } from './sum.ts';
import type { Voice } from './voice.ts';

type Shown = {
  preview: Preview | undefined;
  /** What happens to how many: `12 conversations go back to the pool`. */
  caption: string;
  /** Asked anew; the number is still the last one. */
  waiting: boolean;
  /** Could not be asked anew. */
  stale: boolean;
  /** Is the number of other settings; that of the chosen ones is being counted. */
  old?: boolean;
};

/**
 * The count, large and alive, what it is of, and every conversation that is left out with its reason.
 *
 * @csspart preview - The count with all that belongs to it.
 * @csspart left-out - Who is left out, and why.
 */
export function preview(voice: Voice, { preview: shown, caption, waiting, stale, old = false }: Shown): TemplateResult {
  if (!shown) return skeleton(voice);
  const { count } = shown;
  const line = !old ? about(voice, shown) : waiting ? voice.say('preview.counting') : nothing;
  const leftOut = shown.leftOut.filter(line => line.count > 0);
  return html`<div
    class=${old ? 'preview old' : stale ? 'preview stale' : 'preview'}
    part="preview"
    aria-busy=${waiting || old ? 'true' : 'false'}
  >
    <p class="sum" role="status">${sum(voice, caption, count)}</p>
    ${line === nothing ? nothing : html`<p class="muted number">${line}</p>`}
    ${stale ? html`<p class="problem">${voice.say('preview.stale')}</p>` : nothing}
    ${
      leftOut.length
        ? html`<div class="left-out" part="left-out">
            <h3 class="muted small">${voice.say('preview.leftOut')}</h3>
            <dl>
              ${leftOut.map(
                line =>
                  html`<div>
                    <dt>${voice.say(`leftOut.${line.reason}`)}</dt>
                    <dd class="number">${number(voice.locale, line.count)}</dd>
                  </div>`,
              )}
            </dl>
          </div>`
        : nothing
    }
  </div>`;
}

/** What part of all it is, where something is left out, and who has them now. */
function about(voice: Voice, { count, total, texters, campaigns }: Preview): unknown {
  const part = total === 0 ? voice.say('preview.nothing') : count < total ? partOf(voice, count, total) : nothing;
  if (texters === null || count === 0) return part;
  const dot = part === nothing ? nothing : ' · ';
  return html`${part}${dot}<span class="nowrap">${held(voice, texters, campaigns)}</span>`;
}

/** Rounded, but never to all while something is left out, nor to nothing while something is there. */
function partOf(voice: Voice, count: number, total: number): string {
  const part = count / total;
  const { locale } = voice;
  if (count > 0 && part < 0.01) return voice.say('preview.shareLess', { share: share(locale, 1, 100), total });
  return voice.say('preview.share', { share: share(locale, Math.min(part, 0.99), 1), total });
}

const held = (voice: Voice, texters: number, campaigns: number) =>
  campaigns > 1
    ? voice.say('preview.textersOfCampaigns', { count: texters, campaigns })
    : voice.say('preview.texters', { count: texters });

const skeleton = (voice: Voice) =>
  html`<div class="preview" part="preview" aria-busy="true">
    <p class="sum" role="status">
      <span class="count"><span class="bone wide"></span></span>
      <span class="hidden">${voice.say('preview.counting')}</span><span class="bone"></span>
    </p>
    <p><span class="bone long"></span></p>
  </div>`;

export const previewStyles = css`
  .preview {
    display: grid;
    gap: var(--_space);
    min-block-size: 4.2em;
    align-content: start;
  }
  .preview.stale .count,
  .preview.old .sum {
    color: var(--_muted);
  }
  .preview.old .left-out {
    visibility: hidden;
  }
  .sum {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--_space) * 2);
  }
  .left-out {
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .left-out h3 {
    font-weight: 500;
  }
  .left-out dl > div {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 4);
    padding-block: 2px;
    color: var(--_muted);
  }
  .left-out dd {
    flex: none;
  }
`;
