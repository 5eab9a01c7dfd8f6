import { codeAt } from '../code-at.ts';

/** What stands for a character in HTML, by its code; ASCII only. */
export type Entities = readonly (Uint8Array | undefined)[];

const utf8 = new TextEncoder();
const NONE: Entities = Array.from({ length: 128 }, () => undefined);
const REPLACEMENT = 0xfffd;
/** Up to this length bytes are copied one by one: to ask the engine for it costs more. */
const FEW = 24;
/** Most bytes that a unit of a text becomes: `&quot;`. */
const MOST = 6;

/**
 * A page in bytes, put down piece by piece, in a place that the next page is put into. To join the pieces to one text
 * first, make that flat and encode it took three times as long.
 */
export class PageBytes {
  private room = new Uint8Array(1 << 17);
  private end = 0;
  /** The first half of a character beyond U+FFFF at the end of a piece: the next may begin with the other half. */
  private half = 0;

  /** Bytes that are UTF-8 already. */
  putBytes(bytes: Uint8Array): void {
    const { length } = bytes;
    if (length === 0) return;
    if (this.half !== 0) this.putHalf();
    if (this.end + length > this.room.length) this.grow(length);
    const { room, end } = this;
    if (length > FEW) room.set(bytes, end);
    else for (let at = 0; at < length; at++) room[end + at] = bytes[at]!;
    this.end = end + length;
  }

  /**
   * A text, as UTF-8; half a character becomes U+FFFD, as in everything that Node writes.
   *
   * @param entities what stands for characters that mean something in HTML
   */
  putText(text: string, entities: Entities = NONE): void {
    const { length } = text;
    if (this.end + (length + 1) * MOST > this.room.length) this.grow((length + 1) * MOST);
    const { room } = this;
    let { end } = this;
    for (let at = 0; at < length; at++) {
      let code = codeAt(text, at);
      if (this.half !== 0) {
        const first = this.half;
        this.half = 0;
        if (isSecondHalf(code)) {
          code = 0x10000 + ((first & 0x3ff) << 10) + (code & 0x3ff);
          room[end++] = 0xf0 | (code >> 18);
          room[end++] = 0x80 | ((code >> 12) & 0x3f);
          room[end++] = 0x80 | ((code >> 6) & 0x3f);
          room[end++] = 0x80 | (code & 0x3f);
          continue;
        }
        end = putThree(room, end, REPLACEMENT);
      }
      if (code < 0x80) {
        const entity = entities[code];
        if (entity === undefined) room[end++] = code;
        else for (let byte = 0; byte < entity.length; byte++) room[end++] = entity[byte]!;
      } else if (code < 0x800) {
        room[end++] = 0xc0 | (code >> 6);
        room[end++] = 0x80 | (code & 0x3f);
      } else if (code < 0xd800 || code > 0xdfff) end = putThree(room, end, code);
      else if (isSecondHalf(code)) end = putThree(room, end, REPLACEMENT);
      else this.half = code;
    }
    this.end = end;
  }

  /** Ends the page and begins the next. The bytes are there until something is put again. */
  take(): Uint8Array {
    if (this.half !== 0) this.putHalf();
    const page = this.room.subarray(0, this.end);
    this.end = 0;
    return page;
  }

  private putHalf(): void {
    this.half = 0;
    if (this.end + MOST > this.room.length) this.grow(MOST);
    this.end = putThree(this.room, this.end, REPLACEMENT);
  }

  private grow(more: number): void {
    const larger = new Uint8Array(2 * (this.end + more));
    larger.set(this.room.subarray(0, this.end));
    this.room = larger;
  }
}

const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

function putThree(room: Uint8Array, end: number, code: number): number {
  room[end] = 0xe0 | (code >> 12);
  room[end + 1] = 0x80 | ((code >> 6) & 0x3f);
  room[end + 2] = 0x80 | (code & 0x3f);
  return end + 3;
}

/** Text as UTF-8, for pieces that are put down often. */
export const encodeText = (text: string): Uint8Array => utf8.encode(text);

/** Entities as {@link PageBytes} writes them, from each character to what stands for it. */
export function listEntities(entities: Readonly<Record<string, string>>): Entities {
  const list: (Uint8Array | undefined)[] = [...NONE];
  for (const [character, entity] of Object.entries(entities))
    list[character.charCodeAt(0)] = encodeText(entity);
  return list;
}
