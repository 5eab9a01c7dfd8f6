import { formatDate } from '../../archive/dates.ts';
import { STATUS_NAMES } from '../../archive/status-names.ts';
import type { FacetCount } from '../../search/engine/count-facets.ts';
import { CHOICES, type Choice, type SearchRequest } from '../../search/request.ts';
import { make } from './dom.ts';

/** What each facet is called. */
const LABELS: Record<Choice, string> = {
  year: '年份',
  month: '月份',
  topic: '专题',
  page: '版次',
  section: '版名、栏目',
  reporter: '署名',
  person: '人物',
  place: '地点',
  organisation: '机构',
  status: '校对',
};

/** A facet with more values than these shows the rest on request. */
const SHOWN = 8;

/**
 * The facets of a result, each value with its count, as checkboxes of the search's form.
 *
 * @param labels what values are called where they are not called by themselves: titles of topics
 */
export function renderFacets(
  counts: Record<Choice, FacetCount[]>,
  request: SearchRequest,
  labels: Readonly<Record<string, string>> = {},
): HTMLElement[] {
  return CHOICES.flatMap((choice) => {
    const values = counts[choice];
    const chosen = request.chosen[choice] ?? [];
    // The months of a year are worth a choice; those of twenty years are not.
    if (choice === 'month' && chosen.length === 0 && !narrowsToYears(request, counts)) return [];
    if (values.length === 0 || (values.length === 1 && chosen.length === 0)) return [];
    const box = ({ value, count }: FacetCount) =>
      make(
        'label',
        {},
        make('input', { type: 'checkbox', name: choice, value, checked: chosen.includes(value) }),
        make('span', {}, nameValue(choice, value, labels)),
        make('span', { class: 'n', 'data-search-count': count }, String(count)),
      );
    const first = values.filter(({ value }, at) => at < SHOWN || chosen.includes(value));
    const rest = values.filter((one) => !first.includes(one));
    return [
      make(
        'fieldset',
        { 'data-search-facet': choice },
        make('legend', {}, LABELS[choice]),
        ...first.map(box),
        rest.length === 0
          ? undefined
          : make('details', {}, make('summary', {}, `其余 ${rest.length} 项`), ...rest.map(box)),
      ),
    ];
  });
}

function narrowsToYears(request: SearchRequest, counts: Record<Choice, FacetCount[]>): boolean {
  return request.chosen.year !== undefined || counts.year.length <= 2;
}

const names: Readonly<Record<string, string>> = STATUS_NAMES;

/** What a value of a facet is called. @param labels titles of topics by their slugs */
export function nameValue(choice: Choice, value: string, labels: Readonly<Record<string, string>>): string {
  if (choice === 'year') return `${value}年`;
  if (choice === 'month') return formatDate(`${value}-01`).replace(/1日$/u, '');
  if (choice === 'status') return names[value] ?? value;
  return labels[value] ?? value;
}
