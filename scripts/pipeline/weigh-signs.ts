/** Evidence (nats) of signs, each by its weight. */
export function weighSigns<Sign extends string>(
  signs: Readonly<Partial<Record<Sign, number>>>,
  weights: Readonly<Record<Sign, number>>,
): number {
  let evidence = 0;
  for (const sign in signs) evidence += (signs[sign] as number) * weights[sign];
  return evidence;
}
