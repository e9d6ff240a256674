import { css, html, nothing, type TemplateResult } from 'lit';
import type { Preview } from '../contract.ts';
import { number, share } from './number.ts';
import type { Voice } from './voice.ts';

type Shown = {
  preview: Preview | undefined;
  /** What the number is: `Conversations will be released`, said for the count. */
  caption: string;
  /** Asked anew; the number is still the last one. */
  waiting: boolean;
  /** Could not be asked anew. */
  stale: boolean;
};

/** The count, large and alive, what it is of, and every conversation that is left out with its reason. */
export function preview(voice: Voice, { preview: shown, caption, waiting, stale }: Shown): TemplateResult {
  if (!shown) return skeleton(voice);
  const { count, total, texters, campaigns } = shown;
  const leftOut = shown.leftOut.filter(line => line.count > 0);
  return html`<div class=${stale ? 'preview stale' : 'preview'} part="preview" aria-busy=${waiting ? 'true' : 'false'}>
    <p class="sum" role="status">
      <span class="count" part="count">${number(voice.locale, count)}</span>
      <span>${caption}</span>
    </p>
    <p class="muted number">
      ${
        total > 0
          ? voice.say('preview.share', { share: share(voice.locale, count, total), total })
          : voice.say('preview.nothing')
      }
      ${texters !== null && count > 0 ? html` · <span class="nowrap">${held(voice, texters, campaigns)}</span>` : nothing}
    </p>
    ${stale ? html`<p class="problem">${voice.say('preview.stale')}</p>` : nothing}
    ${
      leftOut.length
        ? html`<div class="left-out">
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
  .preview.stale .count {
    color: var(--_muted);
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
`;
