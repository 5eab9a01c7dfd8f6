/** Attributes whose value is an address. */
export const ADDRESSES: ReadonlySet<string> = new Set(
  'href src action poster data formaction ping xlink:href'.split(' '),
);
const ASKED_FOR = new Set([
  ...ADDRESSES,
  ...'charset dir inert srcdoc id style srcset hidden lang type name property content rel http-equiv'.split(
    ' ',
  ),
  ...'data-article data-head data-frame data-block'.split(' '),
]);

/**
 * Whether the checks ask for an attribute; those that are named on… are noted, too.
 *
 * @param attribute its name in small letters
 */
export const asksFor = (attribute: string): boolean => ASKED_FOR.has(attribute) || attribute.startsWith('on');
