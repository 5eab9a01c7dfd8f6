import { ScanError } from '../scan-error.ts';

// The forty characters that newspaper Chinese uses most: about a quarter of any page of it.
const COMMON =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';

const HAN = /\p{Script=Han}/u;
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LETTER = /\p{L}/u;

/** What a character counts as. */
const IS = { seen: 1, letter: 2, han: 4, foreign: 8, common: 16, broken: 32 } as const;
/** What each character that was met counts as: a page has some thousand different ones. */
const kinds = new Uint8Array(0x110000);
const commonCharacters = new Set(COMMON);

function kindOf(code: number): number {
  const known = kinds[code] as number;
  if (known !== 0) return known;
  const character = String.fromCodePoint(code);
  const kind =
    IS.seen |
    (LETTER.test(character) ? IS.letter : 0) |
    (HAN.test(character) ? IS.han : 0) |
    (KANA_OR_HANGUL.test(character) ? IS.foreign : 0) |
    (commonCharacters.has(character) ? IS.common : 0) |
    (code === 0xfffd ? IS.broken : 0);
  kinds[code] = kind;
  return kind;
}

/** How many characters of the beginning of a text are letters, Chinese, common Chinese, kana or hangul, lost. */
function countKinds(text: string): Record<'letters' | 'han' | 'common' | 'foreign' | 'broken', number> {
  const counts = { letters: 0, han: 0, common: 0, foreign: 0, broken: 0 };
  const end = Math.min(text.length, SAMPLE);
  for (let i = 0; i < end; i++) {
    const code = text.codePointAt(i) as number;
    if (code > 0xffff) i++;
    const kind = kindOf(code);
    if (kind & IS.letter) counts.letters++;
    if (kind & IS.han) counts.han++;
    if (kind & IS.common) counts.common++;
    if (kind & IS.foreign) counts.foreign++;
    if (kind & IS.broken) counts.broken++;
  }
  return counts;
}

/** Characters looked at to tell language and encoding: enough to be sure, few enough for a huge file. */
const SAMPLE = 200_000;

function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++;
  return line;
}

/** First byte that is no UTF-8, or -1. */
function firstBadByte(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] as number;
    const more =
      byte < 0x80
        ? 0
        : byte >= 0xc2 && byte < 0xe0
          ? 1
          : byte >= 0xe0 && byte < 0xf0
            ? 2
            : byte >= 0xf0 && byte < 0xf5
              ? 3
              : -1;
    if (more < 0) return i;
    for (let k = 1; k <= more; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i;
    i += more + 1;
  }
  return -1;
}

function decode(bytes: Uint8Array, scan: string): string {
  if (bytes.length === 0) {
    throw new ScanError(
      'empty',
      scan,
      '这是空文件（0 字节），应为一版报纸的文字。请重新导出扫描文字后再提交。',
    );
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new ScanError(
      'encoding',
      scan,
      '文件是 UTF-16 编码，应为 UTF-8 或 GB18030。请另存为 UTF-8 后再提交。',
      1,
    );
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new ScanError(
      'binary',
      scan,
      '文件含有 NUL 字节，像是二进制文件（图片、PDF 或压缩包），应为纯文本。请先导出文字，再以 .txt 提交。',
      lineOfByte(bytes, nul),
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8: older exports are GB18030 (which holds GBK and GB2312).
  }
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    if (looksChinese(countKinds(text))) return text;
  } catch {
    // Neither.
  }
  throw new ScanError(
    'encoding',
    scan,
    '文字编码应为 UTF-8 或 GB18030/GBK，这个文件两者都不是（可能是 Big5 等其他编码，或文件已损坏）。请用编辑器打开确认无误，另存为 UTF-8 后再提交。',
    lineOfByte(bytes, Math.max(0, firstBadByte(bytes))),
  );
}

/** Chinese as a newspaper writes it: decoded with the wrong table, the common characters become rare ones. */
function looksChinese({ han, common }: { han: number; common: number }): boolean {
  return han > 0 && (han < 40 || common / han > 0.25);
}

function check(text: string, scan: string): void {
  if (text.trim() === '' || text.trim() === '\ufeff') {
    throw new ScanError('empty', scan, '文件里只有空白，应为一版报纸的文字。请重新导出扫描文字后再提交。');
  }
  const counts = countKinds(text);
  const { broken, letters, han, foreign } = counts;
  if (broken > 5 && broken > letters / 50) {
    const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
    throw new ScanError(
      'encoding',
      scan,
      `有 ${broken} 个字已经变成“�”，说明此前转码时丢了字，应为完整的 UTF-8 文字。请回到原始文件，按正确的编码重新导出。`,
      line,
    );
  }
  if (han < letters * 0.2 || foreign > han * 0.15) {
    throw new ScanError(
      'language',
      scan,
      `${letters} 个字母和文字里只有 ${han} 个汉字${foreign > 0 ? `，另有 ${foreign} 个日文或韩文字` : ''}，应为中文报纸的文字。请确认没有拿错文件。`,
    );
  }
  if (han >= 200 && !looksChinese(counts)) {
    throw new ScanError(
      'encoding',
      scan,
      '常用汉字少得反常，像是用错误的编码打开又保存过（乱码）。请回到原始文件，按正确的编码（多为 GB18030 或 UTF-8）重新导出。',
      1,
    );
  }
}

/**
 * Text of a scan file: UTF-8 with or without BOM, GB18030 or GBK. A BOM stays, so that offsets are those of the file.
 * @throws ScanError for an empty or binary file, another encoding, another language: place, found, expected, remedy.
 */
export function readScan(input: Uint8Array | string, scan: string): string {
  const text = typeof input === 'string' ? input : decode(input, scan);
  check(text, scan);
  return text;
}
