/** Ids stand once and where they belong. */
import type { Finding } from '../diagnostic.ts';
import { kindOf } from '../kinds/index.ts';
import { stemOf } from '../layout.ts';
import type { Entry, Path } from '../ledger.ts';
import { allEntries, found, type Rule } from './rule.ts';

/** An id stands once; districts and units share their ids, since a district is a unit too. */
export const duplicateIds: Rule = ({ ledger, lineOf }) => {
  const firsts = new Map<string, Entry>();
  return allEntries(ledger).flatMap((entry) => {
    const space = entry.kind === 'district' ? 'unit' : entry.kind;
    const key = `${space} ${entry.id.toLowerCase()}`;
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, entry);
      return [];
    }
    const params = { id: entry.id, file: first.file, line: lineOf?.(first) ?? null };
    return [found(entry, ['id'], { code: 'id/duplicate', params })];
  });
};

/** What an id must be or start with, by where the record stands. */
export const misplacedIds: Rule = ({ ledger }) =>
  allEntries(ledger).flatMap((entry) => {
    const { place } = kindOf(entry.kind);
    const wrong = (expected: string, path: Path = ['id']) => [
      found(entry, path, { code: 'id/misplaced', params: { id: entry.id, expected } }),
    ];
    const stem = stemOf(entry.file);
    if (place.in === 'folder' && entry.id !== stem) return wrong(stem);
    if (entry.kind === 'measure' && entry.parent && !entry.id.startsWith(`${entry.parent.id}.`)) {
      return wrong(`${entry.parent.id}.…`);
    }
    if (entry.kind === 'project' && !/^-[0-9]+$/.test(entry.id.slice(entry.data.district.length))) {
      return wrong(`${entry.data.district}-…`);
    }
    if (entry.kind === 'project' && !entry.id.startsWith(`${entry.data.district}-`)) {
      return wrong(`${entry.data.district}-…`);
    }
    return [];
  });

/** A file of records kept by another record's id is named by that id. */
export const misplacedFiles: Rule = ({ ledger }) => {
  const told = new Set<string>();
  return ledger.entries.project.flatMap((entry) => {
    const { district } = entry.data;
    if (stemOf(entry.file) === district || told.has(entry.file)) return [];
    told.add(entry.file);
    const params = { id: district, expected: stemOf(entry.file) };
    return [{ code: 'id/misplaced', params, file: entry.file, path: ['district'] } as Finding];
  });
};
