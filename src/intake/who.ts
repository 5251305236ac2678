/**
 * Reads who leads and who supports from a cell that names several units: `市发改委（牵头），市财政局、市科技局（配合）`,
 * `Lead: DfT; Support: HMT, DfE`. It looks nothing up; words that are no names are told as dropped.
 */
import { onOneLine } from './names-en.ts';
import { endsLikeUnit, splitNames } from './unit-names.ts';

/** Who a cell names, each once and in its order. */
export interface Units {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  /** Pieces that are no names as far as can be told. */
  readonly unclear: readonly string[];
  /** Names by what the cell calls them for short, as in `Anti-Corruption Agency (ACA)`; only where it is one name. */
  readonly short: ReadonlyMap<string, string>;
  /** Words that were dropped: 按职责分工负责, a person, a telephone number, a sign that only some names have. */
  readonly said?: string;
  /** The cell says: as the one above. */
  readonly ditto?: true;
}

type Side = 'lead' | 'support';

/** A part of a cell whose units a word before it says the role of. */
interface Segment {
  readonly role: Side | 'any' | 'with' | 'person';
  readonly text: string;
}

interface Read {
  readonly name: string;
  readonly role: Side | undefined;
  /** What the name is called for short. */
  readonly short: string | undefined;
  /** ★ or the like at the name. */
  readonly sign: string;
}

interface Piece extends Read {
  /** A comma or a stronger mark stands before it: no role behind it reaches back. */
  readonly isFirst: boolean;
}

/** A cell of more than this is prose. */
const longest = 2000;
const longestName = 80;

const nothing = /^(?:[-/\\|.。_*]{0,9}|无|暂无|没有|待定|未定|n\/?a|nil|none|tb[acd])$/iu;
const ditto =
  /^(?:同上|以上(?:各)?单位|以上各?部门|[〃々"″'′”“]{1,2}|ditto|as above|same as above|do\.)$/iu;

const labels = new RegExp(
  [
    '(?<person>责任人|责任领导|牵头领导|分管领导|联系人|联系电话|电话|contact|phone|tel) ?:',
    '(?<support>(?:主要|共同|第[一二三])?(?:配合|协办|参与|参加|协同|协作|协助|支持)(?:单位|部门|方)? ?:|(?<=^|[,;。、\\n( ])(?:配合|协办|参与|参加)(?:单位|部门))',
    '(?<lead>(?:主要|共同|第[一二三])?(?:牵头|主办|主责|承办)(?:单位|部门|主体|方|责任单位)? ?:|(?<=^|[,;。、\\n( ])(?:牵头|主办)(?:责任)?(?:单位|部门))',
    '(?<any>(?:主要|共同|第[一二三])?(?:责任|负责|实施|落实|完成)(?:单位|部门|主体) ?:|(?<=^|[,;。、\\n( ])责任单位)',
    '(?<with>会同|(?<=[局委办厅部室])商(?=[市省区县各]))',
    '(?<helps>(?<![a-z])(?:support(?:ing|ed by)?|partners?)(?: (?:actors?|agency|agencies|departments?|units?|bodies|organi[sz]ations?|partners?))? ?:|,? ?(?<![a-z])(?:supported by|with support from|in (?:collaboration|partnership|cooperation|coordination|consultation) with|together with) )',
    '(?<heads>(?<![a-z])(?:lead(?:ing)?(?: (?:agency|agencies|departments?|ministry|unit|body|organi[sz]ation))?|owner|responsible(?: (?:agency|body|department))?) ?:|(?<![a-z])(?:jointly )?led by )',
  ].join('|'),
  'giu',
);

/** The cell cut before each word that gives a role to what follows. */
const segmentsOf = (text: string): readonly Segment[] => {
  const all: Segment[] = [];
  let role: Segment['role'] = 'any';
  let from = 0;
  const close = (to: number): void => {
    const part = text.slice(from, to);
    // 会同 reaches as far as its sentence.
    const stop = role === 'with' ? part.search(/[;。\n]/u) : -1;
    if (stop < 0) all.push({ role, text: part });
    else all.push({ role, text: part.slice(0, stop) }, { role: 'any', text: part.slice(stop) });
  };
  for (const match of text.matchAll(labels)) {
    const { person, support, lead, helps, heads } = match.groups ?? {};
    close(match.index);
    from = match.index + match[0].length;
    role = person
      ? 'person'
      : (support ?? helps)
        ? 'support'
        : (lead ?? heads)
          ? 'lead'
          : match.groups?.['with']
            ? 'with'
            : 'any';
  }
  close(text.length);
  return all;
};

const leads = '(?:总?牵头|主办|主责|负总责|第一责任(?:单位)?)';
const supports = '(?:配合|协办|协助|协同|参与|参加|支持)';
const leadsToo = '(?:(?:joint |co-?)?leads?|lead (?:agency|department|unit))';
const supportsToo = '(?:support(?:s|ing)?|partners?)';
const manner =
  '(?:按照?(?:各自)?(?:职责|职能|分工)(?:分工)?|根据职责(?:分工)?|依职责|分别|共同|联合|具体|积极|各自|负责)';
const tail = '(?:负责|落实|组织(?:实施)?|实施|推进|做好|单位|部门)';
const others = '等(?:\\d{0,2}个?(?:有关|相关)?(?:单位|部门))?';
const onlyRole = new RegExp(
  `^(?:(?<lead>${leads}|${leadsToo})|(?<support>${supports}|${supportsToo}))${tail}?$`,
  'iu',
);
/** English names end in such words themselves, as in Policy Lead. */
const endsInRole = new RegExp(
  `(?<others>${others})?(?:${manner}){0,3}(?:(?<lead>${leads}| leads)|(?<support>${supports}| supports))${tail}{0,2}$`,
  'u',
);
const endsInWords = new RegExp(
  `(?:${others})?(?:${manner}){1,3}(?:落实|实施|推进|组织实施|(?<=[局委办厅部会心府区])负责\\p{Script=Han}{1,20})?$|(?<=[局委办厅部会心府区])负责\\p{Script=Han}{0,20}$|${others}$`,
  'u',
);
const theOthers =
  '(?:其他|其余)的?(?:单位|部门)?(?:均|都)?(?:作?为)?(?:配合|协办|协同|参与|责任)(?:单位|部门)?';
/** 排第一的为牵头单位，下同 */
const firstLeads = new RegExp(
  `(?<inside>(?:注:|其中,?)?[排列位名]?[名序列位于在]{0,2}(?:第[一1]位?|首位|首个|最前)个?[的者]?(?:单位|部门)?(?:(?:作?为|是)(?:总|主要)?(?:牵头|主办|主责|责任|负责)|(?<=[的者位门])总?(?:牵头|主办)(?![:单部责]))(?:责任)?(?:单位|部门|方)?(?:[,;]?${theOthers})?(?:[,;]?下同|\\(下同\\))?):?`,
  'gu',
);
/** （排第一的为牵头单位，下同） */
const firstLeadsInBrackets =
  /[([【](?<inside>[^()[\]【】]{0,20}(?:(?:第一|首位|首个)[^()[\]【】]{0,6}(?:牵头|主办|负责)|first[^()[\]【】]{0,20}lead)[^()[\]【】]{0,20})[)\]】]/giu;

const roleIn = (groups: Readonly<Record<string, string | undefined>> | undefined) =>
  groups?.['lead'] ? 'lead' : groups?.['support'] ? 'support' : undefined;

const bracket = /[([【〔](?<inside>[^()[\]【】〔〕]{0,200})[)\]】〕]/u;

const numbering = /^(?:\(?\d{1,2}[.)、] ?){1,3}(?=\D)/u;

const signs = '★☆▲△●○◆◇■□※*·•';
const signBefore = new RegExp(`^(?<sign>[${signs}]{1,3}) ?`, 'u');
const signBehind = new RegExp(` ?(?<sign>[${signs}]{1,3})$`, 'u');
/** Before a sign another name begins. */
const beforeSign = new RegExp(
  `(?<=[\\p{L})]) (?=[${signs}]{1,3} ?\\p{L})|(?<=[\\p{L})])(?<![带加标有])(?=[★☆▲△●◆■※]{1,3} ?\\p{L})`,
  'gu',
);

/** （★为牵头单位） */
const signLeads = new RegExp(
  `\\(?(?<inside>(?:注:|其中,?)?[带加标有]?(?<sign>[${signs}]{1,3})号?的?(?:单位|部门)?(?:作?为|是)牵头(?:单位|部门)?(?:[,;]?${theOthers})?(?:[,;]?下同)?)\\)?`,
  'u',
);

const acronym = /^(?=(?:[a-z]*[A-Z]){2})[A-Za-z]{2,10}$/;
const inShort = /^(?:以下|下文|下)?简称为?:?["'“‘「『《]?(?<short>[\p{L}\d]{2,20})["'”’」』》]?$/u;

/** What a bracket says that the name before it is called for short. */
const shortIn = (inside: string): string | undefined =>
  acronym.test(inside) && !nothing.test(inside) ? inside : inShort.exec(inside)?.groups?.['short'];

/** What a piece says: its name, its role, and the words that were dropped. */
const pieceOf = (given: string, isFirst: boolean, drop: (words: string) => void): Read => {
  let name = given.trim();
  let role: Side | undefined;
  let short: string | undefined;
  let sign = '';
  let kept = '';
  const strip = (): void => {
    name = name.replace(numbering, '');
    for (const looks of [signBefore, signBehind]) {
      sign = looks.exec(name)?.groups?.['sign'] ?? sign;
      name = name.replace(looks, '');
    }
    name = name.replace(numbering, '');
  };
  strip();
  for (let found = bracket.exec(name); found !== null; found = bracket.exec(name)) {
    const inside = (found.groups?.['inside'] ?? '').trim();
    const said = roleIn(onlyRole.exec(inside)?.groups);
    // 市委办公室（市档案局） is what the unit is called; a person, a number or a remark is not.
    const called = shortIn(inside);
    if (said) role ??= said;
    else if (called !== undefined && short === undefined) short = called;
    else if (endsLikeUnit(inside) && !/\d/.test(inside)) kept += `(${inside})`;
    else if (inside !== '') drop(inside);
    name = `${name.slice(0, found.index)} ${name.slice(found.index + found[0].length)}`.trim();
  }
  strip();
  name = name.replace(/^[由请]/u, '');
  const ending = endsInRole.exec(name);
  // A role alone belongs to those before it: 市财政局、市科技局 配合.
  if (ending !== null && (ending.index > 0 || !isFirst)) {
    role ??= roleIn(ending.groups);
    if (ending.groups?.['others'] !== undefined) drop(ending.groups['others']);
    name = name.slice(0, ending.index).trim();
  }
  const words = endsInWords.exec(name);
  if (words !== null) {
    drop(words[0]);
    name = name.slice(0, words.index).trim();
  }
  name = name === '' ? '' : `${name.replace(/[,:.。]+$/u, '').trim()}${kept}`;
  return { name, role, short, sign };
};

/** Units that stand in brackets with a role of their own are put beside the one before them. */
const unfolded = (text: string): string =>
  text.replace(/[(【](?<inside>[^()【】]{3,200})[)】]/gu, (whole, inside: string) => {
    const role = endsInRole.exec(inside);
    const names = role ? inside.slice(0, role.index) : '';
    const isLabelled =
      /^(?:(?:牵头|配合|协办|责任)(?:单位|部门):|supported by |led by |with support from )/iu.test(
        inside,
      );
    return isLabelled || names.split('、').some((name) => endsLikeUnit(name))
      ? `,${inside};`
      : whole;
  });

const piecesOf = ({ role, text }: Segment, drop: (words: string) => void): readonly Piece[] => {
  const pieces = splitNames(text).map(({ text: part, isFirst }) => ({
    ...pieceOf(part, isFirst, drop),
    isFirst,
  }));
  const fixed =
    role === 'with' ? 'support' : role === 'lead' || role === 'support' ? role : undefined;
  let behind: Side | undefined;
  const all: Piece[] = [];
  for (const piece of pieces.reverse()) {
    const own = piece.role ?? behind;
    all.unshift({ ...piece, role: role === 'with' ? fixed : (own ?? fixed) });
    behind = piece.isFirst ? undefined : own;
  }
  return all;
};

/** Who did something without a role: before 会同 stand those who lead. */
const withLeads = (pieces: readonly Piece[]): readonly Piece[] => {
  const last = pieces.findLastIndex(({ isFirst }) => isFirst);
  return pieces.map((piece, index) =>
    index < last ? piece : { ...piece, role: piece.role ?? 'lead' },
  );
};

const isName = (name: string): boolean =>
  /\p{L}/u.test(name) &&
  [...name].length > 1 &&
  [...name].length <= longestName &&
  !onlyRole.test(name) &&
  !/[。!?:]|\d{5}|https?:|@/u.test(name) &&
  !/^(?:同上|以上|以上单位|下同)$/u.test(name);

/** Names by their short forms; two of one short form have none. */
const shortOf = (pieces: readonly Piece[]): ReadonlyMap<string, string> => {
  const all = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name, short } of pieces) {
    if (short === undefined) continue;
    if ((all.get(short) ?? name) !== name) shared.add(short);
    all.set(short, name);
  }
  for (const short of shared) all.delete(short);
  return all;
};

/**
 * Who a cell names. Whatever the column, words of the cell say who leads and who supports; those without are
 * of the column's side, or support where the cell names another as leading.
 */
export const readUnits = (text: string, column: 'lead' | 'support' | 'both'): Units => {
  const lines = text
    .replace(/[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/gu, '\n')
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
  const plain = onOneLine(lines)
    .replace(beforeSign, '、')
    .replace(/(?<=^|[ ;,、])\(?\d{1,2}[.)、] ?(?=\p{Script=Han})/gu, '\n')
    .replace(/ (牵头|主办|配合|协办|参与)(?=[ ,;、\n]|$)/gu, '$1,')
    .trim();
  const none = { lead: [], support: [], unclear: [], short: new Map<string, string>() };
  if (ditto.test(plain)) return { ...none, ditto: true };
  if (nothing.test(plain.replace(/[‐-―]/gu, '-'))) return none;
  if (plain.length > longest) return { ...none, unclear: [plain] };

  const dropped: string[] = [];
  const drop = (words: string) => dropped.push(words.trim());
  const rest = [firstLeadsInBrackets, firstLeads].reduce(
    (left, looks) =>
      left.replace(looks, (_all, inside: string) => {
        drop(inside);
        return '';
      }),
    plain,
  );
  const isFirstLeading = rest !== plain;
  const leadingSign = signLeads.exec(rest)?.groups;
  if (leadingSign) drop(leadingSign['inside'] ?? '');
  const pieces: Piece[] = [];
  for (const segment of segmentsOf(unfolded(rest.replace(signLeads, '')))) {
    if (segment.role === 'person') drop(segment.text.replace(/[;,、\n]+$/u, ''));
    else {
      if (segment.role === 'with') pieces.splice(0, pieces.length, ...withLeads(pieces));
      pieces.push(...piecesOf(segment, drop));
    }
  }
  const named = pieces.filter(({ name }) => name !== '' && !nothing.test(name));
  const good = named.filter(({ name }) => isName(name));
  const isLeading = ({ sign }: Piece, index: number): boolean =>
    (isFirstLeading && index === 0) || sign === leadingSign?.['sign'];
  const hasLead = good.some((piece, index) => piece.role === 'lead' || isLeading(piece, index));
  const sideOf = (piece: Piece, index: number): Side =>
    piece.role ??
    (isLeading(piece, index) ? 'lead' : hasLead || column === 'support' ? 'support' : 'lead');
  const of = (side: Side) => [
    ...new Set(
      good.filter((piece, index) => sideOf(piece, index) === side).map(({ name }) => name),
    ),
  ];
  const lead = of('lead');
  // Where nobody says what a sign means it is only told that some have it and others not.
  const marks = new Set(good.map(({ sign }) => sign));
  if (marks.size > 1 && !leadingSign) dropped.push(...marks);
  const said = [...new Set(dropped.filter((words) => words !== ''))].join('; ');
  return {
    lead,
    support: of('support').filter((name) => !lead.includes(name)),
    unclear: named.filter(({ name }) => !isName(name)).map(({ name }) => name),
    short: shortOf(good),
    ...(said !== '' && { said }),
  };
};

export { groupOf, isGroup, isLookalike, plainName } from './unit-names.ts';
