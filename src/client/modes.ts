type Mode = 'mode' | 'theme' | 'size';

const root = document.documentElement;
const SIZES = ['标准', '大', '特大'];
const nightOfDevice = matchMedia('(prefers-color-scheme: dark)');

/**
 * Wires the switches of 长辈版, 夜间, 字号 and 打印. What they set is kept on this device
 * (`public/modes.js` restores it before the page is painted).
 */
export function wireModes(): void {
  showModes();
  if (root.dataset.theme) colourBar();
  addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    if (button.matches('[data-elder-toggle]')) keep('mode', root.dataset.mode ? undefined : 'elder');
    else if (button.matches('[data-night-toggle]')) keep('theme', themeFor(!isDark()));
    else if (button.matches('[data-size-toggle]')) {
      const next = (sizeOf() % SIZES.length) + 1;
      keep('size', next === 1 ? undefined : String(next));
    } else if (button.matches('[data-print]')) print();
    else return;
    showModes();
  });
  // Another tab of the archive was switched.
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== 'mode' && key !== 'theme' && key !== 'size') return;
    set(key, newValue ?? undefined);
    showModes();
  });
  nightOfDevice.addEventListener('change', showModes);
}

/** The browser's own bar takes the colour of the page where that is not the device's. */
function colourBar(): void {
  const chosen = root.dataset.theme;
  document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]').forEach((meta, at) => {
    const scheme = at === 0 ? 'light' : 'dark';
    meta.media = chosen ? (chosen === scheme ? 'all' : 'not all') : `(prefers-color-scheme: ${scheme})`;
  });
}

const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : nightOfDevice.matches);
// What the device prefers anyway is not kept: the page follows the device again.
const themeFor = (dark: boolean) => (dark === nightOfDevice.matches ? undefined : dark ? 'dark' : 'light');
const sizeOf = () => Number(root.dataset.size ?? 1);

function set(name: Mode, value: string | undefined): void {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  if (name === 'theme') colourBar();
}

function keep(name: Mode, value: string | undefined): void {
  set(name, value);
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing: the switch holds for this page.
  }
}

function showModes(): void {
  press('[data-elder-toggle]', root.dataset.mode === 'elder');
  press('[data-night-toggle]', isDark());
  for (const name of document.querySelectorAll('[data-size-name]'))
    name.textContent = SIZES[sizeOf() - 1] ?? SIZES[0]!;
}

function press(selector: string, pressed: boolean): void {
  for (const button of document.querySelectorAll(selector))
    button.setAttribute('aria-pressed', String(pressed));
}
