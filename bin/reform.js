#!/usr/bin/env node
// Starts the built program; the only place that sets the exit code.
import { existsSync } from 'node:fs';

const built = new URL('../dist/main.js', import.meta.url);
if (existsSync(built)) {
  const { main, processIo } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2), processIo());
} else {
  process.stderr.write('reform: not built yet; run npm run build\n');
  process.exitCode = 2;
}
