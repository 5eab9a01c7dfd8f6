import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakWords, keepWhole } from '../../src/archive/break-words.ts';

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
/** The text a reader sees and copies. */
const textOf = (html: string) =>
  html.replace(/<[^>]*>/gu, '').replace(/&(?:amp|lt|gt|quot);/gu, (entity) => ENTITIES[entity]!);

test('a slogan of two halves breaks at its own space first', () => {
  expect(breakWords('加快区域产业创新 形成创新生态')).toMatch(
    /^<span class="half">.*创新<\/span> <span class="half">形成.*<\/span>$/u,
  );
});

test('a space beside Latin text is no place between halves', () => {
  expect(breakWords('打造 TOD 示范区')).not.toContain('half');
});

test('a short quoted name stays on one line, a long one only where there is room', () => {
  expect(breakWords('实现“开门红”')).toContain('<span class="keep">“开门红”</span>');
  expect(breakWords('“国际法商融合人才实验班”开班')).toContain('<span class="keep long">“');
});

test('running text keeps its short quoted names, and says the same', () => {
  const text = '推进“点靓凉水河”行动、“看丹之眼”和“倍增追赶、合作发展丰台大会”<b>';
  expect(keepWhole(text)).toContain('<span class="keep running">“点靓凉水河”</span>');
  expect(keepWhole(text).match(/class="keep running"/gu)).toHaveLength(2);
  expect(textOf(keepWhole(text))).toBe(text);
});

test('running text keeps a day whole, and may go on behind the year', () => {
  const text = '2025年2月11日上午';
  expect(keepWhole(text)).toBe(
    '<span class="keep running">2025年</span><span class="keep running">2月11日</span>上午',
  );
});

test('no line can begin with a closing mark, end with an opening one, or part a number from what it counts', () => {
  const html = breakWords('区委常委会召开第62次会议，研究“两个计划”（草案）等事项！');
  expect(html).not.toMatch(/<wbr>(?:<span[^>]*>)?[，）”！]/u);
  expect(html).not.toMatch(/[（“](?:<\/span>)?<wbr>/u);
  expect(html).not.toMatch(/[\d第]<wbr>/u);
});

/** A headline with its places to break. */
const linesOf = (text: string) =>
  breakWords(text)
    .replaceAll('<wbr>', '|')
    .replace(/<[^>]*>/gu, '');

test('a word that no dictionary has is not torn over two lines', () => {
  expect(linesOf('推动京蒙东西部协作走深走实')).toBe('推动|京蒙|东西部|协作|走深走实');
  expect(linesOf('丰台分展场')).toBe('丰台|分展场');
  expect(linesOf('推动高质量发展')).toContain('高质量');
  expect(linesOf('丰台区委书记王少峰')).toBe('丰台区委|书记|王少峰');
  // What is said of a place and what is done to it stand apart still.
  expect(linesOf('打好倍增计划与伙伴计划')).toBe('打好|倍增|计划|与伙伴|计划');
  expect(linesOf('区领导到丰台街道调研座谈')).toMatch(/^区领导\|到丰台\|/u);
});

test.each([
  ['what belongs to a word stands with it', '云溪少年足球队捧回省赛金杯', '云溪|少年|足球队|捧回省赛|金杯'],
  ['a 师 who has one already is a name', '学校教师师北辰', '学校|教师师北辰'],
  ['京津冀 is one word', '融入京津冀协同发展', '融入|京津冀|协同|发展'],
  ['a district and its organs', '召开区政府常务会议', '召开区政府|常务|会议'],
  ['a committee and its standing one', '市委常委会会议精神', '市委常委会|会议|精神'],
  ['no line ends with what leads the next', '从“看天吃饭”到“知天而作”', '从“看天吃饭”|到“知天而作”'],
  ['nor begins with a particle', '会“赚钱”的数据', '会|“赚钱”的|数据'],
  ['at the end of a line there is nothing to lead', '机械班班长耿大为', '机械班|班长|耿大为'],
  ['在 and its 中 or 上', '在城市更新中构建新形态', '在城市|更新中|构建|新形态'],
  ['a date', '汀溪桥12月28日夜间停水', '汀溪桥|12月28日|夜间|停水'],
  ['a numeral and what it counts', '父亲的第十一届灯会', '父亲的|第十一届|灯会'],
  [
    'a character that counts nothing belongs to the word after it',
    '第二热电厂文化园区',
    '第二热电厂|文化|园区',
  ],
  ['深度融合 is one word', '让产业协作深度融合丰台实践', '让产业|协作|深度融合|丰台|实践'],
  ['what is counted stands apart from what follows', '从1200亿到2400亿', '从1200亿|到2400亿'],
  ['a dash stands with what it opens', '——对话医院院长', '——对话|医院|院长'],
  ['behind a mark a line may begin', '别让“一键直达”卡在最后', '别让“一键直达”|卡在最后'],
  ['unless it goes on', '人武部党委（扩大）会召开', '人武部|党委|（扩大）会|召开'],
])('%s', (_, headline, lines) => {
  expect(linesOf(headline)).toBe(lines);
});

test('whatever a headline holds, its text stays as printed and its markup closes', () => {
  const headline = fc.array(
    fc.constantFrom(...'丰台区委召开会议“”《》（），。：！？—… 　1230第次ABz<>&"\''),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        headline.map((list) => list.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        const html = breakWords(text);
        expect(textOf(html)).toBe(text);
        expect(html.match(/<span/gu)?.length ?? 0).toBe(html.match(/<\/span>/gu)?.length ?? 0);
      },
    ),
  );
});
