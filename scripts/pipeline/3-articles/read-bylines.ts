import {
  BODY_BEFORE,
  DATELINE_NAMES,
  NAME_ALONE,
  NAMES_AT_END,
  ROLE_BEFORE,
  ROLE_BEHIND,
  readPupil,
  readPupilAtEnd,
  SLASH_ROLE,
  TOOK,
} from '../2-blocks/byline-forms.ts';

/** Names with the paper's word for what they did. */
export interface Name {
  readonly role: string;
  readonly name: string;
}

/** 许念通讯员 范小舟: the space between a name and the next role was lost where the line broke. */
const GLUED =
  /(?<!\p{Script=Han})((?!本报|实习|见习|特约|首席|全?媒体|融媒体?|记者|通讯员)\p{Script=Han}{2,4}?)(?=(?:本报|实习|见习|特约)*(?:记者|通讯员)(?:[\s：]|\p{Script=Han}))/gu;

/** `记者 许念 通讯员 范小舟`, `文/田未央 洪波`, `本报记者 许念` → names with their roles. */
export function readNames(text: string): Name[] {
  const pupil = readPupil(text);
  if (pupil !== undefined) return pupil;
  let rest = text
    .trim()
    .replace(/^[（(□■◎●]\s*|[）)]$/gu, '')
    .replace(GLUED, '$1 ');
  let role = '';
  const slash = SLASH_ROLE.exec(rest);
  if (slash) {
    role = slash[1] as string;
    rest = rest.slice(slash[0].length);
  }
  const names: Name[] = [];
  const words = rest.split(/[\s、，,/／]+/u);
  for (const [i, written] of words.entries()) {
    let word = written;
    // 区法院 昌若兰: a body is no name where a name follows.
    if (i + 1 < words.length && word.length > 2 && BODY_BEFORE.test(word)) continue;
    if (ROLE_BEHIND.test(word) && names.length > 0) {
      // 记者 许念 摄: the paper has said already what 许念 is.
      if (role === '') for (const [n, { name }] of names.entries()) names[n] = { role: word, name };
      continue;
    }
    const match = ROLE_BEFORE.exec(word);
    if (match) {
      role = match[1] as string;
      word = word.slice(match[0].length);
    }
    if (NAME_ALONE.test(word)) names.push({ role: role || '文', name: word });
  }
  return names;
}

/** Names in the dateline of a report: 本报讯（记者 王蕾蕾）. */
export function readDateline(text: string): Name[] {
  const inside = DATELINE_NAMES.exec(text)?.[1];
  return inside && /记者|通讯员/u.test(inside) ? readNames(inside) : [];
}

/** Names in brackets behind the last full stop: （通讯员 雷小松）. */
export function readSignature(text: string): Name[] {
  const pupil = readPupilAtEnd(text);
  if (pupil !== undefined) return pupil;
  const inside = NAMES_AT_END.exec(text)?.[1];
  return inside ? readNames(inside) : [];
}

const TOOK_BESIDE = new RegExp(`^(?:摄影|摄|图|图片)\\s*[/／：:]|\\s*[/／]?\\s*${TOOK}$`, 'gu');

/** 苏野 摄, 摄/欧阳树辰, 本报记者 白露 摄 → the photographer. */
export function readCredit(text: string): Name[] {
  const words = text.replace(/[（()）]/gu, '').replace(TOOK_BESIDE, '');
  return words
    .split(/[\s、]+/u)
    .map((word) => word.replace(ROLE_BEFORE, ''))
    .filter((word) => NAME_ALONE.test(word))
    .map((name) => ({ role: '摄', name }));
}
