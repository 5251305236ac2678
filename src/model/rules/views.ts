/** Saved views can be asked: each has a name of its own, and its query, kind and columns are understood. */
import type { Finding, Problem } from '../diagnostic.ts';
import { factNamesAlong } from '../facts.ts';
import { type KindName, kindNames, kindOf } from '../kinds/index.ts';
import { suggest } from '../names.ts';
import { parseQuery, type Query } from '../query.ts';
import { queryKeys } from '../query-keys.ts';
import { found, type Rule } from './rule.ts';

const items: readonly KindName[] = ['measure', 'project'];

const keysIn = (query: Query): readonly string[] => {
  switch (query.is) {
    case 'all':
    case 'any':
      return query.of.flatMap(keysIn);
    case 'not':
      return keysIn(query.of);
    case 'term':
      return [query.key];
    case 'word':
      return [];
  }
};

const unknown = (given: string, possible: readonly string[]): Problem => ({
  code: 'view/unknown-name',
  params: { given, suggestions: suggest(given, possible) },
});

/** Keys may be spelt in Chinese or by another of their names, which only the words know. */
const isPlain = (key: string): boolean => /^[a-z_]+$/.test(key);

export const brokenViews: Rule = ({ ledger, unread }) => {
  const [about] = ledger.entries.ledger;
  const views = ledger.about.views ?? [];
  if (!about || unread.size > 0) return [];
  const named = (name: string) =>
    kindNames.find((kind) => [kind, kindOf(kind).plural].includes(name));
  return views.flatMap(({ name, query, kind, columns = [], sort = [] }, at): readonly Finding[] => {
    const place = (key: string, problem: Problem, ...inner: readonly number[]) =>
      found(about, ['views', at, key, ...inner], problem);
    const first = views.findIndex((each) => each.name === name);
    const only = kind === undefined ? undefined : named(kind);
    const kinds = only ? [only] : items;
    const keys = [...queryKeys(kinds).keys()];
    const facts = ['id', ...kinds.flatMap(factNamesAlong)];
    const parsed = parseQuery(query);
    const asked = parsed.is === 'query' ? keysIn(parsed.query).filter(isPlain) : [];
    const isKey = (key: string) =>
      keys.some((each) => [each, `${each}s`, each.replace(/s$/, '')].includes(key));
    const shown = (key: 'columns' | 'sort', names: readonly string[]) =>
      names.flatMap((each, index) => {
        const plain = key === 'sort' ? each.replace(/^-/, '') : each;
        return facts.includes(plain) ? [] : [place(key, unknown(plain, facts), index)];
      });
    return [
      ...(first < at || !/^[\p{L}\p{N}_-]+$/u.test(name)
        ? [place('name', { code: 'view/name', params: { name } })]
        : []),
      ...(kind !== undefined && !only
        ? [
            place(
              'kind',
              unknown(
                kind,
                kindNames.map((each) => kindOf(each).plural),
              ),
            ),
          ]
        : []),
      ...(parsed.is === 'fault'
        ? [place('query', { code: 'view/query', params: { fault: parsed.fault } })]
        : []),
      ...asked.filter((key) => !isKey(key)).map((key) => place('query', unknown(key, keys))),
      ...shown('columns', columns),
      ...shown('sort', sort),
    ];
  });
};
