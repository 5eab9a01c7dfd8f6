import { expect, test } from 'vitest';
import { readCredit, readDateline, readNames, readSignature } from '../../scripts/pipeline/3-articles/read-bylines.ts';

const said = (names: readonly { role: string; name: string }[]) => names.map(({ role, name }) => `${role} ${name}`);

test.each([
  ['记者 许念 通讯员 范小舟', ['记者 许念', '通讯员 范小舟']],
  ['本报记者 许念', ['记者 许念']],
  ['文/田未央 洪波', ['文 田未央', '文 洪波']],
  ['文/图 白露', ['文 白露']],
  ['文 计红玉', ['文 计红玉']],
  ['文/区法院 昌若兰', ['文 昌若兰']],
  ['苏野 摄', ['摄 苏野']],
  ['苏野、白露 摄影报道', ['摄影报道 苏野', '摄影报道 白露']],
  ['记者 许念 摄', ['记者 许念']],
  // The line broke between two names, and the space with it was lost.
  ['记者 靳小满通讯员 牧云天', ['记者 靳小满', '通讯员 牧云天']],
  ['通讯员 伏建刚见习记者 汤晓陌', ['通讯员 伏建刚', '记者 汤晓陌']],
  ['实习记者 侯一帆', ['记者 侯一帆']],
  ['卡洛斯·罗德里格斯', ['文 卡洛斯·罗德里格斯']],
  ['海棠园小学四年级（2）班 陶小满', ['文 陶小满']],
  ['第二中学初一（3）班 许念（指导教师：顾岚）', ['文 许念', '指导教师 顾岚']],
  ['A', []],
])('the names in %s', (text, expected) => {
  expect(said(readNames(text))).toEqual(expected);
});

test('a dateline, a signature and a credit name whom they name, and nobody else', () => {
  expect(said(readDateline('本报讯（记者 王蕾蕾）近日，'))).toEqual(['记者 王蕾蕾']);
  expect(readDateline('本报讯（共三页）近日，')).toEqual([]);
  expect(said(readSignature('圆满结束。（通讯员 雷小松）'))).toEqual(['通讯员 雷小松']);
  expect(readSignature('圆满结束。（共三人）')).toEqual([]);
  expect(said(readSignature('这样的人。（海棠园小学四年级（2）班陶小满）'))).toEqual(['文 陶小满']);
  expect(said(readCredit('本报记者 白露 摄'))).toEqual(['摄 白露']);
  expect(said(readCredit('摄/欧阳树辰'))).toEqual(['摄 欧阳树辰']);
});
