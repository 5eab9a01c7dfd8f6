// The review page: goes through findings and doubts by keyboard or finger, with the scan beside the article.
const base = document.body.dataset.base;
const at = (id) => document.getElementById(id);
let items = [];
let now = 0;

async function load() {
  at('tally').textContent = '正在检查……';
  const { items: found, progress } = await (await fetch(`${base}review/list.json`)).json();
  items = found;
  now = Math.min(now, Math.max(0, items.length - 1));
  at('tally').textContent = items.length === 0 ? '没有要核对的了。' : `共 ${items.length} 处`;
  at('list').replaceChildren(
    ...items.map((item, index) => {
      const button = document.createElement('button');
      button.className = item.kind;
      button.type = 'button';
      const said = document.createElement('span');
      said.textContent = `${item.code}　${item.file}:${item.line}　${item.text}`;
      button.append(said);
      button.addEventListener('click', () => show(index));
      const row = document.createElement('li');
      row.append(button);
      return row;
    }),
  );
  at('progress').replaceChildren(
    ...progress.map(({ date, machine, proofread, validated, withdrawn }) => {
      const row = document.createElement('tr');
      for (const value of [date, machine, proofread, validated, withdrawn]) {
        row.append(Object.assign(document.createElement('td'), { textContent: value }));
      }
      const bar = document.createElement('progress');
      bar.max = machine + proofread + validated || 1;
      bar.value = proofread + validated;
      bar.setAttribute('aria-label', `${date} 读过 ${bar.value} 篇，共 ${bar.max} 篇`);
      const cell = document.createElement('td');
      cell.append(bar);
      row.append(cell);
      return row;
    }),
  );
  await show(now);
}

async function show(index) {
  const item = items[index];
  now = item ? index : 0;
  allow('k', now > 0);
  allow('j', now < items.length - 1);
  allow('c', item !== undefined);
  allow('o', pageOf(item) !== undefined);
  if (!item) {
    at('where').replaceChildren();
    await Promise.all([fill('article'), fill('scan')]);
    return;
  }
  const place = Object.assign(document.createElement('code'), { textContent: `${item.file}:${item.line}` });
  const what = Object.assign(document.createElement('p'), { textContent: `${item.title}。${item.text}` });
  at('where').replaceChildren(`${index + 1} / ${items.length}　${item.code}　请改：`, place, what);
  for (const [number, button] of [...at('list').querySelectorAll('button')].entries()) {
    button.setAttribute('aria-current', String(number === index));
    if (number === index) reveal(at('list'), button);
  }
  const isScan = item.file.startsWith('content/scans/');
  await Promise.all([
    fill('article', isScan ? undefined : item.file, item.line),
    fill('scan', item.scan, isScan ? item.line : item.scanLine),
  ]);
}

async function fill(id, file, line) {
  at(`${id}-name`).textContent = file ?? (id === 'scan' ? '扫描文本' : '文章');
  const asked = now;
  const lines = file ? await (await fetch(`${base}review/text/${file}`)).json() : [];
  // Whoever holds a key is past it before its text arrives.
  if (asked !== now) return;
  at(id).replaceChildren(
    ...lines.map((text, index) => {
      const row = Object.assign(document.createElement('li'), { textContent: text });
      if (index + 1 === line) row.className = 'here';
      return row;
    }),
  );
  const here = at(id).querySelector('.here');
  if (here) reveal(at(id), here);
}

// Only the list itself scrolls: the page with what is asked stays in place.
function reveal(list, row) {
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  list.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}

/** Where a file is seen: an article, an issue, a scanned page. */
function pageOf(item) {
  const [, kind, name] = /^content\/(articles|issues|scans)\/(.+)\.\w+$/u.exec(item?.file ?? '') ?? [];
  return kind && `${base}${name}/${kind === 'scans' ? 'scan/' : ''}`;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    at('tally').textContent = `已复制 ${text}`;
  } catch {
    at('tally').textContent = '没有复制成，请选中“请改”后面的一行来复制。';
  }
}

// A key that has nothing to do keeps its focus: whoever goes on by keyboard is not thrown back to the top.
const keyOf = (key) => document.querySelector(`[data-key="${key}"]`);
const allow = (key, can) => keyOf(key).setAttribute('aria-disabled', String(!can));

const ACTIONS = {
  j: () => show(now + 1),
  k: () => show(now - 1),
  c: () => copy(`${items[now].file}:${items[now].line}`),
  o: () => window.open(pageOf(items[now]), '_blank'),
  r: () => load(),
};

function press(key) {
  if (keyOf(key).getAttribute('aria-disabled') !== 'true') ACTIONS[key]();
}

// Both texts are scrolled by keyboard, too.
for (const id of ['article', 'scan']) at(id).tabIndex = 0;
for (const key of Object.keys(ACTIONS)) keyOf(key).addEventListener('click', () => press(key));
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (!Object.hasOwn(ACTIONS, key)) return;
  press(key);
  event.preventDefault();
});

await load();
