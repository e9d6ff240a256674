import { css } from 'lit';
import { staffStyles } from '../conversation/staff.styles.ts';
import { conversationCardsStyles } from '../conversation-list/conversation-cards.styles.ts';
import { conversationListStyles } from '../conversation-list/conversation-list.styles.ts';
import { toastStyles } from '../parts/toast.ts';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { field } from '../styles/field.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';

export const escalatedConversationsStyles = [
  tokens,
  text,
  button,
  field,
  bone,
  toastStyles,
  staffStyles,
  conversationListStyles,
  conversationCardsStyles,
  css`
    :host {
      display: block;
      block-size: clamp(480px, 84vh, 1100px);
      container: review / inline-size;
    }
    .escalations {
      display: flex;
      flex-direction: column;
      gap: calc(var(--_space) * 3);
      block-size: 100%;
    }
    .escalations > .split {
      flex: 1;
    }
    .line > .number {
      min-block-size: 1.6em;
      font-size: 1.143em;
    }
  `,
];
