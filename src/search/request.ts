/**
 * What a reader asks for, and how it is written in the address: everything survives reload, back and sharing.
 */

import { FACETS } from './files.ts';
import type { Mode } from './find-phrase.ts';
import { readDay } from './read-day.ts';

/** The orders of results. */
const ORDERS = ['relevance', 'newest', 'oldest'] as const;
export type Order = (typeof ORDERS)[number];

/** The ways to look at hits: a list of articles, every hit in its context, hits over time. */
const VIEWS = ['list', 'kwic', 'trend'] as const;
export type View = (typeof VIEWS)[number];

/** The facets that can be chosen, in the order in which they are shown. */
export const CHOICES = ['year', 'month', ...FACETS] as const;
export type Choice = (typeof CHOICES)[number];

/** How lines of context are sorted: by what stands left, by what stands right, by date. */
const SORTS = ['date', 'left', 'right'] as const;
export type Sort = (typeof SORTS)[number];

/** A search in every respect. Absent means: all of them. */
export interface SearchRequest {
  q: string;
  mode: Mode;
  view: View;
  order: Order;
  /** First and last day, `YYYY-MM-DD`. */
  from?: string;
  to?: string;
  /** Chosen values; several of one facet widen, several facets narrow. */
  chosen: Partial<Record<Choice, string[]>>;
  grouped: boolean;
  /** Counted from 1. */
  page: number;
  sort: Sort;
  /** Characters of context on each side. */
  width: number;
  /** Phrases of the trend beside the query's own. */
  phrases: string[];
  unit: 'year' | 'month';
  scale: 'absolute' | 'relative';
}

export const WIDTHS = [10, 20, 40] as const;
export const MOST_PHRASES = 5;

/** A search for nothing. */
export const EMPTY_REQUEST: SearchRequest = {
  q: '',
  mode: 'exact',
  view: 'list',
  order: 'relevance',
  chosen: {},
  grouped: false,
  page: 1,
  sort: 'date',
  width: 20,
  phrases: [],
  unit: 'year',
  scale: 'absolute',
};

/** Reads a request from an address; what makes no sense is left out. */
export function readRequest(parameters: URLSearchParams): SearchRequest {
  const from = readDay(parameters.get('from') ?? '');
  const to = readDay(parameters.get('to') ?? '', true);
  const chosen: SearchRequest['chosen'] = {};
  for (const choice of CHOICES) {
    const values = [...new Set(parameters.getAll(choice).filter((value) => value !== ''))];
    if (values.length > 0) chosen[choice] = values;
  }
  const page = Number(parameters.get('p'));
  const width = Number(parameters.get('width'));
  return {
    q: parameters.get('q') ?? '',
    mode: parameters.get('mode') === 'letters' ? 'letters' : 'exact',
    view: oneOf(VIEWS, parameters.get('view'), 'list'),
    order: oneOf(ORDERS, parameters.get('order'), 'relevance'),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    chosen,
    grouped: parameters.get('group') === 'issue',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    sort: oneOf(SORTS, parameters.get('sort'), 'date'),
    width: WIDTHS.find((known) => known === width) ?? EMPTY_REQUEST.width,
    phrases: parameters
      .getAll('phrase')
      .filter((phrase) => phrase.trim() !== '')
      .slice(0, MOST_PHRASES - 1),
    unit: parameters.get('unit') === 'month' ? 'month' : 'year',
    scale: parameters.get('scale') === 'relative' ? 'relative' : 'absolute',
  };
}

/** Writes a request into an address; what is as usual is left out. */
export function writeRequest(request: SearchRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  const set = (name: string, value: string | undefined, usual?: string) => {
    if (value !== undefined && value !== usual) parameters.append(name, value);
  };
  set('q', request.q, '');
  set('mode', request.mode, EMPTY_REQUEST.mode);
  set('view', request.view, EMPTY_REQUEST.view);
  set('order', request.order, EMPTY_REQUEST.order);
  set('from', request.from);
  set('to', request.to);
  for (const choice of CHOICES) for (const value of request.chosen[choice] ?? []) set(choice, value);
  set('group', request.grouped ? 'issue' : undefined);
  set('sort', request.sort, EMPTY_REQUEST.sort);
  set('width', String(request.width), String(EMPTY_REQUEST.width));
  for (const phrase of request.phrases) set('phrase', phrase);
  set('unit', request.unit, EMPTY_REQUEST.unit);
  set('scale', request.scale, EMPTY_REQUEST.scale);
  set('p', String(request.page), '1');
  return parameters;
}

/** Whether anything is asked: a query, a date, a facet. */
export const asksAnything = ({ q, from, to, chosen }: SearchRequest): boolean =>
  q.trim() !== '' || from !== undefined || to !== undefined || Object.keys(chosen).length > 0;

function oneOf<T extends string>(known: readonly T[], value: string | null, usual: T): T {
  return known.find((one) => one === value) ?? usual;
}
