/** The files of a ledger in which nothing stands yet, each with an example of what belongs there. */
import { createText } from '../../ledger/edit.ts';
import { exampleList, exampleRecord, type Telling } from '../../ledger/example.ts';
import type { Value } from '../../model/attribute.ts';
import { type KindName, kindNames, kindOf } from '../../model/kinds/index.ts';
import { asWritten } from '../../model/plan.ts';
import { fieldSets } from '../../model/templates.ts';
import type { Words } from '../../words/en.ts';

/** What a new ledger is about. */
export interface Head {
  readonly title: string;
  readonly title_zh?: string;
  readonly jurisdiction: string;
  readonly jurisdiction_zh?: string;
  readonly year: number;
  readonly timezone: string;
  readonly language: 'en' | 'zh';
}

export type FieldSet = keyof typeof fieldSets;

/** Sentences have a blank behind their sign and examples none: taking away the sign makes one count. */
const told = (sentences: readonly string[]) => sentences.map((line) => `# ${line}`);
const commented = (lines: readonly string[]) => lines.map((line) => `#${line}`);

const joined = (...parts: readonly (readonly string[])[]): string =>
  `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;

/** The text of values, which are ours and can be written. */
const textOf = (value: Value): readonly string[] => (createText(value) ?? '').trimEnd().split('\n');

/** The files of a new ledger, by their paths in its folder. */
export const blankLedger = (
  { begin, docOf, samples }: Words,
  head: Head,
  fields: FieldSet,
): ReadonlyMap<string, Uint8Array> => {
  const { files: say } = begin;
  const sampled = samples(head.year);
  const telling: Telling = {
    year: head.year,
    of: (attribute, { kind, path }) => begin.attribute({ ...attribute, doc: docOf(kind, path) }),
  };
  const record = asWritten('ledger', { ...head, state: 'draft', basis: 'office' });
  const given = Object.fromEntries(Object.keys(record).map((name) => [name, undefined]));
  const register = (kind: KindName, example: readonly string[]) => {
    if (kind === 'field' && fieldSets[fields].length > 0) {
      return joined(told(say.guangzhouFields), textOf(fieldSets[fields]));
    }
    return joined(told(say.register(docOf(kind), kind)), commented(example), ['[]']);
  };
  const filesOf = (kind: KindName): readonly (readonly [string, string])[] => {
    const { place } = kindOf(kind);
    const own = sampled[kind as keyof typeof sampled] ?? [];
    switch (place.in) {
      case 'single': {
        const more = commented(exampleRecord(kind, { ...own[0], ...given }, telling));
        const text = joined(told(say.ledger(head.title)), textOf(record), [
          ...told([say.ledgerMore]),
          ...more,
        ]);
        return [[place.file, text]];
      }
      case 'file':
        return [[place.file, register(kind, exampleList(kind, own, telling))]];
      case 'folder': {
        const example = exampleRecord(kind, own[0] ?? {}, telling).join('\n');
        return [[`${place.folder}/README.md`, say.tasks(example)]];
      }
      case 'folder-by': {
        const lines = exampleList(kind, own, telling).map((line) => `  ${line}`);
        const by = kindOf(place.by as KindName).attributes['id']?.type;
        const owner = by?.is === 'id' ? by.form.example : '';
        const example = [`${place.by}: ${owner}`, `${place.key}:`, ...lines].join('\n');
        return [[`${place.folder}/README.md`, say.projects(example)]];
      }
      case 'parent':
        return [];
    }
  };
  const all = [
    ...kindNames.flatMap(filesOf),
    ['README.md', say.readme(head.title)],
    ['.gitattributes', '*.yaml text eol=lf\n'],
  ] as const;
  return new Map(all.map(([file, text]) => [file, Buffer.from(text)]));
};
