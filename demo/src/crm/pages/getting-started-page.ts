import { html } from 'hono/html';
import type { Markup } from '../layout.ts';
import { type View, wordsOf } from '../view.ts';

/** What a CRM does to get all this, with the addresses of this very demo. */
export function gettingStartedPage(view: View, kitUrl: string, policy: string): Markup {
  const words = wordsOf(view);
  const page = `<script type="module" src="${kitUrl}/kit/v1/boot.js"></script>

<campaign-kit endpoint="${kitUrl}" session-url="/crm/texting-session">
  <campaign-actions campaign-id="3"></campaign-actions>
</campaign-kit>`;
  const server = `app.post('/crm/texting-session', async c => {
  const user = await whoIsSignedIn(c);
  return fetch('${kitUrl}/v1/embed-sessions', {
    method: 'POST',
    headers: { authorization: \`Bearer \${secretKey}\`, 'content-type': 'application/json' },
    body: JSON.stringify({
      user: { externalId: user.id, name: user.name, role: user.role },
      origin: c.req.header('origin'),
    }),
  });
});`;
  const events = `document.addEventListener('ck-action-success', async ({ action, operation }) => {
  console.log(action, operation.done);
  await refreshMyNumbers();
});`;
  const steps = [
    [words.startOne, words.startOneHelp, page],
    [words.startTwo, words.startTwoHelp, server],
    [words.startThree, words.startThreeHelp, policy.replaceAll('; ', ';\n')],
    [words.startFour, words.startFourHelp, events],
  ];
  return html`<div class="page-head">
      <div>
        <h1>${words.gettingStarted}</h1>
        <p class="lead">${words.startLead}</p>
      </div>
    </div>
    <ol class="steps">
      ${steps.map(
        ([head, help, code]) =>
          html`<li class="card padded">
            <h2>${head}</h2>
            <p>${help}</p>
            <pre dir="ltr" tabindex="0"><code>${code}</code></pre>
          </li>`,
      )}
    </ol>`;
}
