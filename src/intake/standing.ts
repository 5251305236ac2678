/** What lists say of where an item stands, in one word or a few. */

export type Standing =
  | 'not-started'
  | 'blocked'
  /** Said to be done: a claim, which in a ledger needs evidence. */
  | 'complete'
  /** Said to be struck off, which in a ledger somebody else than its lead does. */
  | 'closed'
  | 'withdrawn'
  /** Yes or no, to a question in the heading that is no news of progress. */
  | 'answer'
  | 'unknown';

const all = (...forms: readonly string[]) => new RegExp(`^(?:${forms.join('|')})$`, 'u');

const words: readonly (readonly [Standing, RegExp])[] = [
  [
    'not-started',
    all(
      '(?:尚|还)?未(?:启动|开始|开展|实施|推进)',
      '(?:待|尚待|计划)(?:启动|开展|实施)',
      '(?:还)?没有(?:启动|开始)',
      '计划中',
      'not(?:yet)?(?:started|begun)(?:yet)?',
      'planned',
      'pending',
      'tobestarted',
      'yettostart',
      'notyetdue',
      'noprogress(?:yet)?',
      'nottracked',
    ),
  ],
  [
    'withdrawn',
    all(
      '已?(?:终止|取消|撤销|中止)(?:实施)?',
      '不再(?:推进|实施)',
      'not(?:being|longer)pursued',
      'nolongerpursued',
      'cancelled|canceled|withdrawn|dropped|abandoned|discontinued|superseded',
      '(?:promise)?broken|thwarted',
    ),
  ],
  [
    'blocked',
    all(
      '已?(?:受阻|停滞|暂停|暂缓|搁置)(?:推进|实施)?',
      'blocked|stalled|onhold|paused|suspended|stuck',
    ),
  ],
  ['closed', all('已?销号', '已验收', 'verified|closed|signedoff')],
  [
    'complete',
    all(
      '(?:已|全部|全面|如期|按期|按时|提前)*(?:完成|办结|完结|落实到位)',
      '(?:fully)?(?:completed?|done|delivered|fulfilled|achieved|implemented|met|finished)',
      '(?:promise)?kept',
    ),
  ],
];

/** What is said first, up to a mark: the words behind it explain it. */
const firstWords = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[。.!,;:()[\]【】\n]|\s[-–—]+\s?|[–—]/u)[0] ?? ''
  ).replace(/[\s\-_]+/gu, '');

/**
 * What a word of a status says. A sentence says the same only where the word stands alone before the first
 * mark: `Completed – fully met` is done, `Completed the first draft` is not.
 */
export const standingOf = (text: string, heading: string): Standing => {
  const first = firstWords(text);
  const isClosing = /销号/u.test(heading);
  if (/^(?:是|y|yes|√|✓|✔|true|1|已)$/u.test(first)) {
    if (isClosing) return 'closed';
    return /完成|办结|complete|done|met/iu.test(heading) ? 'complete' : 'answer';
  }
  if (/^(?:否|n|no|×|✗|x|false|0|未)$/u.test(first)) return 'answer';
  return words.find(([, form]) => form.test(first))?.[0] ?? 'unknown';
};
