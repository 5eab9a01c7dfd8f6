import { describe, expect, test } from 'vitest';
import { check, page, picture } from './made-up-site.ts';

// An SVG that is opened by itself is a page, and may do what a page may.
describe('a folder is not published', () => {
  test.each<[string, Record<string, string>, string]>([
    ['with an SVG that runs a script', picture('<script>alert(1)</script>'), 'SVG 里有不该有的 <script>'],
    ['with an SVG that has a handler', picture('<path onload="alert(1)"/>'), 'onload='],
    ['with an SVG that has a handler in capitals', picture('<path onClick="alert(1)"/>'), 'onClick='],
    ['with an SVG that holds HTML', picture('<foreignObject><body/></foreignObject>'), '<foreignObject>'],
    [
      'with an SVG that leads to a program',
      picture('<use xlink:href="javascript:alert(1)"/>'),
      'xlink:href=',
    ],
    ['with an SVG that leads elsewhere', picture('<a href="https://b.example/"><path/></a>'), '<a>'],
    ['with an SVG that takes from elsewhere', picture('<use href="https://b.example/x.svg#a"/>'), 'href='],
    ['with an SVG that takes from data', picture('<image href="data:image/svg+xml,x"/>'), '<image>'],
    [
      'with an SVG whose paint comes from elsewhere',
      picture('<path fill="url(https://b.example/)"/>'),
      'fill=',
    ],
    ['with an SVG with a style', picture('<style>@import url(https://b.example/x.css)</style>'), '<style>'],
    [
      'with an SVG that animates an address',
      picture('<set attributeName="href" to="javascript:alert(1)"/>'),
      '<set>',
    ],
    [
      'with an SVG with a style sheet of another host',
      {
        'a.svg': '<?xml-stylesheet href="https://b.example/x.css"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      },
      'xml-stylesheet',
    ],
    [
      'with an SVG with entities of its own',
      { 'a.svg': '<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg"/>' },
      '!DOCTYPE',
    ],
    [
      'with a picture that is an SVG in its address',
      { 'a/index.html': page({ title: '甲', body: '<h1>甲</h1><a href="data:image/svg+xml,x">乙</a>' }) },
      '不许的地址',
    ],
  ])('%s', async (_, files, fault) => {
    expect(await check(files)).toContain(fault);
  });
});
