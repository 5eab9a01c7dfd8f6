import { parse, type Spec, View } from 'vega';
import { escapeMarkup } from '../escape-markup.ts';
import type { Series } from './summarise.ts';

// As wide as a phone, so that the type keeps its size there.
const WIDTH = 340;
const COLUMN_HEIGHT = 140;
const LABEL_SIZE = 15;
/** Beside the columns; the name of a year. */
const EDGE = 28;
const YEAR_WIDTH = 50;
// A row: its label, the bar below it, and air before the next.
const ROW = 46;
const BAR_FROM = 22;
const BAR_TO = 36;
const VALUE_WIDTH = 40;

/**
 * Draws a series as SVG: bars one below the other, or columns along time. It takes its colour from the text
 * around it, so that it follows day and night; it says in one sentence what it shows, the rest is in the table.
 */
export async function drawChart(series: Series): Promise<string> {
  const view = new View(parse(series.upright ? columns(series) : bars(series)), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  // To a screen reader it is one picture with one name; what the library says of its parts is in English.
  return svg
    .replace(/ (?:role|aria-[a-z]+)="[^"]*"/gu, '')
    .replace('<svg ', `<svg role="img" aria-label="${describe(series)}" `);
}

function describe({ title, rows, unit }: Series): string {
  const most = rows.reduce((best, row) => (row.value > best.value ? row : best), rows[0]!);
  const text = `${title}：共 ${rows.length} 项，最多的是${most.label}，${most.value} ${unit}。数字见下表。`;
  return escapeMarkup(text);
}

const TEXT = { value: 'currentColor' };

function bars({ rows }: Series): Spec {
  return {
    width: WIDTH - VALUE_WIDTH,
    height: rows.length * ROW,
    padding: { left: 0, right: VALUE_WIDTH, top: 2, bottom: 2 },
    autosize: 'none',
    data: [{ name: 'rows', values: rows.map((row, index) => ({ ...row, top: index * ROW })) }],
    scales: [{ name: 'x', domain: [0, Math.max(1, ...rows.map((row) => row.value))], range: 'width' }],
    marks: [
      {
        type: 'rect',
        from: { data: 'rows' },
        encode: {
          enter: {
            y: { field: 'top', offset: BAR_FROM },
            y2: { field: 'top', offset: BAR_TO },
            x: { value: 0 },
            x2: { scale: 'x', field: 'value' },
            fill: TEXT,
          },
        },
      },
      {
        type: 'text',
        from: { data: 'rows' },
        encode: {
          enter: {
            y: { field: 'top', offset: LABEL_SIZE },
            x: { value: 0 },
            text: { field: 'label' },
            limit: { value: WIDTH },
            fontSize: { value: LABEL_SIZE },
            fill: TEXT,
          },
        },
      },
      {
        type: 'text',
        from: { data: 'rows' },
        encode: {
          enter: {
            y: { field: 'top', offset: (BAR_FROM + BAR_TO) / 2 },
            x: { scale: 'x', field: 'value', offset: 6 },
            baseline: { value: 'middle' },
            text: { field: 'value' },
            fontSize: { value: LABEL_SIZE },
            fill: TEXT,
          },
        },
      },
    ],
  };
}

function columns({ rows }: Series): Spec {
  // Years that stand close together would run into one another, and the last over the edge: one is named where it has room.
  const apart = Math.ceil(rows.length / 6);
  const lastWithRoom = rows.length * (1 - (YEAR_WIDTH - EDGE) / (WIDTH - 2 * EDGE));
  const years: string[] = [];
  let named = -apart;
  rows.forEach(({ label }, index) => {
    if ((index > 0 && !/年1月$/u.test(label)) || index - named < apart || index > lastWithRoom) return;
    years.push(label);
    named = index;
  });
  return {
    width: WIDTH - 2 * EDGE,
    height: COLUMN_HEIGHT,
    padding: { left: EDGE, right: EDGE, top: 8, bottom: 28 },
    autosize: 'none',
    data: [{ name: 'rows', values: rows }],
    scales: [
      { name: 'x', type: 'band', domain: rows.map((row) => row.label), range: 'width', paddingInner: 0.2 },
      { name: 'y', domain: [0, Math.max(1, ...rows.map((row) => row.value))], range: 'height' },
    ],
    axes: [
      {
        orient: 'bottom',
        scale: 'x',
        values: years,
        labelAlign: 'left',
        labelFontSize: LABEL_SIZE,
        labelColor: 'currentColor',
        encode: { labels: { update: { text: { signal: "replace(datum.label, /年.*$/, '年')" } } } },
        domainColor: 'currentColor',
        tickColor: 'currentColor',
      },
      {
        orient: 'left',
        scale: 'y',
        tickCount: Math.min(4, Math.max(1, ...rows.map((row) => row.value))),
        format: 'd',
        labelFontSize: LABEL_SIZE,
        labelColor: 'currentColor',
        domain: false,
        tickColor: 'currentColor',
      },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'label' },
            width: { scale: 'x', band: 1 },
            y: { scale: 'y', field: 'value' },
            y2: { scale: 'y', value: 0 },
            fill: TEXT,
          },
        },
      },
    ],
  };
}
