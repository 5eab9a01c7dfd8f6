import type { Measure } from './find-measures.ts';
import { BARE, CUT_OFF, EACH, FIRST, HEADING, MIDDLE, NO_MARK, SINGLE } from './place-states.ts';
import type { Place } from './row.ts';
import type { Explanations } from './search-places.ts';
import type { PlaceCosts } from './weigh-places.ts';

/** What a row is in the cheapest explanation of its page. */
export interface Explained {
  readonly place: Place | 'heading';
  /** In em, 0 of a heading. */
  readonly measure: number;
  /** How much dearer (nats), up to here, it is that the row does the opposite: begins instead of going on. */
  readonly margin: number;
}

/** By the number of a place. */
const PLACES: readonly Place[] = ['first', 'middle', 'last', 'single', 'middle'];

const placeAt = (state: number): number => (state === HEADING ? -1 : (state - 1) % EACH);

const beginsAt = (state: number): boolean => {
  const place = placeAt(state);
  return state === HEADING || place === FIRST || place === SINGLE;
};

/** Cost (nats) of a page that ends so. */
function weighEnd(state: number): number {
  const place = placeAt(state);
  return place === BARE ? CUT_OFF + NO_MARK : place === FIRST || place === MIDDLE ? CUT_OFF : 0;
}

/** The cheapest explanation of a page, row by row: back from its end. */
export function tracePlaces({ cost, from }: Explanations, { measures, states }: PlaceCosts): Explained[] {
  const count = cost.length / states;
  const explained = new Array<Explained>(count);
  const end = (count - 1) * states;
  let state = HEADING;
  let least = Number.POSITIVE_INFINITY;
  for (let s = 0; s < states; s++) {
    const here = (cost[end + s] as number) + weighEnd(s);
    if (here < least) [least, state] = [here, s];
  }
  for (let i = count - 1; i >= 0; i--) {
    const at = i * states;
    const begins = beginsAt(state);
    let other = Number.POSITIVE_INFINITY;
    for (let s = 0; s < states; s++)
      if (beginsAt(s) !== begins) other = Math.min(other, cost[at + s] as number);
    explained[i] = {
      ...(state === HEADING
        ? { place: 'heading', measure: 0 }
        : {
            place: PLACES[placeAt(state)] as Place,
            measure: (measures[Math.floor((state - 1) / EACH)] as Measure).width,
          }),
      margin: other - (cost[at + state] as number),
    };
    state = from[at + state] as number;
  }
  return explained;
}
