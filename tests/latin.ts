/**
 * Latin words in Chinese text, apart from what is typed or named in any language: commands, flags,
 * files, queries. What is English beyond that was left over.
 */
import { catalogue } from '../src/cli/catalogue.ts';
import { actionsForPeople } from '../src/cli/committing/actions.ts';
import { kindNames, kindOf } from '../src/model/kinds/index.ts';

/** Stands for what a template puts in. */
export const hole = '\uFFFC';

/** What is typed or named in any language, taken out before Latin letters are looked for. */
const code: readonly RegExp[] = (() => {
  const commands = catalogue.map(({ name }) => name).join('|');
  const kinds = kindNames.flatMap((kind) => [kind, kindOf(kind).plural]).join('|');
  const value = `[\\w.,:/#${hole}…-]+`;
  const assignment = `[\\w#${hole}]+[+-]?=(?:"[^"]*"|${value})?`;
  const flag = '--?[A-Za-z][a-z-]*';
  const actions = actionsForPeople.join('|');
  const argument = `${flag}(?: ${value})?|${assignment}|${kinds}|[A-Z]+|[\\w/-]+\\.[a-z]+|[\\w.#-]*\\d[\\w.#-]*|${hole}|-`;
  return [
    /```[a-z]*/g,
    // An editor, and the folder of its settings.
    /\bVisual Studio Code\b|(?<!\w)\.vscode\/\w+(?:\.json)?/g,
    // Chinese sentences have quotation marks of their own.
    /"[^"]*"/g,
    new RegExp(`(?<![\\w-])reform git (?:${actions})\\b`, 'g'),
    new RegExp(`(?<![\\w-])reform(?![\\w-])(?: (?:${commands}))?(?: (?:${argument}))*`, 'g'),
    /\bgit(?: (?:add|checkout|commit|config|diff|fetch|fsck|init|reflog|revert|rm|show|sparse-checkout|status)(?: add)?)?\b/g,
    // Settings of git and of a ledger, files of git's own.
    /(?<![\w/-])[a-z]+\.[a-z]+(?:Path)?\b(?!\/)/g,
    /(?<!\w)\.git\w*(?:\/\w+)*/g,
    new RegExp(`(?<!\\w)${flag}`, 'g'),
    new RegExp(`\\b${assignment}`, 'g'),
    // The shell's own files, two keys as one value.
    /~\/[\w./-]+/g,
    // Names of branches.
    /\b(?:origin\/HEAD|main|master)\b(?:\.\.HEAD)?/g,
    /\b[a-z]+(?:,[a-z]+)+\b/g,
    // A term of a query, a code of a diagnostic, a time zone, a folder, a file, the end of its name.
    /\b[a-z_]+:[\w.+-]+/g,
    new RegExp(`\\b[a-z]+/[a-z\\d-]+${hole}?`, 'g'),
    /\b[A-Z][a-z]+\/[A-Z][a-z]+\b/g,
    /\b(?:evidence|sources)\//g,
    /[\w/-]*\.(?:csv|docx?|et|md|ods|tsv|wps|xlsb?|xlsx|ya?ml)\b/g,
    // Names of attributes and environment variables, and whatever has a figure in it.
    /\b(?:REFORM_[A-Z]+|[a-z]+(?:_[a-z]+)+)\b/g,
    /\b(?=[\w-]*\d)[\w-]+/g,
    // A name that is told in Chinese behind it, the folder `tasks`, keys of one's own.
    /\b[a-z-]+(?=（)/g,
    /\btasks(?= 文件夹)/g,
    /\bx-(?:NAME\b)?/g,
    // The words between terms of a query.
    /(?<=甲 )(?:or|and)(?= 乙)|\bnot(?= [甲…])/g,
  ];
})();

/** Words of two Latin letters and more that are neither typed nor the name of a file. */
export const latinIn = (text: string): readonly string[] => {
  const rest = code.reduce((left, each) => left.replace(each, ' '), text);
  return rest.match(/[A-Za-z][A-Za-z-]+/g) ?? [];
};
