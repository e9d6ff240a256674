import { createCampaignKit } from '@campaign-kit/widgets';
import { defineElements, fetchSession, readHost } from '../host.ts';

const { endpoint, campaigns } = readHost();
const app = document.querySelector('#app')!;

// No <campaign-kit>: the kit is an object of the page's script, and serves everything inside an element of the page.
const kit = createCampaignKit({ endpoint, fetchSession, timeZone: 'America/New_York' });
kit.attach(app as HTMLElement);

const toggle = button('Hide', () => {
  if (table.isConnected) table.remove();
  else toggle.parentElement?.after(table);
  toggle.textContent = table.isConnected ? 'Hide' : 'Show';
});
const dialog = document.createElement('second-pass-dialog');
const table = document.createElement('table');
const said = document.createElement('p');
said.role = 'status';

for (const { id, title } of campaigns) {
  const row = table.insertRow();
  row.insertCell().textContent = title;
  row.insertCell().append(
    button('Second pass', () => {
      dialog.setAttribute('campaign-id', String(id));
      dialog.setAttribute('open', '');
    }),
  );
  const actions = document.createElement('campaign-actions');
  actions.setAttribute('campaign-id', String(id));
  row.insertCell().append(actions);
}

// Events that bubble are heard for all rows at once.
const done: string[] = [];
table.addEventListener('ck-action-success', ({ action, operation }) => {
  done.push(`${action} ${operation.done}`);
  said.textContent = done.join(', ');
});

const line = document.createElement('p');
line.append(toggle);
app.append(line, table, dialog, said);
void defineElements();

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}
