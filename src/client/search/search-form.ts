import { readDay } from '../../search/read-day.ts';
import { type Choice, readRequest, type SearchRequest, writeRequest } from '../../search/request.ts';

/**
 * The request as the form says it. What the form does not hold, or does not show yet, stays as it is.
 *
 * @param shown the request that the page shows now
 */
export function readForm(form: HTMLFormElement, shown: SearchRequest): SearchRequest {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') data.append(name, value);
  }
  const { q, mode, view, order, from, to, grouped, chosen, ...fields } = readRequest(data);
  // Tools of a view are there only while it is shown.
  const has = (name: string) => form.elements.namedItem(name) !== null;
  const isListed = (choice: Choice) => form.querySelector(`[data-search-facet="${choice}"]`) !== null;
  const kept = Object.entries(shown.chosen).filter(([choice]) => !isListed(choice as Choice));
  const { from: _from, to: _to, ...rest } = shown;
  return {
    ...rest,
    ...(has('sort') ? { sort: fields.sort, width: fields.width } : {}),
    ...(has('unit') ? { unit: fields.unit, scale: fields.scale, phrases: fields.phrases } : {}),
    q,
    mode,
    view,
    order,
    grouped,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    chosen: { ...Object.fromEntries(kept), ...chosen },
  };
}

/** Fills the form from a request. */
export function fillForm(form: HTMLFormElement, request: SearchRequest): void {
  const values = writeRequest({ ...request, page: 1 });
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.name === 'q') {
      if (field.value !== request.q) field.value = request.q;
    } else if (field instanceof HTMLInputElement && field.name === 'view') {
      field.checked = field.value === request.view;
    } else if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = values.getAll(field.name).includes(field.value);
    } else if (field instanceof HTMLInputElement && isDay(field)) {
      field.value = values.get(field.name) ?? '';
      field.setAttribute('aria-invalid', 'false');
    } else if (field instanceof HTMLSelectElement) {
      field.value = values.get(field.name) ?? field.options[0]!.value;
    }
  }
}

/**
 * Whether a change of a field is a question already: a choice is, what is typed waits for Enter. A day that no
 * calendar has is marked and not asked for.
 */
export function asksAtOnce(field: HTMLInputElement): boolean {
  if (!isDay(field)) return field.matches('select, [type="checkbox"], [type="radio"]');
  const isWrong = field.value !== '' && !readDay(field.value);
  field.setAttribute('aria-invalid', String(isWrong));
  return !isWrong;
}

const isDay = (field: HTMLInputElement): boolean => field.name === 'from' || field.name === 'to';
