/**
 * What a text promises: something that an outsider could look for, or only that something is promoted,
 * deepened, continued. The words are data, a list for each language; they are chosen so as to suspect
 * too little rather than too much.
 */

/**
 * Verbs that promise effort and no result. «Continuing to do …» is no milestone, says the guide to
 * milestones of the United States (2012); titles of Chinese lists are full of 推进 and 深化.
 */
const effort = {
  en: [
    'accelerate',
    'advance',
    'boost',
    'carry forward',
    'consolidate',
    'continue',
    'deepen',
    'encourage',
    'enhance',
    'explore',
    'facilitate',
    'foster',
    'improve',
    'innovate',
    'optimise',
    'optimize',
    'perfect',
    'promote',
    'push forward',
    'speed up',
    'strengthen',
    'strive',
  ],
  zh: [
    '促进',
    '创新',
    '发展',
    '巩固',
    '鼓励',
    '加大',
    '加快',
    '加强',
    '继续',
    '健全',
    '强化',
    '深化',
    '探索',
    '提高',
    '提升',
    '统筹',
    '推动',
    '推进',
    '拓展',
    '完善',
    '优化',
    '支持',
    '持续',
  ],
} as const;

/** Words that may stand before the verb and change nothing. */
const before = {
  en: [
    'actively',
    'and',
    'better',
    'comprehensively',
    'conscientiously',
    'continuously',
    'deeply',
    'effectively',
    'fully',
    'further',
    'steadily',
    'to',
    'vigorously',
  ],
  zh: [
    '不断',
    '大力',
    '更好',
    '积极',
    '坚持',
    '进一步',
    '努力',
    '切实',
    '全面',
    '深度',
    '深入',
    '稳步',
    '有序',
    '扎实',
    '着力',
  ],
} as const;

/** Words for what is there at the end, so that somebody can look whether it is. */
const results = {
  en: [
    'adopt',
    'appoint',
    'build',
    'built',
    'complete',
    'establish',
    'fit out',
    'found',
    'in force',
    'in operation',
    'in use',
    'install',
    'issue',
    'launch',
    'open',
    'publish',
    'set up',
    'sign',
  ],
  zh: [
    '编制',
    '不少于',
    '出台',
    '达到',
    '发布',
    '覆盖',
    '公布',
    '挂牌',
    '建成',
    '建立',
    '开通',
    '落成',
    '启用',
    '签订',
    '上线',
    '设立',
    '施行',
    '实现',
    '投产',
    '投用',
    '完成',
    '修订',
    '以上',
    '印发',
    '制定',
  ],
} as const;

const anyOf = (words: readonly string[]): string => words.join('|');

/** `promote`, `promotes`, `promoting`, `promotion of` and the like. */
const formsOf = (verb: string): string => {
  const [first = '', ...rest] = verb.split(' ');
  const stem = first.replace(/e$/, '');
  return [`${stem}(?:e|es|s|ing|ion of|ation of|e?ment of)?`, ...rest].join(' ');
};

const rules = {
  en: {
    effort: new RegExp(
      `^(?:(?:${anyOf(before.en)}) )*(?:the )?(?:${anyOf(effort.en.map(formsOf))})\\b`,
      'i',
    ),
    result: new RegExp(
      `\\b(?:${anyOf(results.en)})(?:e?[sd]|ing)?\\b|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?)\\b`,
      'i',
    ),
  },
  zh: {
    effort: new RegExp(`^(?:${anyOf(before.zh)})*(?:${anyOf(effort.zh)})`),
    result: new RegExp(
      `${anyOf(results.zh)}|(?:[二两三四五六七八九十百千万亿]+)余?(?:个|项|家|条|件|处|座|所|栋|公里|户|人|名|套|台|轮|次|元|亩|吨)`,
    ),
  },
} as const;

/** Quoted names, years and plan periods: their figures are part of a name and measure nothing. */
const names =
  /"[^"]*"|“[^”]*”|「[^」]*」|《[^》]*》|(?:19|20)\d\d(?!\d)|\d+(?:st|nd|rd|th)\b|five[- ]year|[一二三四五]五规划/gi;

/**
 * Whether a text only promises effort: it begins with a verb of effort and names neither a figure nor
 * anything that would be there at the end. Chinese text is read by the Chinese words.
 */
export const isOnlyEffort = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(names, ' ').replace(/\s+/g, ' ').trim();
  const { effort: verb, result } = /\p{Script=Han}/u.test(plain) ? rules.zh : rules.en;
  const opening = text.normalize('NFKC').trim();
  return verb.test(opening) && !/\d/.test(plain) && !result.test(plain);
};
