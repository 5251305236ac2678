/** Numbers of documents as people type them become what GB/T 9704 prescribes; other text stays. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalDocument } from '../../src/model/documents.ts';

test.each([
  ['穗改办〔2022〕31号'],
  ['穗改办[2022]31号'],
  ['穗改办［2022］31号'],
  ['穗改办(2022)31号'],
  ['穗改办（2022）31号'],
  ['穗改办【2022】31号'],
  ['穗改办﹝2022﹞31号'],
  ['穗改办〔2022]31号'],
  ['穗改办 [2022] 31号'],
  ['穗改办[ 2022 ]31号'],
  ['  穗改办[2022]31号\n'],
  ['穗改办［２０２２］３１号'],
])('%j is 穗改办〔2022〕31号', (given) => {
  expect(normalDocument(given)).toBe('穗改办〔2022〕31号');
});

test.each([
  ['穗府令（2021）第179号', '穗府令〔2021〕第179号'],
  ['国发[1998]3', '国发〔1998〕3'],
  ['X (2022) 5', 'X〔2022〕5'],
])('%s is %s', (given, expected) => {
  expect(normalDocument(given)).toBe(expected);
});

test.each([
  ['a title with a year', '深化改革方案（2022年）'],
  ['a year and no number', '年度报告（2022）'],
  ['a year and words', '工作要点（2022）修订稿'],
  ['no year at all', 'GB/T 19001-2016'],
  ['the id of a document', 'reform-list-2022'],
  ['a number in brackets that is no year', '附件（12）3号'],
  ['a year of another age', '某字（1850）3号'],
  ['full-width figures without a year', '第３号'],
  ['nothing', ''],
])('%s stays as it is', (_what, text) => {
  expect(normalDocument(text)).toBe(text);
});

test('a number of several documents has all its years in the usual brackets', () => {
  expect(normalDocument('穗改办[2022]31号、穗改委(2022)7号')).toBe(
    '穗改办〔2022〕31号、穗改委〔2022〕7号',
  );
});

test('what is normal stays so, whatever the text', () => {
  const part = fc.constantFrom(
    '穗',
    '(',
    '［',
    '〕',
    '2022',
    '２０２２',
    ' ',
    '第',
    '31',
    '号',
    'x',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const once = normalDocument(parts.join(''));
      expect(normalDocument(once)).toBe(once);
    }),
  );
});
