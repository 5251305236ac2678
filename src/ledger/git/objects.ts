/**
 * Objects of a repository by name, from one `git cat-file --batch` however many are asked for. Nothing is
 * fetched: what a partial clone does not hold is missing.
 */
import type { Repository } from './repository.ts';
import { converse, GitTrouble, troubleOf } from './run.ts';

interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A conversation about objects; whoever opens one closes it. */
export interface Objects {
  /**
   * The object of a name such as `HEAD^{commit}` or an id; undefined where there is none, or where the name
   * could be more than one line.
   * @throws GitTrouble where git is absent or gives up
   */
  readonly find: (name: string) => Promise<GitObject | undefined>;
  readonly close: () => void;
}

interface Waiting {
  readonly answer: (found: GitObject | undefined) => void;
  readonly fail: (trouble: GitTrouble) => void;
}

const answerLine = /^([0-9a-f]{40}|[0-9a-f]{64}) ([a-z]+) (\d+)$/;

/** Cuts answers off what has come in; the rest stays for later. */
const cutAnswer = (
  bytes: Buffer,
): { readonly found: GitObject | undefined; readonly length: number } | undefined => {
  const lineEnd = bytes.indexOf(10);
  if (lineEnd < 0) return undefined;
  const [, id, type, size] = answerLine.exec(bytes.subarray(0, lineEnd).toString('utf8')) ?? [];
  if (id === undefined || type === undefined) return { found: undefined, length: lineEnd + 1 };
  const from = lineEnd + 1;
  const to = from + Number(size);
  if (bytes.length <= to) return undefined;
  return { found: { id, type, bytes: Buffer.from(bytes.subarray(from, to)) }, length: to + 1 };
};

/** Opens a conversation; git is started with the first question. */
const openObjects = ({ top }: Repository): Objects => {
  const waiting: Waiting[] = [];
  let chunks: Buffer[] = [];
  let said = '';
  let trouble: GitTrouble | undefined;
  let child: ReturnType<typeof converse> | undefined;
  /** Bytes without which the answer that is coming in is not whole. */
  let wanted = 0;
  const giveUp = (given: GitTrouble) => {
    trouble ??= given;
    for (const each of waiting.splice(0)) each.fail(trouble);
  };
  const take = (chunk: Buffer) => {
    chunks.push(chunk);
    const held = chunks.reduce((sum, { length }) => sum + length, 0);
    // A large answer comes in many pieces; joining them at each would copy it as often.
    if (held < wanted) return;
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    for (let cut = cutAnswer(rest); cut; cut = cutAnswer(rest)) {
      rest = rest.subarray(cut.length);
      waiting.shift()?.answer(cut.found);
    }
    chunks = rest.length > 0 ? [rest] : [];
    const [, , , size = '0'] =
      answerLine.exec(rest.subarray(0, 200).toString('latin1').split('\n')[0] ?? '') ?? [];
    wanted = Number(size);
  };
  const start = () => {
    const started = converse(top, ['cat-file', '--batch']);
    started.stdout.on('data', take);
    started.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(0, 2_000);
    });
    started.on('error', () => giveUp(new GitTrouble('absent')));
    started.stdin.on('error', () => {});
    started.on('close', () => giveUp(troubleOf(said.trim())));
    return started;
  };
  return {
    find: (name) =>
      new Promise((answer, fail) => {
        if (/[\0\n\r]/.test(name)) return answer(undefined);
        if (trouble) return fail(trouble);
        child ??= start();
        waiting.push({ answer, fail });
        child.stdin.write(`${name}\n`);
      }),
    close: () => child?.stdin.end(),
  };
};

/** Does something with a repository's objects and ends the conversation. */
export const withObjects = async <T>(
  repository: Repository,
  work: (objects: Objects) => Promise<T>,
): Promise<T> => {
  const objects = openObjects(repository);
  try {
    return await work(objects);
  } finally {
    objects.close();
  }
};
