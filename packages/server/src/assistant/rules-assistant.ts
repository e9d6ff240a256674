import { ruleFor, type AssistantRule } from '@campaign-kit/shared/assistant-rules';
import { fillScript } from '@campaign-kit/shared/script';
import type { Assistant, AssistantAsked } from './assistant.ts';

/** Answers by the campaign's own rules; what none of them fits is for a person. */
export const rulesAssistant =
  (rules: readonly AssistantRule[]): Assistant =>
  ({ messages, contact }) => {
    const rule = ruleFor(rules, unanswered(messages));
    return Promise.resolve(rule ? { answer: fillScript(rule.answer, contact) } : { handOver: true });
  };

/** What the contact wrote since we last did: people send one thought in several texts. */
function unanswered(messages: AssistantAsked['messages']): string {
  const last = messages.findLastIndex(({ from }) => from !== 'contact');
  return messages
    .slice(last + 1)
    .map(({ text }) => text)
    .join('\n');
}
