// Builds dist/: the emitted library and command line, their data files beside them, and the viewer.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'vite';

const require = createRequire(import.meta.url);

rmSync('dist', { recursive: true, force: true });
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const emitted = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
if (emitted.status !== 0) process.exit(emitted.status ?? 1);
cpSync('src/lexicon/data', 'dist/src/lexicon/data', { recursive: true });
chmodSync('dist/src/cli/main.js', 0o755);
await build({ configFile: 'viewer/vite.config.ts', logLevel: 'warn' });
