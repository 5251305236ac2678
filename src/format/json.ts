/** A document as JSON: `schemaVersion`, `kind`, then its facts. Additions keep the version. */
import { controls } from '../model/characters.ts';
import type { Renderer } from './document.ts';

/** Characters that could reach a terminal are written by number; programs read the same text. */
const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');

export const renderJson: Renderer = ({ kind, facts }) =>
  `${JSON.stringify({ schemaVersion: 1, kind, ...facts }, null, 2).replace(controls, escaped)}\n`;
