const HAN = /\p{Script=Han}/u;
const NO_HAN = 1;
const IS_HAN = 2;
/** Whether a UTF-16 unit is a Chinese character, by its code; 0 where nobody has asked yet. */
const hans = new Uint8Array(0x10000);

function isRareHan(code: number): boolean {
  if (hans[code] === 0) hans[code] = HAN.test(String.fromCharCode(code)) ? IS_HAN : NO_HAN;
  return hans[code] === IS_HAN;
}

/**
 * Is a UTF-16 unit a Chinese character, by its code? 〇 and 々 are; marks, half a character beyond the basic plane, and NaN
 * (beyond the ends of a text) are none. Cleaning and a page's account count by it alike. Not part of the model: a process
 * that only cleans loads no zod.
 */
export function isHan(code: number): boolean {
  // Nearly all of them lie here, and a page asks some 50,000 times.
  return (code >= 0x4e00 && code <= 0x9fff) || isRareHan(code);
}
