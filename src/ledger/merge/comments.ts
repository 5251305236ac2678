/** Comments of a YAML text, as they are typed: what no value keeps and nobody may lose. */
import { Lexer } from 'yaml';

/** The sign that the library puts before the text of a plain or block scalar. */
const scalarMark = '\u001f';

/** How often each comment stands in a text. */
export const commentsIn = (text: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && before !== scalarMark) {
      const comment = lexeme.trimEnd();
      found.set(comment, (found.get(comment) ?? 0) + 1);
    }
    before = lexeme;
  }
  return found;
};

/** Comments that a merge of three texts must have, each as often as is named. */
export const commentsDue = (
  base: string,
  ours: string,
  theirs: string,
): ReadonlyMap<string, number> => {
  const [old, own, other] = [commentsIn(base), commentsIn(ours), commentsIn(theirs)];
  const all = new Set([...own.keys(), ...other.keys()]);
  return new Map(
    [...all].flatMap((comment) => {
      const [was, mine, their] = [old, own, other].map((each) => each.get(comment) ?? 0);
      const due =
        mine === was
          ? their
          : their === was
            ? mine
            : Math.max(mine ?? 0, their ?? 0) > (was ?? 0)
              ? Math.max(mine ?? 0, their ?? 0)
              : Math.min(mine ?? 0, their ?? 0);
      return due ? [[comment, due] as const] : [];
    }),
  );
};

/** Comments that are due and do not stand in a text, as often as they are missing. */
export const missingComments = (
  due: ReadonlyMap<string, number>,
  ...texts: readonly string[]
): readonly string[] => {
  const stand = texts.map(commentsIn);
  return [...due].flatMap(([comment, count]) => {
    const most = Math.max(0, ...stand.map((each) => each.get(comment) ?? 0));
    return Array.from({ length: Math.max(0, count - most) }, () => comment);
  });
};
