/** Attacks through names, settings, file names and what else an editor commits. */

/** `content/archive.yaml` that is refused. */
const settings = (line: string) => `name: "存档"\nnewspaper: "丰台报"\ndescription: "说明"\n${line}\n`;
const repository = (address: string) => settings(`corrections: { repository: ${JSON.stringify(address)} }`);
export const SETTINGS: Readonly<Record<string, string>> = {
  'repository that is a program': repository('javascript:alert(1)'),
  'repository that is data': repository('data:text/html,<script>alert(1)</script>'),
  'repository by http': repository('http://git.example.cn/a/b'),
  'repository on this machine': repository('file:///etc/passwd'),
  'repository with a user': repository('https://user:secret@git.example.cn/a/b'),
  'repository with a query': repository('https://git.example.cn/a?b=c'),
  'repository with a fragment': repository('https://git.example.cn/a/b#c'),
  'repository that ends its attribute': repository('https://git.example.cn/"><script>alert(1)</script>'),
  'repository with a space': repository('https://git.example.cn/a b'),
  'repository with a line feed': repository('https://git.example.cn/a\nb'),
  'repository of another host by look': repository('https://gіt.example.cn/a/b'),
  'address that carries a header': settings('corrections: { email: "a@example.cn\\nBcc: b@example.cn" }'),
  'address that carries a subject': settings('corrections: { email: "a@example.cn?subject=x" }'),
  'address that is a program': settings('corrections: { email: "javascript:alert(1)" }'),
  'branch that climbs': settings('corrections: { branch: "../../x" }'),
  'branch that is an option': settings('corrections: { branch: "--upload-pack=x" }'),
  'branch with a space': settings('corrections: { branch: "a b" }'),
  'name that turns the text': 'name: "存档\u202e"\nnewspaper: "丰台报"\ndescription: "说明"\n',
  'name that hides by an escape': 'name: "存\\u200b档"\nnewspaper: "丰台报"\ndescription: "说明"\n',
  'name that is a list': 'name: ["存档"]\nnewspaper: "丰台报"\ndescription: "说明"\n',
  'field that nobody knows': settings('script: "alert(1)"'),
  'prototype as a field': settings('__proto__: { name: "x" }'),
  'constructor as a field': settings('constructor: { name: "x" }'),
  'function by a tag': settings('place: !!js/function "function () { process.exit(0) }"'),
  'text by a tag of its own': settings('place: !include "/etc/passwd"'),
  'billion laughs': 'a: &a ["x","x"]\nb: &b [*a,*a]\nc: &c [*b,*b]\nname: *c\n',
  'merge of a map': '<<: { name: "存档" }\nnewspaper: "丰台报"\ndescription: "说明"\n',
  'two documents': `${settings('')}---\nname: "别的"\n`,
};

/** Entries of `content/names/*.yaml` that are refused. */
export const NAMES: Readonly<Record<string, string>> = {
  'slug that climbs': '- headword: "王少峰"\n  slug: "../../evil"\n',
  'slug with a slash': '- headword: "王少峰"\n  slug: "a/b"\n',
  'slug of dots': '- headword: "王少峰"\n  slug: ".."\n',
  'slug that is encoded': '- headword: "王少峰"\n  slug: "%2e%2e"\n',
  'slug with markup': '- headword: "王少峰"\n  slug: "<b>"\n',
  'slug with a line feed': '- headword: "王少峰"\n  slug: "a\\n"\n',
  'headword that turns the text': '- headword: "王\u202e少峰"\n',
  'headword that hides': '- headword: "王\\u200d少峰"\n',
  'headword that is empty': '- headword: " "\n',
  'form with a NUL': '- headword: "王少峰"\n  forms: ["王\\0"]\n',
  'form with half a character': '- headword: "王少峰"\n  forms: ["王\\ud800"]\n',
  'office in an article that climbs':
    '- headword: "王少峰"\n  offices: [{ office: "书记", date: "2023-04-14", article: "../../evil" }]\n',
  'office on a day that there is not':
    '- headword: "王少峰"\n  offices: [{ office: "书记", date: "2023-02-30", article: "2023-04-14/p02-009" }]\n',
  'field that nobody knows': '- headword: "王少峰"\n  href: "javascript:alert(1)"\n',
  'prototype as an entry': '- { __proto__: { headword: "x" } }\n',
  'map in place of a list': 'headword: "王少峰"\n',
  'tag that runs': '- !!js/function "function () {}"\n',
};

/** Headwords that are names and could be paths: each gets an address inside `names/`. */
export const HEADWORDS: readonly string[] = [
  '..',
  '.',
  '../../evil',
  '..\\..\\evil',
  '...',
  '/',
  '//example.org',
  '\\\\example.org\\share',
  '.htaccess',
  '%2e%2e%2f',
  'C:\\evil',
  'a:b',
  '<script>alert(1)</script>',
  '"onmouseover="alert(1)',
  "'onmouseover='alert(1)",
  '`',
  '?q=1#x',
  'javascript:alert(1)',
  '长'.repeat(300),
  '--',
];

/** Paths under `content/` that are not what they should be. */
export const FILE_NAMES: readonly (readonly [path: string, text: string])[] = [
  ['content/articles/evil.mdx', ''],
  ['content/articles/2023-04-14/evil.mdx', ''],
  ['content/articles/2023-04-14/p02-009/x.mdx', ''],
  ['content/articles/x/2023-04-14/p02-009.mdx', ''],
  ['content/articles/2023-04-14/p02-009.mdx.txt', ''],
  ['content/articles/2023-04-14/p02-009.md', ''],
  ['content/articles/2023-04-14/P02-009.MDX', ''],
  ['content/articles/2023-04-14/p02-009 (2).mdx', ''],
  ['content/articles/2023-04-14/p02-０0９.mdx', ''],
  ['content/articles/2023-02-30/p02-009.mdx', ''],
  ['content/articles/2023-04-14/<img src=x onerror=alert(1)>.mdx', ''],
  ['content/scans/2023-02-30/p02.txt', '丰台区召开会议。'],
  ['content/scans/2023-04-14/p2.txt', '丰台区召开会议。'],
  ['content/scans/2023-04-14/p02.txt.exe', 'x'],
  ['content/scans/2023-04-14/p02.html', '<script>alert(1)</script>'],
  ['content/scans/2023-04-14/p02.svg', '<svg onload="alert(1)"/>'],
  ['content/scans/2023-04-14/\u202etxt.20p.txt', '丰台区召开会议。'],
  ['content/scans/p02.txt', '丰台区召开会议。'],
  [
    'content/issues/2023-04-15.yaml',
    'date: "2023-04-14"\ndateSource: printed\npages: [{ page: "02", pageSource: printed }]\n',
  ],
  [
    'content/issues/evil.yaml',
    'date: "2023-04-14"\ndateSource: printed\npages: [{ page: "02", pageSource: printed }]\n',
  ],
  ['content/names/persons.yaml', '- headword: "王少峰"\n'],
  ['content/names/people.yml', '- headword: "王少峰"\n'],
  ['content/topics/Evil Topic.mdx', ''],
  ['content/topics/evil..mdx', ''],
  ['content/topics/专题.mdx', ''],
  ['content/pages/index.html', '<script>alert(1)</script>'],
  ['content/pages/a/b.mdx', ''],
];
