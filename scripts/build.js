// Bundles src/ into dist/: main.cjs, which every start reads, and room.cjs, which commands read; beside each the code
// that V8 compiled while the main job ran, so that the next start need not compile it again. What few commands need lies in
// files of its own; sheets.cjs is the thread in which office files are read.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Tells one build from another, so that what one has kept is not taken for another's. */
const sourceHash = () => {
  const hash = createHash('sha256').update(readFileSync(at('package-lock.json')));
  for (const file of readdirSync(at('src'), { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(at('src'), file)));
  }
  return hash.digest('hex').slice(0, 16);
};

/** Parts that are loaded when they are wanted, each in a file of its own. */
const apart = {
  room: 'src/cli/room.ts',
  intake: 'src/intake/index.ts',
  demo: 'src/demo/index.ts',
  schemas: 'src/cli/schemas/index.ts',
  editors: 'src/cli/schemas/editors.ts',
  zh: 'src/words/all-zh.ts',
};

/** Leaves them out of the files that load them. */
const leftOut = {
  name: 'left-out',
  setup(bundle) {
    for (const [name, path] of Object.entries(apart)) {
      const filter = new RegExp(`/${path.split('/').slice(-1)}$`);
      bundle.onResolve({ filter }, ({ kind, path: asked, resolveDir }) =>
        kind === 'dynamic-import' && join(resolveDir, asked) === at(path)
          ? { path: `./${name}.cjs`, external: true }
          : undefined,
      );
    }
  },
};

rmSync(at('dist'), { recursive: true, force: true });
await build({
  entryPoints: {
    main: at('src/cli/index.ts'),
    ...Object.fromEntries(Object.entries(apart).map(([name, path]) => [name, at(path)])),
    sheets: at('src/sheets/worker.ts'),
  },
  outdir: at('dist'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Its other form asks for its own parts in a way that cannot be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // `import()` of our own files becomes `require`, so that the start file can hand over the compiled code.
  supported: { 'dynamic-import': false },
  define: {
    REFORM_VERSION: JSON.stringify(version),
    REFORM_BUILD: JSON.stringify(sourceHash()),
    REFORM_SHEETS: '"sheets.cjs"',
  },
  plugins: [leftOut],
  logLevel: 'warning',
});

// What the main job compiles is what most commands need.
execFileSync(
  process.execPath,
  [at('bin/reform.js'), 'list', '--no-cache', '--ledger', at('data/2022')],
  {
    env: { ...process.env, REFORM_KEEP_COMPILED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
