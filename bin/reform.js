#!/usr/bin/env node
// Starts the built program; the only place that sets the exit code. CommonJS, as are the built files, because V8's
// compiled code can be handed over only to such a script (docs/architecture.md, decisions).
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const dist = (name) => join(dirname(__dirname), 'dist', name);
const compiled = (file) => `${file}.${process.version}.compiled`;
const scripts = new Map();

/** Runs a bundled file with the code V8 compiled of it before; code of another V8 is ignored by V8 itself. */
const load = (file) => {
  const wrapped = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'utf8')}\n})`;
  const cachedData = existsSync(compiled(file)) ? readFileSync(compiled(file)) : undefined;
  const script = new Script(wrapped, { filename: file, cachedData });
  scripts.set(file, script);
  const loaded = { exports: {} };
  const native = createRequire(file);
  const requireOf = (name) => (name === './room.cjs' ? load(dist('room.cjs')) : native(name));
  script.runInThisContext()(loaded.exports, requireOf, loaded, file, dirname(file));
  return loaded.exports;
};

const start = async () => {
  const { main, processIo } = load(dist('main.cjs'));
  process.exitCode = await main(process.argv.slice(2), processIo());
  if (process.env.REFORM_KEEP_COMPILED) {
    for (const [file, script] of scripts) writeFileSync(compiled(file), script.createCachedData());
  }
};

if (existsSync(dist('main.cjs'))) {
  start();
} else {
  process.stderr.write('reform: not built yet; run npm run build\n');
  process.exitCode = 2;
}
