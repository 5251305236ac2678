/** Ids stand once and where they belong. */
import type { Finding } from '../diagnostic.ts';
import { groupedBy } from '../groups.ts';
import { kindOf } from '../kinds/index.ts';
import { stemOf } from '../layout.ts';
import { type Entry, itemsOf, type Path } from '../ledger.ts';
import { foldId } from '../names.ts';
import { allEntries, found, type Rule } from './rule.ts';

/** Whether a record stands in the file that is named by its id, where its kind has such files. */
const isAtHome = (entry: Entry): boolean =>
  kindOf(entry.kind).place.in !== 'folder' || entry.id === stemOf(entry.file);

/**
 * An id stands once, however it is typed: `T3` is `T03`. Districts and units share their ids, since
 * a district is a unit too. Of a record and its copy under another file name the copy is the one
 * that is told.
 */
export const duplicateIds: Rule = ({ ledger, lineOf }) => {
  const byKey = groupedBy(
    allEntries(ledger),
    ({ kind, id }) => `${kind === 'district' ? 'unit' : kind} ${foldId(id)}`,
  );
  return [...byKey.values()].flatMap((same) => {
    const owner = same.find(isAtHome) ?? same[0];
    return same.flatMap((entry) => {
      if (owner === undefined || entry === owner) return [];
      const params = { id: entry.id, file: owner.file, line: lineOf?.(owner) ?? null };
      return [found(entry, ['id'], { code: 'id/duplicate', params })];
    });
  });
};

/** An amendment lists each criterion once. */
export const duplicateCriteria: Rule = ({ ledger, lineOf }) =>
  itemsOf(ledger).flatMap((item) =>
    (item.data.log ?? []).flatMap((event, index) => {
      const criteria = event.event === 'amend' ? (event.set.criteria ?? []) : [];
      return criteria.flatMap(({ id }, at) => {
        if (criteria.findIndex((each) => each.id === id) === at) return [];
        const params = { id, file: item.file, line: lineOf?.(item) ?? null };
        return [
          found(item, ['log', index, 'set', 'criteria', at, 'id'], {
            code: 'id/duplicate',
            params,
          }),
        ];
      });
    }),
  );

/**
 * Whether the id as it stands in the record has the form of its kind; where not, that has been
 * told.
 */
const hasSoundId = ({ kind, data }: Entry): boolean => {
  const type = kindOf(kind).attributes['id']?.type;
  const local = (data as { readonly id?: string }).id;
  return type?.is !== 'id' || (local !== undefined && type.form.pattern.test(local));
};

/** What an id must be or start with, by where the record stands. */
export const misplacedIds: Rule = ({ ledger }) =>
  allEntries(ledger).flatMap((entry) => {
    if (!hasSoundId(entry) || (entry.parent && !hasSoundId(entry.parent))) return [];
    const { place } = kindOf(entry.kind);
    const wrong = (expected: string, path: Path = ['id']) => [
      found(entry, path, { code: 'id/misplaced', params: { id: entry.id, expected } }),
    ];
    const stem = stemOf(entry.file);
    if (place.in === 'folder' && entry.id !== stem) return wrong(stem);
    if (entry.kind === 'measure' && entry.parent && !entry.id.startsWith(`${entry.parent.id}.`)) {
      return wrong(`${entry.parent.id}.…`);
    }
    if (entry.kind === 'project') {
      const { district } = entry.data;
      const isItsOwn =
        entry.id.startsWith(`${district}-`) && /^-[0-9]+$/.test(entry.id.slice(district.length));
      if (!isItsOwn && ledger.byId.district.has(district)) return wrong(`${district}-…`);
    }
    return [];
  });

/**
 * A file of records kept by another record's id is named by that id. Of a record that does not exist
 * it is only told that it does not.
 */
export const misplacedFiles: Rule = ({ ledger, owners }) =>
  owners.flatMap(({ file, by, id }) => {
    if (stemOf(file) === id || !ledger.byId[by].has(id)) return [];
    const params = { id, expected: stemOf(file) };
    return [{ code: 'id/misplaced', params, file, path: [by] } as Finding];
  });
