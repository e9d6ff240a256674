import { html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../contract.ts';
import type { Voice } from '../parts/voice.ts';

type Question = Thread['questions'][number];

/** The questions whose turn it is: those at the root, and those that an answer has led to. */
export function askedNow(questions: readonly Question[]): Question[] {
  const led = new Set<number | null>([null]);
  const asked: Question[] = [];
  for (let found = true; found;) {
    found = false;
    for (const question of questions) {
      if (asked.includes(question) || !led.has(question.parentAnswerOptionId)) continue;
      asked.push(question);
      const given = question.options.find(({ answer }) => answer === question.answer);
      if (given) led.add(given.id);
      found = true;
    }
  }
  return questions.filter(question => asked.includes(question));
}

type Shown = {
  questions: readonly Question[];
  onAnswer: (question: Question, answer: string | null) => void;
  onReply: (reply: string) => void;
};

/**
 * The questions of the campaign, as far as the answers have led, each answer with the reply that goes with it.
 *
 * @csspart question - A question of the script.
 * @csspart choice - An answer to it.
 */
export function survey(voice: Voice, { questions, onAnswer, onReply }: Shown): TemplateResult {
  return html`${askedNow(questions).map(question => {
    const given = question.options.find(({ answer }) => answer === question.answer);
    return html`<fieldset class="question" part="question">
      <legend dir="auto">${question.text}</legend>
      <div class="answers">
        ${question.options.map(
          option =>
            html`<label class="possible" part="choice">
              <input
                type="radio"
                name="question-${question.id}"
                .checked=${option.answer === question.answer}
                @change=${() => onAnswer(question, option.answer)}
              />
              <span dir="auto">${option.answer}</span>
            </label>`,
        )}
        ${
          given
            ? html`<button
                class="button link small"
                part="button"
                type="button"
                aria-label=${voice.say('texting.takeBackName', { question: question.text })}
                @click=${() => onAnswer(question, null)}
              >
                ${voice.say('texting.takeBack')}
              </button>`
            : nothing
        }
      </div>
      ${
        given?.reply
          ? html`<div class="proposal">
              <p class="small" dir="auto">${given.reply}</p>
              <button class="button quiet" part="button" type="button" @click=${() => onReply(given.reply)}>
                ${voice.say('texting.useReply')}
              </button>
            </div>`
          : nothing
      }
    </fieldset>`;
  })}`;
}
