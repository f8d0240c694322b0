// The jars of programs that run on Java, fetched by Maven once and kept in .cache/.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = dirname(dirname(import.meta.dirname));

/** Where all that the scripts fetch and write is kept; git ignores it. */
export const CACHE = join(ROOT, '.cache');

/** The commands that are missing of those that the server needs: `java` (17 or later) and `mvn`. */
export function missingTools(): string[] {
  const javaThere = javaVersion() >= 17;
  const mavenThere = spawnSync('mvn', ['-v'], { stdio: 'ignore' }).status === 0;
  return [...(javaThere ? [] : ['java (17 or later)']), ...(mavenThere ? [] : ['mvn'])];
}

function javaVersion(): number {
  const { stderr, status } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return status === 0 ? Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) : 0;
}

/**
 * The folder with every jar that a pom names, fetched where it is not there yet.
 * @param pom file in scripts/neo4j; the folder is named after it and its content, so that a changed one is fetched anew
 */
export function jarsOf(pom: string): string {
  const file = join(import.meta.dirname, pom);
  const version = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
  const folder = join(CACHE, 'jars', `${pom.replace(/\.?pom\.xml$/, '') || 'neo4j'}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const partial = `${folder}.${process.pid}.tmp`;
  const fetched = spawnSync('mvn', ['-q', '-B', '-f', file, 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`, '-DincludeScope=runtime'], { encoding: 'utf8' });
  if (fetched.status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw new Error(`Maven could not fetch ${pom}: ${(fetched.error?.message ?? fetched.stdout).trim().split('\n')[0]}`);
  }
  if (existsSync(folder)) rmSync(partial, { recursive: true, force: true });
  else renameSync(partial, folder);
  return folder;
}
