/**
 * What is typed to say which items are meant: `status:planned lead:finance due:..2022-09-30 voucher`.
 * All terms must hold; values with commas are alternatives; a bare word is searched for in ids,
 * titles and aliases. Safe to type in any shell, full-width punctuation understood.
 */

/** One `key:value,value`. */
interface Term {
  readonly key: string;
  readonly values: readonly string[];
}

export type Query =
  | { readonly is: 'query'; readonly terms: readonly Term[]; readonly words: readonly string[] }
  /** Something the language does not have. */
  | { readonly is: 'unknown'; readonly given: string };

/** Quoted parts may hold blanks and punctuation. */
const token = /(?:"[^"]*"|[^\s"])+/g;

const halfWidth = (text: string): string =>
  text.replace(
    /[：，（）＂“”]/g,
    (each) => ({ '：': ':', '，': ',', '（': '(', '）': ')' })[each] ?? '"',
  );

const unquoted = (text: string): string => text.replace(/"/g, '').trim();

/** Commas between quotes belong to the value. */
const valuesOf = (text: string): readonly string[] =>
  (text.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map(unquoted).filter((each) => each !== '');

/** Parses a query; what is only a part of the language to come is refused and not guessed at. */
export const parseQuery = (text: string): Query => {
  const terms: Term[] = [];
  const words: string[] = [];
  for (const [given] of halfWidth(text).matchAll(token)) {
    if (/^(?:not|or|and)$/i.test(given) || /^[()<>=-]|[()]$/.test(given)) {
      return { is: 'unknown', given };
    }
    const [, key, rest] = /^([A-Za-z_-]+):(.*)$/s.exec(given) ?? [];
    if (key === undefined || rest === undefined) {
      words.push(unquoted(given));
      continue;
    }
    const values = valuesOf(rest);
    if (values.length === 0) return { is: 'unknown', given };
    terms.push({ key: key.toLowerCase().replace(/-/g, '_'), values });
  }
  return { is: 'query', terms, words: words.filter((each) => each !== '') };
};
