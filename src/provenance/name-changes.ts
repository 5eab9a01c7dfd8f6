import { writeCodes } from '../loader/find-forbidden.ts';
import type { ChangeKind, PartRole, Piece, Provenance } from '../model.ts';

/** What readers are told a change is. */
export const CHANGE_LABELS: Readonly<Record<ChangeKind, string>> = {
  'line-joined': '断行接合',
  'line-spaced': '断行处留一空格',
  'part-joined': '隔栏接合',
  'space-closed': '去掉空格',
  'punctuation-widened': '标点改全角',
  'form-folded': '字形归一',
  'quote-turned': '引号改正',
  'shadow-dropped': '删去重影',
  'mark-dropped': '删去识别记号',
  removed: '删去',
  moved: '移动位置',
  'headline-derived': '标题代拟',
  edited: '编者校改',
};

/** What is behind each, in a sentence. */
export const CHANGE_NOTES: Readonly<Record<ChangeKind, string>> = {
  'line-joined': '报上排到行末要换行，接成一段时去掉换行。',
  'line-spaced': '两行的标题接成一行，中间留一个空格。',
  'part-joined': '一段文字排在版上两处，接在一起。',
  'space-closed': '识别时多出来的空格。',
  'punctuation-widened': '识别成半角的标点，改回报上的全角。',
  'form-folded': '竖排的引号、部首码位等，改成通行的字符，字不变；转码时丢了的字写作 □。',
  'quote-turned': '引号的方向或单双与上下文不合，改正。',
  'shadow-dropped': '图片说明带阴影，识别成两份，删去一份。',
  'mark-dropped': '识别软件自己加的 # 号。',
  removed: '不属于文章，删去的缘由见整版扫描文本。',
  moved: '在扫描文本里的先后与报上的读法不同。',
  'headline-derived': '版上没有印出标题，由编者代拟。',
  edited: '与扫描文本不同，是编者改、加或删的。',
};

export const PART_LABELS: Readonly<Record<PartRole, string>> = {
  section: '栏目',
  kicker: '引题',
  headline: '主题',
  deck: '副题',
  jump: '转版',
  block: '正文',
};

/** Order in which kinds are listed: the everyday ones first, an editor's hand last. */
export const CHANGE_ORDER = Object.keys(CHANGE_LABELS) as ChangeKind[];

/** One difference in words: 标点改全角：“,”改为“，”. */
export function describeChange({ kind, before, after }: Piece): string {
  if (!kind) return '';
  const show = (text: string) => `「${writeCodes(text.replaceAll('\n', '⏎'))}」`;
  const label = CHANGE_LABELS[kind];
  if (kind === 'line-joined' || kind === 'space-closed') return label;
  if (before === '') return `${label}：加${show(after)}`;
  if (after === '') return `${label}：删${show(before)}`;
  return `${label}：${show(before)}改为${show(after)}`;
}

const BY_EDITORS = new Set<ChangeKind | undefined>(['edited', 'quote-turned']);

/** What editors changed in an article against its scan, in its order. */
export function listEdits(provenance: Provenance | undefined): Piece[] {
  return (provenance?.parts ?? []).flatMap(({ pieces }) => pieces.filter(({ kind }) => BY_EDITORS.has(kind)));
}
