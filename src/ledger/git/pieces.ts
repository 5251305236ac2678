/**
 * Values of many versions of the same file. Versions differ by an entry or two, and reading YAML is what costs: records
 * and entries of logs that stand in a block of their own are read once, whatever number of versions they are in. What
 * is not laid out like that is read as a whole, and so is whatever has a problem.
 */
import type { Value } from '../../model/attribute.ts';
import { isUnreadable } from '../../model/diagnostic.ts';
import { allKeys } from '../load.ts';
import { parse } from '../parse.ts';

/** Lists whose entries are read one by one, from the outside in. */
const listKeys = ['measures', 'projects', 'log'];

const listHead = new RegExp(`^( *)(${listKeys.join('|')}):$`);

const indentOf = (line: string): number => line.length - line.trimStart().length;

const isBlank = (line: string): boolean => /^ *(?:#.*)?$/.test(line);

/** A block of lines without one of its lists, and the entries of that list. */
interface Taken {
  readonly key: string;
  readonly rest: readonly string[];
  readonly entries: readonly (readonly string[])[];
}

/**
 * Takes the list out of a block whose keys stand at an indentation. Whatever belongs to an entry is indented deeper
 * than its dash, so that lines tell where it ends; undefined where they do not tell it plainly.
 */
const takeList = (lines: readonly string[], indent: number): Taken | undefined => {
  const heads = lines.flatMap((line, at) => {
    const [, blanks = '', key] = listHead.exec(line) ?? [];
    return key !== undefined && blanks.length === indent ? [{ at, key }] : [];
  });
  const [head] = heads;
  if (!head || heads.length > 1) return undefined;
  const from = head.at + 1;
  const dash = indentOf(lines[from] ?? '');
  if (dash < indent || !(lines[from] ?? '').startsWith('- ', dash)) return undefined;
  const entries: string[][] = [];
  let end = from;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (isBlank(line)) {
      entries.at(-1)?.push(line);
      continue;
    }
    const at = indentOf(line);
    if (at < dash || (at === dash && !line.startsWith('- ', dash))) break;
    if (at === dash) entries.push([line]);
    else entries.at(-1)?.push(line);
  }
  return { key: head.key, rest: [...lines.slice(0, from), ...lines.slice(end)], entries };
};

type Record = { readonly [key: string]: Value };

const isRecord = (value: Value | undefined): value is Record =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What reads files of a ledger, and remembers their pieces. */
export const pieceReader = (): ((text: string) => Value | undefined) => {
  const known = new Map<string, Value | undefined>();
  const whole = (text: string): Value | undefined => {
    if (known.has(text)) return known.get(text);
    const { value, problems } = parse(text, { keys: allKeys });
    const isBroken = problems.some(({ problem: { code } }) => isUnreadable(code));
    const read = isBroken ? undefined : value;
    known.set(text, read);
    return read;
  };
  /** The only entry of a list that was read by itself. */
  const entry = (lines: readonly string[]): Value | undefined => {
    const text = lines.join('\n');
    if (known.has(`- ${text}`)) return known.get(`- ${text}`);
    const dash = indentOf(lines[0] ?? '');
    const taken = takeList(lines, dash + 2);
    const list = whole((taken?.rest ?? lines).join('\n'));
    const alone = Array.isArray(list) && list.length === 1 ? (list[0] as Value) : undefined;
    const value = taken ? withList(alone, taken) : alone;
    known.set(`- ${text}`, value);
    return value;
  };
  const withList = (value: Value | undefined, { key, entries }: Taken): Value | undefined => {
    const list = entries.map(entry);
    const isWhole = list.every((each) => each !== undefined);
    // A key without a value is read as none.
    return isRecord(value) && !(key in value) && isWhole
      ? { ...value, [key]: list as readonly Value[] }
      : undefined;
  };
  return (text) => {
    if (/[\r\t]/.test(text)) return whole(text);
    const taken = takeList(text.split('\n'), 0);
    const value = taken && withList(whole(taken.rest.join('\n')), taken);
    return value ?? whole(text);
  };
};
