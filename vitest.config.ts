import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  define: {
    REFORM_VERSION: JSON.stringify(version),
    REFORM_BUILD: '"test"',
    // The thread that reads office files is the bundled one: `npm test` builds first.
    REFORM_SHEETS: '"../../dist/sheets.cjs"',
  },
  test: {
    include: ['tests/**/*.test.ts'],
    // The real binary is started by several tests; a busy two-core machine needs the room.
    testTimeout: 60_000,
  },
});
