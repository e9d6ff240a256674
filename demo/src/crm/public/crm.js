// The CRM's own script: its table, its drawer and its switches. What it knows of the kit is one event and one method.
const byId = id => document.getElementById(id);
const rows = () => [...document.querySelectorAll('tr[data-campaign]')];

document.documentElement.classList.add('scripted');

document.querySelector('[data-submits-itself]')?.addEventListener('change', event => {
  event.currentTarget.requestSubmit();
});

/* Tabs and search */
let group = 'active';

function filter() {
  const words = (byId('search')?.value ?? '').trim().toLowerCase();
  let shown = 0;
  for (const row of rows()) {
    const fits = (group === 'all' || row.dataset.group === group) && row.textContent.toLowerCase().includes(words);
    row.hidden = !fits;
    if (fits) shown++;
  }
  const empty = document.querySelector('.empty');
  if (empty) empty.hidden = shown > 0;
}

byId('search')?.addEventListener('input', filter);
for (const tab of document.querySelectorAll('.tabs button')) {
  tab.addEventListener('click', () => {
    group = tab.dataset.group;
    for (const other of document.querySelectorAll('.tabs button')) {
      other.setAttribute('aria-pressed', String(other === tab));
    }
    filter();
  });
}

/* Our numbers follow what the kit does */
function put(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

function show(row, campaign) {
  const field = name => row.querySelector(`[data-field="${name}"]`);
  for (const name of ['title', 'contacts', 'sent', 'replies', 'autoAssignLabel', 'stateLabel']) {
    put(field(name), campaign[name]);
  }
  field('replies').className = campaign.hasReplies ? 'due' : 'calm';
  field('autoAssignLabel').className = `dot ${campaign.autoAssign ? 'on' : 'off'}`;
  field('stateLabel').className = `pill ${campaign.state}`;
  let x = 0;
  for (const { name, share } of campaign.parts) {
    const part = row.querySelector(`.bar .${name}`);
    part.setAttribute('x', x * 100);
    part.setAttribute('width', share * 100);
    x += share;
  }
  row.dataset.group = campaign.group;
}

let campaigns = [];

async function refresh() {
  const answer = await fetch('/crm/campaigns').catch(() => null);
  if (!answer?.ok) return;
  const { rows: fresh, totals } = await answer.json();
  campaigns = fresh;
  for (const [name, value] of Object.entries(totals)) put(document.querySelector(`[data-total="${name}"]`), value);
  for (const campaign of fresh) {
    const row = document.querySelector(`tr[data-campaign="${campaign.id}"]`);
    if (row) show(row, campaign);
  }
}

document.addEventListener('ck-action-success', refresh);

if (document.querySelector('.campaigns')) {
  setInterval(() => document.visibilityState === 'visible' && refresh(), 5_000);
}

/* The button at the top of the page opens the kit's dialog */
byId('release-replies')?.addEventListener('click', () => {
  document.querySelector('release-replies-dialog').setAttribute('open', '');
});

/* Texting: the form leads to the queue and back; the count of requests stands beside their heading, that of escalated ones in the menu */
const queue = document.querySelector('texter-queue');
document.addEventListener('ck-open-queue', ({ kind }) => {
  queue?.setAttribute('mode', kind);
  queue?.scrollIntoView({ block: 'start' });
});
document.addEventListener('ck-request-more', () => {
  document.querySelector('request-form')?.scrollIntoView({ block: 'start' });
});
document.addEventListener('ck-count-change', ({ count, target }) => {
  const escalated = target.localName === 'escalated-conversations';
  const badge = document.querySelector(escalated ? '[data-escalated]' : '[data-requests]');
  if (!badge) return;
  put(badge, new Intl.NumberFormat(document.documentElement.lang).format(count));
  badge.hidden = count === 0;
});

/* What the review filters by stands in the address */
document.querySelector('[data-in-address]')?.addEventListener('ck-filter-change', ({ text }) => {
  history.replaceState(null, '', text ? `?${text}` : location.pathname);
});

/* One campaign, at the side */
const drawer = document.querySelector('.drawer');
const kitOfDrawer = [
  ['drawer-sending', 'automatic-sending'],
  ['drawer-reassign', 'reassign-panel'],
  ['drawer-history', 'operation-history'],
];

async function open(id) {
  if (campaigns.length === 0) await refresh();
  const campaign = campaigns.find(candidate => candidate.id === id);
  if (!campaign) return;
  put(byId('drawer-title'), campaign.title);
  byId('drawer-facts').replaceChildren(
    ...campaign.parts.map(({ label, count }) => {
      const fact = document.createElement('div');
      const name = document.createElement('dt');
      const value = document.createElement('dd');
      name.textContent = label;
      value.textContent = count;
      fact.append(name, value);
      return fact;
    }),
  );
  for (const [place, tag] of kitOfDrawer) {
    const element = document.createElement(tag);
    element.setAttribute('campaign-id', String(id));
    byId(place).replaceChildren(element);
  }
  drawer.showModal();
}

if (drawer) {
  document.addEventListener('click', event => {
    const link = event.target.closest?.('[data-open]');
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(Number(link.dataset.open));
  });
  byId('drawer-close').addEventListener('click', () => drawer.close());
  drawer.addEventListener('click', event => event.target === drawer && drawer.close());
  drawer.addEventListener('close', () => kitOfDrawer.forEach(([place]) => byId(place).replaceChildren()));
  const asked = new URLSearchParams(location.search).get('campaign');
  if (asked) open(Number(asked));
}

/* While the demo data is being made */
const waiting = document.querySelector('[data-wait-for]');
if (waiting) {
  setInterval(async () => {
    const answer = await fetch('/demo/ready').catch(() => null);
    if (answer?.ok && (await answer.json())) location.assign(waiting.dataset.waitFor);
  }, 700);
}
