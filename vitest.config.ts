import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The real binary is started by several tests; a busy two-core machine needs the room.
    testTimeout: 60_000,
  },
});
