/**
 * Changes to a text of settings, JSON with comments, that belongs to others: entries come behind everything that stands in
 * their object, comments of the last entry included, and take nothing but themselves along when they go. Pure.
 */
import {
  applyEdits,
  type Edit,
  findNodeAtLocation,
  type Node,
  parseTree,
  visit,
} from 'jsonc-parser';
import type { Value } from '../../model/attribute.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What stands between the values of a text. */
const between = (
  text: string,
): { readonly commas: readonly Span[]; readonly all: readonly Span[] } => {
  const commas: Span[] = [];
  const comments: Span[] = [];
  visit(
    text,
    {
      onSeparator: (character, offset) => {
        if (character === ',') commas.push({ from: offset, to: offset + 1 });
      },
      onComment: (offset, length) => {
        comments.push({ from: offset, to: offset + length });
      },
    },
    { allowTrailingComma: true },
  );
  return { commas, all: [...commas, ...comments] };
};

const endOf = ({ offset, length }: Node): number => offset + length;

const within = (spans: readonly Span[], from: number, to: number): readonly Span[] =>
  spans.filter((span) => span.from >= from && span.to <= to);

/** How lines are ended and indented already. */
const manner = (text: string): { readonly lineEnd: string; readonly unit: string } => ({
  lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
  unit: /^\t/m.test(text) ? '\t' : (/^( +)"/m.exec(text)?.[1] ?? '  '),
});

/** The blanks in front of what begins its line; undefined where something else stands before it. */
const indentOf = (text: string, offset: number): string | undefined =>
  /(?:^|\n)([ \t]*)$/.exec(text.slice(0, offset))?.[1];

/** What takes an entry out: its line, where it has one of its own, and one comma. */
const removal = (text: string, entry: Node): readonly Edit[] => {
  const { commas } = between(text);
  const siblings = entry.parent?.children ?? [];
  const at = siblings.indexOf(entry);
  const [previous, next] = [siblings[at - 1], siblings[at + 1]];
  const end = endOf(entry);
  const [behind] = within(commas, end, next?.offset ?? (entry.parent ? endOf(entry.parent) : end));
  const [before] = previous ? within(commas, endOf(previous), entry.offset) : [];
  const comma = behind ?? before;
  const isTouching = behind !== undefined && /^[ \t]*$/.test(text.slice(end, behind.from));
  const to = isTouching ? behind.to : end;
  const indent = indentOf(text, entry.offset);
  const [rest = ''] = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(to)) ?? [];
  const own =
    indent !== undefined && rest !== ''
      ? { from: entry.offset - indent.length, to: to + rest.length }
      : { from: entry.offset, to };
  const spans = comma && !isTouching ? [own, comma] : [own];
  return spans.map(({ from, to: until }) => ({ offset: from, length: until - from, content: '' }));
};

/** What puts an entry behind everything else in an object. */
const addition = (text: string, object: Node, key: string, value: Value): readonly Edit[] => {
  const { commas, all } = between(text);
  const { lineEnd, unit } = manner(text);
  const [first, last] = [object.children?.[0], object.children?.at(-1)];
  const [start, end] = [last ? endOf(last) : object.offset + 1, endOf(object) - 1];
  const place = Math.max(start, ...within(all, start, end).map(({ to }) => to));
  // Of an object that begins within a line the end shows how deep it is.
  const outer = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', object.offset) + 1))?.[0] ?? '';
  const indent = (first && indentOf(text, first.offset)) ?? outer + unit;
  const line = `${JSON.stringify(key)}: ${JSON.stringify(value, null, unit)}`;
  const added = `${lineEnd}${indent}${line.replaceAll('\n', lineEnd + indent)}`;
  const isOpen = text.slice(place, end).includes('\n');
  const needsComma = last !== undefined && within(commas, start, end).length === 0;
  const put = { offset: place, length: isOpen ? 0 : end - place };
  const content = isOpen ? added : `${added}${lineEnd}${outer}`;
  if (!needsComma) return [{ ...put, content }];
  if (place === start) return [{ ...put, content: `,${content}` }];
  return [
    { offset: start, length: 0, content: ',' },
    { ...put, content },
  ];
};

/**
 * The text with an entry of an object as it should be.
 * @param path where the object stands, which there must be
 * @param value undefined where the entry is to go
 */
export const withEntry = (
  text: string,
  path: readonly string[],
  key: string,
  value: Value | undefined,
): string => {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const object = root && findNodeAtLocation(root, [...path]);
  if (object?.type !== 'object') return text;
  const stands = findNodeAtLocation(object, [key]);
  if (value === undefined) {
    return stands?.parent ? applyEdits(text, [...removal(text, stands.parent)]) : text;
  }
  if (!stands) return applyEdits(text, [...addition(text, object, key, value)]);
  const content = JSON.stringify(value);
  return applyEdits(text, [{ offset: stands.offset, length: stands.length, content }]);
};
