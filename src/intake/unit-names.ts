/**
 * Names of units as offices write them: where one ends and the next begins, which mean a whole group, and when two
 * are the same but for how they are written.
 */
import { areTwoNames, partedAtCommas } from './names-en.ts';

/** A name that ends so is complete: what follows after 和, a blank or a new line is another one. */
const complete =
  /(?:局|委|办|厅|署|委员会|办公室|中心|公司|集团|大学|学院|管委会|政府|街道办?|总队|支队|领导小组|专班|指挥部|法院|检察院|政协|人大|联合会|工会|团市委|妇联|工商联|银行|协会|研究院|海关|税务局)$/u;

/** Districts are joined with districts only: 开发区和自贸区管理局 is one. */
const district = /[\p{Script=Han}][区县]$/u;
const districtTail = /(?:区|县|区政府|区人民政府|县政府)$/u;

/** Ends that names of units have, complete or not. */
const unitEnd =
  /(?:[局委办厅署院部处科室所站馆会团校区县市镇社台队组司行厂]|中心|公司|集团|大学|街道|(?<!城)乡|政府|政协|人大|单位|部门|企业|专班|机构|妇联|工商联|科协|海关)$/u;

/** Whether a text ends as names of units in Chinese do. */
export const endsLikeUnit = (text: string): boolean => unitEnd.test(text.trim());

const han = /\p{Script=Han}/u;

const areTwo = (left: string, right: string): boolean => {
  if (complete.test(left)) return unitEnd.test(right) || /^[各市省区县]/u.test(right);
  if (/(?:部门|单位)$/u.test(left)) return /^[各市省区县]/u.test(right);
  return district.test(left) && districtTail.test(right);
};

/** Parts at 和, 及 and 与 where a complete name stands on both sides: 市财政局和市科技局, not 市工业和信息化局. */
const partedAtAnd = (text: string): readonly string[] => {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: joint, index } of text.matchAll(/以及|[和及与]|(?: & | and |&)/gu)) {
    const left = text.slice(from, index).trim();
    const right = text.slice(index + joint.length).trim();
    // 各县（市和区） is one name.
    if (/\([^()]{0,200}$/.test(left)) continue;
    const isTwo = /[&a]/.test(joint)
      ? han.test(left)
        ? complete.test(left)
        : areTwoNames(left, right)
      : areTwo(
          left.replace(/\([^()]{0,200}\)$/u, ''),
          right.replace(
            /(?:等?(?:按职责分工)?(?:共同|分别)?(?:负责|牵头|配合|落实)|\([^()]{0,200}\))+$/u,
            '',
          ),
        );
    if (isTwo) {
      parts.push(left);
      from = index + joint.length;
    }
  }
  return [...parts, text.slice(from)];
};

/** Blanks and new lines inside a Chinese name are none of its own; behind a complete name they part. */
const atBlanks = (text: string): string =>
  text.replace(/[ \n]+/gu, (blank, at: number) => {
    const left = text.slice(Math.max(0, at - 12), at);
    const right = text.slice(at + blank.length, at + blank.length + 1);
    if (!/[\p{Script=Han})]$/u.test(left) || !/[\p{Script=Han}(\d]/u.test(right)) return blank;
    if (/[(\d]/.test(right))
      return blank.includes('\n') && right !== '(' ? '\n' : blank.includes(' ') ? ' ' : '';
    if (/\)$/.test(left)) return '、';
    return complete.test(left) ||
      (blank.includes('\n') && unitEnd.test(left)) ||
      /(?:区|县|单位|部门)$/u.test(left)
      ? '、'
      : '';
  });

/** A name with what stands before it. */
interface Part {
  readonly text: string;
  /** It begins the cell, or follows a comma or a stronger mark. */
  readonly isFirst: boolean;
}

/**
 * Parts a text into names; marks inside brackets part nothing. A comma parts English names only between what
 * are names of their own, where no semicolon or new line does.
 */
export const splitNames = (given: string): readonly Part[] => {
  const whole = atBlanks(given);
  const isChinese = han.test(whole);
  const mayPart = !isChinese && !/[;\n]\s*[^;\s]/.test(whole.trim());
  const all: Part[] = [];
  let depth = 0;
  let from = 0;
  let isFirst = true;
  const close = (to: number, next: boolean): void => {
    const text = whole.slice(from, to);
    for (const [index, part] of (mayPart ? partedAtCommas(text) : [text]).entries()) {
      const [first = '', ...others] = partedAtAnd(part);
      all.push({ text: first, isFirst: isFirst || index > 0 });
      all.push(...others.map((each) => ({ text: each, isFirst: false })));
    }
    from = to + 1;
    isFirst = next;
  };
  for (let at = 0; at < whole.length; at += 1) {
    const mark = whole[at] ?? '';
    if ('([【〔'.includes(mark)) depth += 1;
    else if (')]】〕'.includes(mark)) depth = Math.max(0, depth - 1);
    else if (depth > 0 && mark !== '\n') continue;
    else if ('、/|'.includes(mark)) close(at, false);
    else if (';\n。'.includes(mark) || (mark === ',' && isChinese)) close(at, true);
  }
  close(whole.length, true);
  return all.filter(({ text: part }) => part.trim() !== '');
};

/** How names are compared: narrow, lower case, without blanks. */
const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/gu, '');

/** 市 belongs to these words and is not short for the city. */
const ownWord = /^市(?:场|容|政(?![府协法务研]))/u;

/**
 * A name for comparing: the city before it dropped in full or as 市, and 人民政府 behind a district. Short forms are
 * other names: 市发改委 is not 市发展改革委.
 */
export const plainName = (name: string, jurisdiction?: string): string => {
  const all = bare(name).replace(/^中共/u, '');
  const place = bare(jurisdiction ?? '市');
  const last = [...place].at(-1) ?? '';
  const isShort = /[市省区县]/u.test(last) && all.startsWith(last) && !ownWord.test(all);
  const rest = all.startsWith(place)
    ? ownWord.test(all) && place === '市'
      ? all
      : all.slice(place.length)
    : isShort
      ? all.slice(last.length)
      : all;
  const own = rest === '' ? all : rest;
  return own.replace(/人民政府/gu, '政府').replace(/(?<=[\p{Script=Han}][区县])政府$/u, '');
};

const groups = [
  /^(?:[\p{Script=Han}]{0,4}[市省区县]|全[市省区县])?(?:直|属|级)?(?:机关)?(?:各|所有|全部|全体)/u,
  /^(?:其他|其它)/u,
  /(?:有关|相关)(?:单位|部门|区|委办局|企业|方面|职能部门|责任单位|机构)$/u,
  /成员单位$|^市直(?:机关)?(?:单位|部门)$/u,
  /^(?:all|each|every|other|relevant|various|concerned|line)(?:the|other|relevant|municipal|city|government|district|line)*(?:districts?|departments?|agency|agencies|ministry|ministries|units?|bodies|authorities|boroughs?|councils?|governments?)$/,
];

/** Whether a name means several units that it does not name: 各区, 市有关部门, all departments. */
export const isGroup = (name: string): boolean => groups.some((each) => each.test(bare(name)));

const allDistricts =
  /^(?:[\p{Script=Han}]{0,4}市|全市)?(?:各|所有|全部)(?:行政|市辖)?(?:区|区县|县区|区\(县\)|县\(市、区\)|县市区|区\(市、县\))(?:区?委[和、及]?)?(?:区?(?:人民)?政府)?$/u;

/** Whether a group is all districts. */
export const groupOf = (name: string): 'districts' | 'other' =>
  allDistricts.test(bare(name)) ||
  /^(?:all|each|every)(?:the|city|municipal)*districts?(?:governments?)?$/.test(bare(name))
    ? 'districts'
    : 'other';

/** Endings of which one is short for the other. */
const shortened = (name: string): string =>
  name
    .replace(/管理委员会/gu, '管委会')
    .replace(/监督管理/gu, '监管')
    .replace(/委员会$/u, '委')
    .replace(/(?:办公室|办公厅)$/u, '办')
    .replace(/管理局$/u, '局');

/** Whether all characters of one stand in the other in their order. */
const isWithin = (short: readonly string[], long: string): boolean => {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
};

/** Whether one name is probably short for the other; good for a warning and never for taking one for the other. */
export const isLookalike = (a: string, b: string): boolean => {
  const [short, long] = [bare(a), bare(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (short === long || short.length < 2) return false;
  if (shortened(short) === shortened(long)) return true;
  if (short.length > 2 && !han.test(short) && long.startsWith(short)) return true;
  return [short, shortened(short)].some((few) => {
    const all = [...few];
    return [long, shortened(long)].some(
      (many) =>
        all.length > 1 && all[0] === many[0] && all.at(-1) === many.at(-1) && isWithin(all, many),
    );
  });
};
