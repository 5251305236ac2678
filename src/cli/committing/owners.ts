/** `reform git codeowners`: who is asked before files change, as a file that GitHub and GitLab read. */
import { oneLine } from '../../format/escape.ts';
import { inRepository, repositoryOf } from '../../ledger/git/repository.ts';
import { ownedPattern, ownershipsOf } from '../../model/codeowners.ts';
import { ledgerName, problemTalk } from '../answer.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { fromGit } from '../git.ts';

export const codeowners = (context: Context): Promise<Outcome> =>
  fromGit(async () => {
    const { words, read } = context;
    const { owners: say } = words.git;
    const { opened, view } = await read();
    const repository = repositoryOf(opened.root);
    const found = ownershipsOf(view).map(({ file, owners, from }) => {
      const path = inRepository(repository, file);
      const pattern = ownedPattern(path);
      const isKnown = owners.length > 0 && pattern !== undefined;
      const line = isKnown
        ? `${pattern === '/' ? '*' : pattern} ${owners.join(' ')}`
        : `# ${oneLine(say.unknown(path === '' ? '/' : `/${path}`, from))}`;
      return { isKnown, line };
    });
    const missing = found.filter(({ isKnown }) => !isKnown).length;
    const head = say.head(ledgerName(opened.ledger, words)).map((line) => `# ${oneLine(line)}`);
    return {
      text: [...head, '', ...found.map(({ line }) => line), ''].join('\n'),
      talk: [
        ...(missing > 0 ? [say.missing(missing, found.length)] : []),
        ...problemTalk(words, opened.diagnostics.length),
      ],
    };
  });
