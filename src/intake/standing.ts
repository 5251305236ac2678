/** What lists say of where an item stands, in one word or a few. */

export type Standing =
  | 'not-started'
  | 'under-way'
  | 'blocked'
  /** Said to be done: a claim, which in a ledger needs evidence. */
  | 'complete'
  /** Said to be struck off, which in a ledger somebody else than its lead does. */
  | 'closed'
  | 'withdrawn'
  /** Yes or no, to a question in the heading that is no news of progress. */
  | 'answer'
  | 'unknown';

const words: readonly (readonly [Standing, RegExp])[] = [
  [
    'not-started',
    /^(?:尚?未(?:启动|开始|开展|实施)|待(?:启动|开展|实施)|没有启动|计划中|notstarted|notyetstarted|notbegun|planned|pending|tobestarted|yettostart|notyetdue|noprogress|nottracked|计划启动)/u,
  ],
  [
    'withdrawn',
    /^(?:已?(?:终止|取消|撤销|中止)|不再(?:推进|实施)|notbeingpursued|cancelled|canceled|withdrawn|dropped|abandoned|discontinued|nolongerpursued|superseded|broken|thwarted)/u,
  ],
  ['blocked', /^已?(?:受阻|停滞|暂停|暂缓|搁置|blocked|stalled|onhold|paused|suspended|stuck)/u],
  ['closed', /^(?:已销号|销号|已验收|verified|closed|signedoff)/u],
  [
    'complete',
    /^(?:(?:已|全部|全面|如期|按期|按时|提前)*(?:完成|办结|完结|落实到位)(?:。|$)|已(?:全部|全面|如期|按期)?(?:完成|办结)|completed?|done|delivered|fulfilled|achieved|implemented|met|fullymet|promisekept|kept|finished|yescompleted)/u,
  ],
  [
    'under-way',
    /^(?:正在|按计划|有序|持续|顺利|基本|加快|稳步)*(?:推进|进行|实施|开展)(?:中)?|^(?:基本完成|未完成|未办结|未销号|notcompleted?|incomplete|进行中|在建|推进中|inprogress|underway|ongoing|ontrack|started|begun|limited|substantial|progressing|intheworks|actionstaken|delayed|atrisk|offtrack|behind|slightlydelayed)/u,
  ],
];

/** What a word of a status says; whole sentences that begin with one say the same. */
export const standingOf = (text: string, heading: string): Standing => {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-–—_:：,，;；()（）【】[\]]+/gu, '');
  const isClosing = /销号/u.test(heading);
  if (/^(?:是|y|yes|√|✓|✔|true|1|已)$/u.test(bare))
    return isClosing
      ? 'closed'
      : /完成|办结|complete|done|met/iu.test(heading)
        ? 'complete'
        : 'answer';
  if (/^(?:否|n|no|×|✗|x|false|0|未)$/u.test(bare)) return 'answer';
  return words.find(([, form]) => form.test(bare))?.[0] ?? 'unknown';
};
