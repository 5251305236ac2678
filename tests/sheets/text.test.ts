/** What csv, tsv and pasted text are read as. */
import { describe, expect, test } from 'vitest';
import { faultOf, firstOf, sheetsOf, textsOf } from './files.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const textsOfText = async (text: string) => textsOf(await firstOf(utf8(text)));

describe('what separates cells is found out', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb, c\n1\t2\n',
      [
        ['a', 'b, c'],
        ['1', '2'],
      ],
    ],
    [
      'a|b\r\n1|2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['编号\n一\n', [['编号'], ['一']]],
    [
      '"a\r\nb",c\r\n1,2\r\n',
      [
        ['a\nb', 'c'],
        ['1', '2'],
      ],
    ],
    ['a,"x "" y"\n\n1,2', [['a', 'x " y'], [], ['1', '2']]],
    ['sep=;\na;b\n', [[], ['a', 'b']]],
    [
      '说明，第一\n编号\t名称\n1\t甲\n2\t乙\n',
      [['说明，第一'], ['编号', '名称'], ['1', '甲'], ['2', '乙']],
    ],
  ])('%j', async (text, expected) => {
    expect(await textsOfText(text)).toEqual(expected);
  });

  test('an apostrophe is a guard only before what a spreadsheet would run', async () => {
    expect(await textsOfText('\'=1,\'+2,\'-3,\'@x,\'90s,"=""007"""\na,b,c,d,e,f')).toEqual([
      ['=1', '+2', '-3', '@x', "'90s", '007'],
      ['a', 'b', 'c', 'd', 'e', 'f'],
    ]);
  });

  test('rows of other lengths are read and told of; so are quotes inside a cell', async () => {
    const { sheets, notes } = await sheetsOf(utf8('a,b\n1,2\n3\n4,5 "x" y,6\n'));
    expect(sheets.map(textsOf)).toEqual([[['a', 'b'], ['1', '2'], ['3'], ['4', '5 "x" y', '6']]]);
    expect(notes).toEqual([{ code: 'ragged', row: 3 }]);
  });

  test('a quote that never ends is damage at its line', async () => {
    expect(await faultOf(utf8('a,b\n1,"2\n3,4\n'))).toEqual({ code: 'damaged', line: 2 });
  });
});

describe('encodings', () => {
  const utf16 = (text: string, isBig: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };
  // 编号,名称 / 1,改革
  const gb = Uint8Array.from(Buffer.from('b1e0bac52cc3fbb3c60d0a312cb8c4b8ef0d0a', 'hex'));
  const expected = [
    ['编号', '名称'],
    ['1', '改革'],
  ];
  const text = '编号,名称\r\n1,改革\r\n';

  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`)],
    ['UTF-16 little', utf16(text, false)],
    ['UTF-16 big', utf16(text, true)],
  ])('%s', async (_, bytes) => {
    const { sheets, notes } = await sheetsOf(bytes);
    expect(sheets.map(textsOf)).toEqual([expected]);
    expect(notes).toEqual([]);
  });

  test('GB18030 is taken where UTF-8 does not fit, and told', async () => {
    const { sheets, notes } = await sheetsOf(gb);
    expect(sheets.map(textsOf)).toEqual([expected]);
    expect(notes).toEqual([{ code: 'encoding', encoding: 'GB18030' }]);
  });

  test('an encoding that is asked for is taken without a word', async () => {
    const { sheets, notes } = await sheetsOf(gb, 'list.csv', 'gbk');
    expect(sheets.map(textsOf)).toEqual([expected]);
    expect(notes).toEqual([]);
  });

  test('what fits no encoding is refused', async () => {
    await expect(sheetsOf(gb, 'list.csv', 'klingon')).rejects.toThrow(
      '{"code":"encoding","asked":"klingon","isKnown":false}',
    );
    await expect(sheetsOf(gb, 'list.csv', 'utf-8')).rejects.toThrow(
      '{"code":"encoding","asked":"utf-8","isKnown":true}',
    );
    expect(await faultOf(Uint8Array.of(0x61, 0xff, 0x62))).toEqual({
      code: 'encoding',
      asked: null,
      isKnown: true,
    });
  });
});

describe('what is no table', () => {
  test.each([
    ['<!DOCTYPE html><table></table>', 'html'],
    ['<html xmlns:x="urn:schemas-microsoft-com:office:excel">', 'html'],
    ['{\\rtf1}', 'rtf'],
    ['%PDF-1.7', 'pdf'],
    ['<?xml version="1.0"?><Workbook/>', 'xml'],
    ['a\u0000b', 'binary'],
    ['a\u0001b', 'binary'],
  ])('%j', async (text, what) => {
    expect(await faultOf(utf8(text))).toEqual({ code: 'not-a-table', what });
  });

  test.each([
    ['89504e470d0a1a0a', 'image'],
    ['ffd8ffe0', 'image'],
  ])('%s', async (hex, what) => {
    expect(await faultOf(Buffer.from(hex, 'hex'))).toEqual({ code: 'not-a-table', what });
  });

  test.each(['', '\n\n', ' \n', ',,\n,,'])('nothing: %j', async (text) => {
    expect(await faultOf(utf8(text))).toEqual({ code: 'no-tables' });
  });

  test('old formats are told by their container and name', async () => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(100),
      Buffer.from('Workbook', 'utf16le'),
    ]);
    const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await faultOf(ole, 'list')).toEqual({ code: 'legacy', which: 'xls' });
    expect(await faultOf(ole, 'list.xlsx')).toEqual({ code: 'legacy', which: 'xls' });
    expect(await faultOf(ole, '台账.ET')).toEqual({ code: 'legacy', which: 'et' });
    expect(await faultOf(locked, 'list.xlsx')).toEqual({ code: 'password' });
  });
});
