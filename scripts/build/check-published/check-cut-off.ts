import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEIGHT, WIDTH } from '../share-pictures/compose-picture.ts';
import type { PublishedFault } from './published-page.ts';
import { readBytes } from './read-bytes.ts';

/** How a PNG begins, with its header; how it ends (PNG, third edition, 5.2, 11.2.1 and 11.2.5). */
const SIGNATURE = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const END = Buffer.from('0000000049454e44ae426082', 'hex');
/** Bytes before its width and its height, four to each. */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

const SHARED = /^og\/.*\.png$/u;
/** In these a brace opens and closes nothing. */
const NO_BRACES = /\/\*.*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\\./gsu;

/**
 * Pictures and style sheets that are empty or break off, pictures for sharing of another size than pages say.
 *
 * @param dist folder that is about to be published
 * @param files what is in it
 */
export function checkCutOff(dist: string, files: ReadonlySet<string>): PublishedFault[] {
  const faults: PublishedFault[] = [];
  for (const file of files) {
    let fault: string | undefined;
    if (file.endsWith('.png')) fault = faultOfPicture(readBytes(join(dist, file)), SHARED.test(file));
    else if (file.endsWith('.css')) fault = faultOfStyles(readFileSync(join(dist, file), 'utf8'));
    if (fault !== undefined) faults.push({ file, fault });
  }
  return faults;
}

function faultOfPicture(bytes: Buffer, isShared: boolean): string | undefined {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE) || bytes.length < HEIGHT_AT + 4)
    return '不是 PNG 图片';
  if (!bytes.subarray(-END.length).equals(END)) return '图片不完整';
  const [width, height] = [bytes.readUInt32BE(WIDTH_AT), bytes.readUInt32BE(HEIGHT_AT)];
  return isShared && (width !== WIDTH || height !== HEIGHT)
    ? `分享图应为 ${WIDTH}×${HEIGHT}，读到 ${width}×${height}`
    : undefined;
}

function faultOfStyles(text: string): string | undefined {
  if (text.trim() === '') return '样式表是空的';
  let open = 0;
  for (const [brace] of text.replace(NO_BRACES, '').matchAll(/[{}]/gu)) {
    open += brace === '{' ? 1 : -1;
    if (open < 0) break;
  }
  return open === 0 ? undefined : '样式表的花括号没有成对';
}
