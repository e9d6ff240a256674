import { html } from 'hono/html';
import type { Markup } from '../crm/layout.ts';

/** An element as a page uses it: what stands on this page, and the same as code. */
export type Example = {
  says: string;
  markup: Markup;
  html: string;
  script: string;
};

/** A campaign of the demo that has unsent messages, waiting replies and a history. */
const campaign = 3;

const opener = (tag: string, label: string, attributes = html``) =>
  html`<button type="button" class="button" data-shows="${tag}">${label}</button>${attributes}`;

/** One for each element of the manifest; a test looks for those that are missing. */
export const examples: Readonly<Record<string, Example>> = {
  'campaign-kit': {
    says: 'It draws nothing itself. The menu inside it gets session, server and time zone from it.',
    markup: html`<p class="plain">
      Northside Neighbors <campaign-actions campaign-id="${campaign}"></campaign-actions>
    </p>`,
    html: `<campaign-kit
  endpoint="https://texting.example"
  session-url="/crm/texting-session"
  time-zone="America/New_York"
>
  Northside Neighbors
  <campaign-actions campaign-id="42"></campaign-actions>
</campaign-kit>`,
    script: `const kit = document.querySelector('campaign-kit');
kit.addEventListener('ck-session-expired', () => location.assign('/login'));`,
  },
  'campaign-actions': {
    says: 'Open the menu. Every line says what it would change, counted a moment ago.',
    markup: html`<campaign-actions campaign-id="${campaign}" variant="labelled" label="Actions"></campaign-actions>
      <campaign-actions campaign-id="${campaign}"></campaign-actions>`,
    html: `<campaign-actions campaign-id="42" variant="labelled" label="Actions"></campaign-actions>

<!-- As three dots, for the end of a table's row: -->
<campaign-actions campaign-id="42"></campaign-actions>`,
    script: `document.addEventListener('ck-action-request', event => {
  if (!confirm('Run this now?')) event.preventDefault();
});
document.addEventListener('ck-action-success', ({ action, operation }) => {
  console.log(action, operation.done);
});`,
  },
  'second-pass-dialog': {
    says: 'Opens a dialog of four steps. Nothing is changed before its last button, and that can be undone.',
    markup: opener(
      'second-pass-dialog',
      'Mark for a second pass',
      html`<second-pass-dialog campaign-id="${campaign}"></second-pass-dialog>`,
    ),
    html: `<button type="button" id="second-pass">Mark for a second pass</button>
<second-pass-dialog campaign-id="42"></second-pass-dialog>`,
    script: `const dialog = document.querySelector('second-pass-dialog');
document.getElementById('second-pass').addEventListener('click', () => dialog.show());`,
  },
  'release-replies-dialog': {
    says: 'Opens a dialog that counts as you choose how long a reply must have waited.',
    markup: opener(
      'release-replies-dialog',
      'Release unhandled replies',
      html`<release-replies-dialog></release-replies-dialog>`,
    ),
    html: `<button type="button" id="release">Release unhandled replies</button>

<!-- Of all active campaigns; with campaign-id, of one. -->
<release-replies-dialog></release-replies-dialog>`,
    script: `const dialog = document.querySelector('release-replies-dialog');
document.getElementById('release').addEventListener('click', () => dialog.show());`,
  },
  'operation-history': {
    says: 'The history of one campaign of the demo. What you do in the other examples appears here by itself.',
    markup: html`<operation-history campaign-id="${campaign}"></operation-history>`,
    html: `<!-- Without campaign-id: of the whole organization. -->
<operation-history campaign-id="42"></operation-history>`,
    script: `document.querySelector('operation-history').addEventListener('ck-action-success', ({ operation }) => {
  console.log(\`Gave back \${operation.done}\`);
});`,
  },
  'automatic-sending': {
    says: 'A campaign of the demo. What it sends goes to the simulated phones; pause it, or change the limit and see the end move.',
    markup: html`<automatic-sending campaign-id="${campaign}"></automatic-sending>`,
    html: `<automatic-sending campaign-id="42"></automatic-sending>`,
    script: `document.querySelector('automatic-sending').addEventListener('ck-sending-change', ({ deed, campaignId }) => {
  console.log(deed, campaignId);
});`,
  },
  'request-form': {
    says: 'The numbers are those of the pool of the demo now; they follow it as others ask.',
    markup: html`<request-form></request-form>`,
    html: `<request-form></request-form>`,
    script: `const form = document.querySelector('request-form');
form.addEventListener('ck-request-success', ({ kind, given }) => console.log(kind, given));
form.addEventListener('ck-open-queue', ({ kind }) => location.assign(\`/texting?mode=\${kind}\`));`,
  },
  'texter-queue': {
    says: 'What the demo’s texter holds. What is sent here goes to the simulated phones of the demo, and to nobody else.',
    markup: html`<texter-queue></texter-queue>`,
    html: `<!-- mode: initial or replies; without it, what there is more need of. -->
<texter-queue mode="initial"></texter-queue>`,
    script: `const queue = document.querySelector('texter-queue');
queue.addEventListener('ck-message-sent', ({ conversationId, kind }) => console.log(kind, conversationId));
queue.addEventListener('ck-request-more', () => location.assign('/texting'));`,
  },
  'escalated-conversations': {
    says: 'What texters have set aside for staff. Open one: answer it, give it to somebody, resolve it.',
    markup: html`<escalated-conversations></escalated-conversations>`,
    html: `<escalated-conversations></escalated-conversations>`,
    script: `document.querySelector('escalated-conversations').addEventListener('ck-count-change', ({ count }) => {
  document.querySelector('nav .badge').textContent = String(count);
});`,
  },
  'reassign-panel': {
    says: 'Choose texters: each line says what they hold and what they would get. Nothing moves before the last button.',
    markup: html`<reassign-panel campaign-id="${campaign}"></reassign-panel>`,
    html: `<reassign-panel campaign-id="42"></reassign-panel>

<!-- All that match a filter, in any campaign: -->
<reassign-panel filter="statuses=needsResponse&amp;unassigned=yes"></reassign-panel>`,
    script: `const panel = document.querySelector('reassign-panel');
panel.ids = [1201, 1202, 1203]; // some conversations alone
panel.addEventListener('ck-action-success', ({ operation, undo }) => console.log(operation.done));`,
  },
  'texter-list': {
    says: 'What each texter holds. Suspend one: it asks what becomes of their conversations.',
    markup: html`<texter-list></texter-list>`,
    html: `<texter-list></texter-list>`,
    script: `document.querySelector('texter-list').addEventListener('ck-action-success', ({ operation }) => {
  console.log('released', operation.done);
});`,
  },
  'message-review': {
    says: 'The conversations of the demo. Filter them, select some or all, open one and answer it.',
    markup: html`<message-review filter="statuses=needsResponse"></message-review>`,
    html: `<!-- The filter is the query of an address: it may come from yours. -->
<message-review filter="statuses=needsResponse" sort="waiting"></message-review>`,
    script: `const review = document.querySelector('message-review');
review.addEventListener('ck-filter-change', ({ text }) => {
  history.replaceState(null, '', \`?\${text}\`);
});
review.addEventListener('ck-selection-change', ({ count, all }) => console.log(count, all));`,
  },
  'request-list': {
    says: 'Requests of texters that wait. Give all, give fewer, or reject.',
    markup: html`<request-list></request-list>`,
    html: `<request-list></request-list>`,
    script: `document.querySelector('request-list').addEventListener('ck-count-change', ({ count }) => {
  document.querySelector('nav .badge').textContent = String(count);
});`,
  },
};
