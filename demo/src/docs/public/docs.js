// The documentation's own script: colors, copying, search, the contents that follow, and what the examples say.
const byId = id => document.getElementById(id);
const root = document.documentElement;

/* Colors */
const scheme = byId('scheme');
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.scheme ?? (prefersDark.matches ? 'dark' : 'light')) === 'dark';
const showScheme = () => scheme.setAttribute('aria-pressed', String(isDark()));
scheme.hidden = false;
showScheme();
prefersDark.addEventListener('change', showScheme);
scheme.addEventListener('click', () => {
  root.dataset.scheme = isDark() ? 'light' : 'dark';
  try {
    localStorage.setItem('docs-scheme', root.dataset.scheme);
  } catch {
    // It holds for this page alone.
  }
  showScheme();
});

/* Copying */
for (const button of document.querySelectorAll('[data-copy]')) {
  const said = button.querySelector('span');
  button.hidden = false;
  button.addEventListener('click', async () => {
    const code = button.closest('.code').querySelector('code').textContent;
    try {
      await navigator.clipboard.writeText(code);
      said.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(button.closest('.code').querySelector('code'));
      said.textContent = 'Selected';
    }
    setTimeout(() => (said.textContent = 'Copy'), 2_000);
  });
}

/* Search: titles, headings and names, all words anywhere, what begins with them first */
const box = document.querySelector('.search');
const field = byId('search');
const list = byId('found');
let index = null;
let at = -1;

async function load() {
  index ??= fetch('/docs/search.json').then(answer => answer.json());
  return index;
}

function rank({ text, page }, words) {
  const own = text.toLowerCase();
  const all = `${own} ${page.toLowerCase()}`;
  if (!words.every(word => all.includes(word))) return null;
  const phrase = words.join(' ');
  const bare = own.replace(/^[<\s]+/, '');
  return (
    (bare === phrase || bare === `${phrase}>` ? 0 : bare.startsWith(phrase) ? 1 : own.includes(phrase) ? 2 : 3) * 2 +
    (page ? 1 : 0)
  );
}

async function search() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return show(null);
  const all = await load();
  const ranked = all.map(one => [rank(one, words), one]).filter(([score]) => score !== null);
  ranked.sort(([a], [b]) => a - b);
  show(ranked.slice(0, 12).map(([, one]) => one));
}

function show(found) {
  at = -1;
  field.removeAttribute('aria-activedescendant');
  field.setAttribute('aria-expanded', String(Boolean(found?.length)));
  list.hidden = found === null;
  byId('found-count').textContent = found === null ? '' : `${found.length} found`;
  const options = (found ?? []).map(({ text, page, to }, place) => {
    const option = document.createElement('a');
    option.id = `found-${place}`;
    option.href = to;
    option.tabIndex = -1;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const name = document.createElement('strong');
    name.textContent = text;
    const where = document.createElement('span');
    where.textContent = page;
    option.append(name, where);
    return option;
  });
  if (found?.length === 0) {
    const nothing = document.createElement('p');
    nothing.textContent = `Nothing is called “${field.value.trim()}”.`;
    options.push(nothing);
  }
  list.replaceChildren(...options);
}

function move(by) {
  const options = [...list.querySelectorAll('[role=option]')];
  if (options.length === 0) return;
  at = (at + by + options.length + (at < 0 && by < 0 ? 1 : 0)) % options.length;
  for (const [place, option] of options.entries()) option.setAttribute('aria-selected', String(place === at));
  field.setAttribute('aria-activedescendant', options[at].id);
  options[at].scrollIntoView({ block: 'nearest' });
}

box.hidden = false;
field.addEventListener('focus', () => void load());
field.addEventListener('input', () => void search());
field.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Enter') {
    const chosen = list.querySelectorAll('[role=option]')[Math.max(at, 0)];
    if (chosen) chosen.click();
  } else if (event.key === 'Escape' && !list.hidden) {
    event.preventDefault();
    show(null);
  }
});
list.addEventListener('click', event => {
  if (event.target.closest('a')) show(null);
});
box.addEventListener('focusout', event => {
  if (!box.contains(event.relatedTarget)) show(null);
});
document.addEventListener('keydown', event => {
  const typing = event.composedPath()[0].matches?.('input, textarea, select, [contenteditable]');
  if (typing || event.metaKey || event.ctrlKey || event.altKey || event.key !== '/') return;
  event.preventDefault();
  field.focus();
});

/* On this page: the heading that is being read */
const links = new Map(
  [...document.querySelectorAll('.contents a')].map(link => [decodeURIComponent(link.hash.slice(1)), link]),
);
if (links.size > 0) {
  const headings = [...document.querySelectorAll('main :is(h2, h3)[id]')].filter(({ id }) => links.has(id));
  const follow = () => {
    const past = headings.filter(heading => heading.getBoundingClientRect().top < 120);
    const end = scrollY + innerHeight >= root.scrollHeight - 4;
    const now = end ? headings.at(-1) : (past.at(-1) ?? headings[0]);
    for (const [id, link] of links) link.toggleAttribute('aria-current', id === now?.id);
  };
  addEventListener('scroll', follow, { passive: true });
  follow();
}

/* The examples */
for (const button of document.querySelectorAll('[data-shows]')) {
  button.addEventListener('click', () => button.parentElement.querySelector(button.dataset.shows).show());
}

const events = [
  'ck-ready',
  'ck-load-error',
  'ck-open',
  'ck-close',
  'ck-action-request',
  'ck-action-success',
  'ck-action-error',
  'ck-session-expired',
];
for (const example of document.querySelectorAll('[data-example]')) {
  const heard = example.querySelector('[data-heard]');
  if (!heard) continue;
  // Those that do not bubble are heard on their way down.
  for (const type of events) {
    example.addEventListener(
      type,
      event => {
        const line = document.createElement('li');
        const name = document.createElement('code');
        name.textContent = type;
        const done = event.operation?.done;
        line.append(name, [event.action, done === undefined ? null : done.toLocaleString()].filter(Boolean).join(', '));
        heard.append(line);
        heard.scrollTo(0, heard.scrollHeight);
      },
      true,
    );
  }
}
