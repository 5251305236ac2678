/**
 * The Chinese words beside the English ones. That no word is missing is mostly told by the compiler,
 * since each Chinese object has the type of the English one; what a type lets pass is looked at
 * here: extra keys of looser records, arities, words left in English, sentences without Chinese.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../src/cli/catalogue.ts';
import { eventNames } from '../src/model/events.ts';
import { en } from '../src/words/en.ts';
import { enHelp } from '../src/words/en-help.ts';
import { zh } from '../src/words/zh.ts';
import { zhHelp } from '../src/words/zh-help.ts';
import { projectRoot } from './harness.ts';
import { hole, latinIn } from './latin.ts';

const han = /\p{Script=Han}/u;

/** The leaves of words by their paths; the language itself is no word. */
const leavesOf = (words: unknown, path = ''): readonly (readonly [string, unknown])[] =>
  typeof words === 'object' && words !== null
    ? Object.entries(words).flatMap(([key, each]) => leavesOf(each, `${path}.${key}`))
    : [[path, words]];

const english = { words: en, help: enHelp };
const chinese = { words: zh, help: zhHelp };

/** What a leaf is, apart from its words. */
const formOf = (leaf: unknown): string =>
  typeof leaf === 'function' ? `of ${leaf.length}` : typeof leaf;

describe('keys', () => {
  test('each has the keys of English at every depth, and functions of the same arity', () => {
    const forms = (words: unknown) =>
      Object.fromEntries(
        leavesOf(words)
          // Each language has synonyms of its own for the keys of a query; the titles of help are
          // English where nothing is said of them.
          .filter(([path]) => !/^\.words\.query\.keys\.|^\.help\.titles\./.test(path))
          .map(([path, leaf]) => [path, formOf(leaf)]),
      );
    expect(forms(chinese)).toEqual(forms(english));
  });

  test('samples are of the same kinds', () => {
    expect(Object.keys(zh.samples(2022))).toEqual(Object.keys(en.samples(2022)));
  });
});

/** What is put into a shell's own file: an indented line of how to make it complete. */
const isShell = ([path, leaf]: readonly [string, unknown]) =>
  path.startsWith('.words.completion.install.') && String(leaf).startsWith('  ');

/** What is typed is no word: the command of an example, the attribute a synonym stands for. */
const isTyped = (path: string, leaf: string) =>
  /\.examples\.\d+\.0$/.test(path) ||
  path.startsWith('.words.query.keys.') ||
  isShell([path, leaf]);

/** Plain words with their paths, and the English ones beside them. */
const plain = (() => {
  const own = new Map(leavesOf(english));
  return leavesOf(chinese).flatMap(([path, leaf]) =>
    typeof leaf === 'string' && !isTyped(path, leaf)
      ? [{ path, leaf, own: String(own.get(path)) }]
      : [],
  );
})();

test('plain words are not the English ones', () => {
  const same = plain.filter(({ leaf, own }) => leaf === own && /\p{L}/u.test(leaf));
  // The name of the program, before what it says.
  expect(same.map(({ path }) => path)).toEqual(['.words.failures.prefix']);
});

test('plain sentences are Chinese', () => {
  const english = plain.filter(
    ({ leaf, own }) => /[A-Za-z]{2,} [A-Za-z]{2,}/.test(own) && !han.test(leaf),
  );
  expect(english).toEqual([]);
});

interface Said {
  readonly place: string;
  readonly text: string;
}

/** What a template says, with a hole for each value put in. */
const templateText = (node: Node): string | undefined => {
  if (is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!is.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce(
    (text, { literal }) => text + hole + literal.text,
    node.head.text,
  );
};

/** Whether what stands below is looked up, compared or typed, and not said. */
const isUnsaid = (node: Node): boolean =>
  is.isImportDeclaration(node) ||
  is.isExportDeclaration(node) ||
  is.isTypeNode(node) ||
  is.isElementAccessExpression(node) ||
  (is.isBinaryExpression(node) && /[=!]==|[<>]/.test(node.operatorToken.getText())) ||
  // `['doc', 'wps'].includes(which)`
  (is.isCallExpression(node) &&
    /\.(?:includes|endsWith|startsWith)$/.test(node.expression.getText())) ||
  // Synonyms of the keys of a query.
  (is.isPropertyAssignment(node) && node.name.getText() === 'keys');

/** The name of a property, the value of a case, the default of a parameter: none of them is said. */
const labelOf = (node: Node): Node | undefined => {
  if (is.isPropertyAssignment(node)) return node.name;
  if (is.isParameterDeclaration(node)) return node.initializer;
  return is.isCaseClause(node) ? node.expression : undefined;
};

/** Strings and templates of a source file that are values, with their places. */
const saidIn = (file: string, root: Node): readonly Said[] => {
  const said: Said[] = [];
  const visit = (node: Node): void => {
    if (isUnsaid(node)) return;
    const text = templateText(node);
    if (text !== undefined) said.push({ place: `${file}: ${text.slice(0, 60)}`, text });
    const label = labelOf(node);
    node.forEachChild((child) => {
      if (child !== label) visit(child);
    });
  };
  visit(root);
  return said;
};

/** All that the Chinese word lists say. Samples are data of a ledger and looked at below. */
const said: readonly Said[] = (() => {
  const api = new API({ cwd: projectRoot });
  const config = join(projectRoot, 'tsconfig.json');
  const program = api.updateSnapshot({ openProjects: [config] }).getProject(config)?.program;
  const folder = join(projectRoot, 'src/words');
  const files = readdirSync(folder).filter((file) => /^zh.*(?<!samples)\.ts$/.test(file));
  const all = files.flatMap((file) => {
    const root = program?.getSourceFile(join(folder, file));
    if (root === undefined) throw new Error(`${file} is no part of the project`);
    return saidIn(file, root);
  });
  api.close();
  return all;
})();

/** Names of programs and formats, places to fill in, ids and values: the same in every language. */
const names = new Set(
  `CI Code DEPTH GIT Quality Schema fetch-depth gitlab HEAD office severity yaml-language-server bash bash-completion compinit fish powershell PowerShell PROFILE Tab zsh year-end
  ASCII BOM CR Ctrl-D EDITOR Excel GBK GitHub GitLab IANA JSON CSV LF LibreOffice MB NFC NUL PAGER PDF RTF
  UTC VISUAL WPS Windows Word XML YAML less
  FILE ID NAME UNIT YYYY-MM-DD huangpu criteria log views
  all csv days document en false file github http https json last-month markdown no on site table text
  third-party true url warning yesterday zh`.split(/\s+/),
);

/** Commands and events may be named by themselves. */
const verbs = new Set<string>([...catalogue.map(({ name }) => name), ...eventNames]);

/** Latin words that are neither typed nor named. */
const leftOver = (text: string): readonly string[] => {
  return latinIn(text).filter((word) => !names.has(word) && !verbs.has(word));
};

/** Commands of examples and lines for a shell, which are typed in any language. */
const examples = new Set<string>([
  ...Object.values(enHelp.commands).flatMap(({ examples }) => examples.map(([command]) => command)),
  ...leavesOf(english)
    .filter(isShell)
    .map(([, leaf]) => String(leaf)),
]);

const sentences = said.filter(({ text }) => !examples.has(text));

test('no English is left over', () => {
  const found = sentences.flatMap(({ place, text }) =>
    leftOver(text).map((word) => `${word}: ${place}`),
  );
  expect(found).toEqual([]);
});

test('a sentence contains Chinese, whatever is put into it', () => {
  // Without a letter it only joins what is put in.
  const found = sentences.filter(
    ({ text }) => /\p{L}.*[。？！；.?!]$/su.test(text.trim()) && !han.test(text),
  );
  expect(found).toEqual([]);
});

test('marks beside Chinese are full-width', () => {
  const found = sentences.flatMap(({ place, text }) => {
    const marks = text.match(/\p{Script=Han}[,;:?!()]|[,;?!()]\p{Script=Han}/gu) ?? [];
    return marks.map((mark) => `${mark}: ${place}`);
  });
  expect(found).toEqual([]);
});

test('samples say in Chinese what people read', () => {
  const read = ['title', 'text', 'deliverable', 'note', 'reason', 'result', 'problem', 'next'];
  const found = leavesOf(zh.samples(2022)).filter(
    ([path, leaf]) =>
      read.includes(path.split('.').at(-1) ?? '') && typeof leaf === 'string' && !han.test(leaf),
  );
  expect(found).toEqual([]);
});
