/** A terminal without a screen: where each character of a text really lands, by somebody else's reckoning. */
import { createRequire } from 'node:module';
import type { Terminal as HeadlessTerminal, IUnicodeVersionProvider } from '@xterm/headless';

const require = createRequire(import.meta.url);
const { Terminal } = require('@xterm/headless') as { Terminal: typeof HeadlessTerminal };
const { Unicode11Addon } = require('@xterm/addon-unicode11');
// It reads its table from the start of the memory that a buffer lies in, so it must have one of its own.
const { poolSize } = Buffer;
Buffer.poolSize = 0;
const { UnicodeGraphemesAddon } = require('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;

/**
 * Three ways in which terminals reckon: code point by code point; by what is one character to a reader;
 * and as the first, with characters of ambiguous width drawn wide.
 */
export type Reckoning = 'code points' | 'graphemes' | 'wide';

/** Some of the characters of ambiguous width, those that lists of offices have in them. */
export const ambiguous = [...'“”‘’…—①⑩─│█▒·×°±→★☆○●◆△※§℃Ⅳéà'];

const wideProvider = (narrow: (code: number) => 0 | 1 | 2): IUnicodeVersionProvider => {
  const wide = new Set(ambiguous.map((each) => each.codePointAt(0)));
  const wcwidth = (code: number) => (wide.has(code) ? 2 : narrow(code));
  return {
    version: 'wide',
    wcwidth,
    charProperties: (code, preceding) => {
      // Packed as xterm packs them: a mark joins what it stands on and is as wide as that.
      const own = wcwidth(code);
      const before = (preceding >> 1) & 3;
      const joins = own === 0 && preceding !== 0 && before !== 0;
      return ((joins ? Math.max(own, before) : own) << 1) | (joins ? 1 : 0);
    },
  };
};

interface Shown {
  /** The rows of the screen, a cell each column; the second half of a wide character is empty. */
  readonly rows: readonly (readonly string[])[];
  /** Rows that hold what had no place in the one before. */
  readonly overflown: number;
}

/** Shows a text in a terminal of some columns. */
export const show = (text: string, columns: number, reckoning: Reckoning): Promise<Shown> => {
  const terminal = new Terminal({
    cols: columns,
    rows: Math.max(2, text.split('\n').length * 4),
    allowProposedApi: true,
    convertEol: true,
  });
  if (reckoning === 'graphemes') {
    terminal.loadAddon(new UnicodeGraphemesAddon());
  } else {
    terminal.loadAddon(new Unicode11Addon());
    terminal.unicode.activeVersion = '11';
  }
  if (reckoning === 'wide') {
    const core = (
      terminal as unknown as { _core: { unicodeService: { wcwidth: (code: number) => 0 | 1 | 2 } } }
    )._core;
    const narrow = core.unicodeService.wcwidth.bind(core.unicodeService);
    const widths = new Map<number, 0 | 1 | 2>();
    for (let code = 0; code < 0x20000; code += 1) widths.set(code, narrow(code));
    terminal.unicode.register(wideProvider((code) => widths.get(code) ?? 1));
    terminal.unicode.activeVersion = 'wide';
  }
  return new Promise((resolve) => {
    terminal.write(text, () => {
      const { active } = terminal.buffer;
      const last = text.trimEnd() === '' ? 0 : active.baseY + active.cursorY;
      const lines = [...Array(last + 1).keys()].flatMap((at) => active.getLine(at) ?? []);
      resolve({
        rows: lines.map((line) =>
          [...Array(columns).keys()].map((at) => line.getCell(at)?.getChars() ?? ''),
        ),
        overflown: lines.filter(({ isWrapped }) => isWrapped).length,
      });
      terminal.dispose();
    });
  });
};
