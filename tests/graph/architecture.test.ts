import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;

/** Every module that a file needs when it runs, its own packages included. */
function needs(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, name = ''] of source.matchAll(/^(?:import|export)\s+(?!type\b)[^'"]*?from\s+'([^']+)';/gm)) {
    if (name.startsWith('.')) needs(resolve(dirname(file), name), seen);
    else seen.add(name);
  }
  return seen;
}

it.each(['graph/export/index.ts', 'graph/schema.ts', 'graph/json.ts', 'graph/lookup/search.ts', 'graph/lookup/paths.ts'])('%s runs in a browser: it needs no package and none of Node', (file) => {
  const modules = [...needs(resolve(root, file))];
  expect(modules.filter((name) => !existsSync(name))).toEqual([]);
  expect(modules.length).toBeGreaterThan(file.includes('export') ? 15 : 0);
});
