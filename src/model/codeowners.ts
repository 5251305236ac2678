/**
 * Who is asked before which files of a ledger change: from the owners that the ledger, its fields, districts and units
 * name. How hosts of repositories write that down is told here as well, since it is their language and nobody's words.
 */
import type { Entry, Ledger } from './ledger.ts';
import { childrenOf, currentUnit } from './ledger.ts';
import { compareText, natural } from './order.ts';
import type { View } from './view.ts';

/** Whose files are matched by a pattern. */
export interface Ownership {
  /** From the ledger's folder; empty for all of it. */
  readonly file: string;
  /** Accounts, each once; none where nobody is known. */
  readonly owners: readonly string[];
  /** The records that were asked for them. */
  readonly from: readonly string[];
}

type Owned = { readonly owners?: readonly string[] };

const ownersOf = (entry: Entry | undefined): readonly string[] =>
  (entry?.data as Owned | undefined)?.owners ?? [];

/** The owners of a unit or a district; of a group without any those of its members. */
const ownersOfUnit = (ledger: Ledger, id: string): readonly string[] => {
  const unit = ledger.byId.unit.get(id);
  const own = ownersOf(unit ?? ledger.byId.district.get(id));
  if (own.length > 0) return own;
  const members = unit?.data.members ?? [];
  return members.flatMap((member) =>
    ownersOf(ledger.byId.unit.get(member) ?? ledger.byId.district.get(member)),
  );
};

/** Units as they are called on the day, in the order in which they are named. */
const leadsOf = (view: View, items: readonly (Entry<'measure'> | Entry<'project'>)[]) =>
  items
    .filter((item) => view.standing(item).status !== 'withdrawn')
    .flatMap((item) => view.standing(item).plan.lead ?? [])
    .map((unit) => currentUnit(view.ledger, unit, view.today));

const ownership = (
  { ledger }: View,
  file: string,
  home: Entry | undefined,
  units: readonly string[],
): Ownership => ({
  file,
  owners: [...new Set([...ownersOf(home), ...units.flatMap((unit) => ownersOfUnit(ledger, unit))])],
  from: [...new Set([...(home ? [home.id] : []), ...units])],
});

/** The whole ledger first, then tasks, then districts' projects: of two that fit, the later one counts. */
export const ownershipsOf = (view: View): readonly Ownership[] => {
  const { ledger } = view;
  const tasks = ledger.entries.task.map((task) => {
    const field = ledger.byId.field.get(task.data.field ?? '');
    return ownership(view, task.file, field, leadsOf(view, childrenOf(ledger, task, 'measure')));
  });
  const files = [...new Set(ledger.entries.project.map(({ file }) => file))];
  const projects = files.map((file) => {
    const own = ledger.entries.project.filter((each) => each.file === file);
    const district = ledger.byId.district.get(own[0]?.data.district ?? '');
    return ownership(view, file, district, leadsOf(view, own));
  });
  const byFile = (a: Ownership, b: Ownership) => compareText(natural(a.file), natural(b.file));
  return [
    ownership(view, '', ledger.entries.ledger[0], []),
    ...tasks.sort(byFile),
    ...projects.sort(byFile),
  ];
};

/**
 * A path from a repository's top as a pattern of a CODEOWNERS file, as GitHub and GitLab read it; a folder ends
 * with `/`. Undefined where none can name it, such as one of several lines.
 */
export const ownedPattern = (path: string): string | undefined =>
  /\p{Cc}/u.test(path) ? undefined : `/${path.replace(/[\\\s*?#![\]]/gu, '\\$&')}`;
