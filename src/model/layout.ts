/**
 * Which file of the ledger's folder keeps which kind of record, and in which order files are read.
 */
import { records, reference, required, type Type } from './attribute.ts';
import type { Kind } from './kind.ts';
import { type KindName, kindNames, kindOf } from './kinds/index.ts';
import { compareText, natural } from './order.ts';

/** Files beside the records that the tool leaves alone. */
const besides = /^(?:README[^/]*\.md|evidence\/.*|sources\/.*)$/;

/** A file that explains a folder of records to whoever opens it. */
const readme = /^([^/]+)\/README[^/]*\.md$/;

const keeps = ({ place }: Kind, file: string): boolean => {
  switch (place.in) {
    case 'single':
    case 'file':
      return file === place.file;
    case 'folder':
    case 'folder-by':
      return file.startsWith(`${place.folder}/`) && /^[^/]+\/[^/.][^/]*\.yaml$/.test(file);
    case 'parent':
      return false;
  }
};

/** The kind whose records a file keeps, or undefined where it keeps none. */
export const placeOf = (file: string): KindName | undefined =>
  kindNames.find((name) => keeps(kindOf(name), file));

/** The folders of records. */
const folders = new Set(
  kindNames.flatMap((name) => {
    const { place } = kindOf(name);
    return place.in === 'folder' || place.in === 'folder-by' ? [place.folder] : [];
  }),
);

/**
 * Whether a file may lie in the ledger's folder without being a record: hidden files, README,
 * evidence, sources.
 */
export const isBeside = (file: string): boolean =>
  besides.test(file) ||
  folders.has(readme.exec(file)?.[1] ?? '') ||
  file.split('/').some((part) => part.startsWith('.'));

/** The files that keep records of a kind, as a pattern; none where they stand inside other records. */
export const filesOf = (kind: KindName): string | undefined => {
  const { place } = kindOf(kind);
  if (place.in === 'parent') return undefined;
  return place.in === 'single' || place.in === 'file' ? place.file : `${place.folder}/*.yaml`;
};

/** The files and folders that a ledger consists of, for telling what was expected. */
export const expectedFiles: readonly string[] = kindNames.flatMap((name) => filesOf(name) ?? []);

/** The name of the file itself, without folder and ending. */
export const stemOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.yaml$/, '');

const rank = (file: string): number => kindNames.indexOf(placeOf(file) as KindName);

/** Orders files by kind, then naturally by name. */
export const byLayout = (a: string, b: string): number => {
  return rank(a) - rank(b) || compareText(natural(a), natural(b));
};

/** What a whole file that keeps records of a kind holds. */
export const typeOfFile = (name: KindName): Type => {
  const { place, attributes } = kindOf(name);
  switch (place.in) {
    case 'file':
      return { is: 'records', of: name };
    case 'folder-by':
      return {
        is: 'map',
        of: {
          [place.by]: required(reference('the record whose file this is', place.by)),
          [place.key]: required(records('its records', name)),
        },
      };
    default:
      return { is: 'map', of: attributes };
  }
};

/** The files or folders in which whoever looks for an id of a kind finds it; a district is a unit too. */
export const keptIn = (kind: KindName): readonly string[] => {
  if (kind === 'unit') return ['units.yaml', 'districts.yaml'];
  const { place } = kindOf(kind);
  switch (place.in) {
    case 'parent':
      return keptIn(place.parent as KindName);
    case 'folder':
    case 'folder-by':
      return [`${place.folder}/`];
    default:
      return [place.file];
  }
};
