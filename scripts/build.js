// Bundles src/ into dist/: main.cjs, which every start reads, and room.cjs, which commands read; beside each the code
// that V8 compiled while the main job ran, so that the next start need not compile it again.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Leaves the second file out of the first. */
const roomApart = {
  name: 'room-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /\/room\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './room.cjs', external: true } : undefined,
    );
  },
};

rmSync(at('dist'), { recursive: true, force: true });
await build({
  entryPoints: { main: at('src/cli/index.ts'), room: at('src/cli/room.ts') },
  outdir: at('dist'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // `import()` of our own files becomes `require`, so that the start file can hand over the compiled code.
  supported: { 'dynamic-import': false },
  define: { REFORM_VERSION: JSON.stringify(version) },
  plugins: [roomApart],
  logLevel: 'warning',
});

// What the main job compiles is what most commands need.
execFileSync(process.execPath, [at('bin/reform.js'), 'list', '--ledger', at('data/2022')], {
  env: { ...process.env, REFORM_KEEP_COMPILED: '1' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
