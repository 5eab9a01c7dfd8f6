/** Evidence (nats) of signs: how much there is of each, by what it is worth. */
export function weighSigns(found: readonly number[], weights: readonly number[]): number {
  let evidence = 0;
  for (let k = 0; k < found.length; k++) evidence += (found[k] as number) * (weights[k] as number);
  return evidence;
}
