import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Content } from '../../src/loader/read-content.ts';

const placeOf = (cache: string) => join(cache, 'content.bin');

/** Leaves what was read and checked to the processes that come after; each of them gives its memory back. */
export const leaveContent = (cache: string, content: Content): Promise<void> =>
  writeFile(placeOf(cache), serialize(content));

/** Takes what was read and checked in this build. */
export const takeContent = async (cache: string): Promise<Content> =>
  deserialize(await readFile(placeOf(cache))) as Content;

/** Removes what no process will ask for any more. */
export const forgetContent = (cache: string): Promise<void> => rm(placeOf(cache), { force: true });
