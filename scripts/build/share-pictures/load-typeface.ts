import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Blob, Face, Font } from 'harfbuzzjs';

/** What printers set where a type is missing. */
export const GETA = '〓';

/** One weight of the typeface: measures and draws text of any length on one line. */
export interface Typeface {
  /** Width in pixels at a size in pixels. */
  measure: (text: string, size: number) => number;
  /** SVG paths of a line whose baseline begins at `x`, `y`. */
  outline: (text: string, size: number, x: number, y: number) => string;
  /** Characters that the typeface does not have; 〓 is drawn in their place. */
  lacks: (text: string) => string[];
}

const FILES = {
  regular: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
};

/**
 * Loads 思源宋体 (Noto Serif SC, OFL) from its package. It draws pictures at build time and never reaches a
 * reader.
 */
export async function loadTypeface(weight: keyof typeof FILES): Promise<Typeface> {
  const face = new Face(new Blob(await readFile(fileURLToPath(import.meta.resolve(FILES[weight])))));
  const font = new Font(face);
  const geta = font.nominalGlyph(GETA.codePointAt(0)!)!;
  const glyphs = new Map<string, { path: string; advance: number; missing: boolean }>();
  const glyphOf = (character: string) => {
    let glyph = glyphs.get(character);
    if (!glyph) {
      const found = font.nominalGlyph(character.codePointAt(0)!);
      const id = found || geta;
      glyph = { path: font.glyphToPath(id), advance: font.glyphHAdvance(id) / face.upem, missing: !found };
      glyphs.set(character, glyph);
    }
    return glyph;
  };
  return {
    measure: (text, size) => [...text].reduce((sum, character) => sum + glyphOf(character).advance * size, 0),
    outline: (text, size, x, y) => {
      const scale = size / face.upem;
      let paths = '';
      let at = x;
      for (const character of text) {
        const { path, advance } = glyphOf(character);
        if (path) {
          paths += `<path transform="translate(${at.toFixed(2)} ${y}) scale(${scale} ${-scale})" d="${path}"/>`;
        }
        at += advance * size;
      }
      return paths;
    },
    lacks: (text) => [...new Set(text)].filter((character) => glyphOf(character).missing),
  };
}
