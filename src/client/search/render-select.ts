import { make } from './dom.ts';

/** A choice among a few values with its label: a field of the search's form. */
export function renderSelect(
  name: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string,
): HTMLElement {
  return make(
    'label',
    {},
    label,
    make(
      'select',
      { name },
      ...options.map(([value, text]) => make('option', { value, selected: value === chosen }, text)),
    ),
  );
}
