import { css } from 'lit';
import { staffStyles } from '../conversation/staff.styles.ts';
import { conversationCardsStyles } from '../conversation-list/conversation-cards.styles.ts';
import { conversationListStyles } from '../conversation-list/conversation-list.styles.ts';
import { progressStyles } from '../parts/progress.ts';
import { toastStyles } from '../parts/toast.ts';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { field } from '../styles/field.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';
import { filterStyles } from './filter.styles.ts';

export const messageReviewStyles = [
  tokens,
  text,
  button,
  field,
  bone,
  progressStyles,
  toastStyles,
  staffStyles,
  conversationListStyles,
  conversationCardsStyles,
  filterStyles,
  css`
    :host {
      display: block;
      block-size: clamp(480px, 84vh, 1100px);
      container: review / inline-size;
    }
    .review {
      display: flex;
      flex-direction: column;
      gap: calc(var(--_space) * 3);
      block-size: 100%;
    }
    .review > .split {
      flex: 1;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
      min-block-size: var(--_control);
    }
    .line > .number {
      font-size: 1.143em;
    }
    .chips {
      flex: 0 1 auto;
    }
    .order {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      margin-inline-start: auto;
    }
    .order .input {
      inline-size: auto;
    }
    .empty .button {
      margin-block-start: calc(var(--_space) * 3);
    }
    .export {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    .export > p {
      flex: 1 1 16em;
    }
    .export .bar {
      flex: 0 1 12em;
    }
    .export .mark.good {
      display: grid;
      color: var(--_success);
    }
  `,
];
