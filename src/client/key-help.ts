const KEYS: readonly [key: string, what: string][] = [
  ['/', '到检索框'],
  ['j', '文章页：下一篇；列表：下一条标题'],
  ['k', '文章页：上一篇；列表：上一条标题'],
  ['?', '打开这张说明'],
  ['Esc', '关闭说明，结束朗读'],
];

let dialog: HTMLDialogElement | undefined;

/**
 * Shows which keys there are, and lets the reader switch them off.
 *
 * @param areOn whether they act now
 */
export function showKeyHelp(areOn: boolean): void {
  dialog ??= makeDialog(areOn);
  if (!dialog.open) dialog.showModal();
}

function makeDialog(areOn: boolean): HTMLDialogElement {
  const made = make('dialog', '');
  made.className = 'key-help';
  made.setAttribute('aria-labelledby', 'key-help');
  const heading = make('h2', '快捷键');
  heading.id = 'key-help';

  const list = make('dl', '');
  for (const [key, what] of KEYS) {
    const term = make('dt', '');
    term.append(make('kbd', key));
    list.append(term, make('dd', what));
  }

  const label = make('label', '');
  const box = Object.assign(make('input', ''), { type: 'checkbox', checked: areOn });
  box.addEventListener('change', () => keep(box.checked));
  label.append(box, ' 使用快捷键');

  const close = Object.assign(make('button', '关闭'), { type: 'button' });
  close.addEventListener('click', () => made.close());

  made.append(heading, list, label, close);
  document.body.append(made);
  return made;
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), { textContent: text });
}

function keep(on: boolean): void {
  try {
    if (on) localStorage.removeItem('keys');
    else localStorage.setItem('keys', 'off');
  } catch {
    // A browser that keeps nothing: the keys stay as they are.
  }
}
