// A Neo4j server of the jars that pom.xml names: the one that Docker would run, without Docker.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jarsOf } from './jars.ts';

const OPENED = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'];
const START_LIMIT_MS = 180_000;
const PROBE_MS = 250;
const OUTPUT_KEPT = 20_000;

export interface ServerOptions {
  /** Folder of data, configuration and logs; kept when the server stops. */
  readonly home: string;
  readonly password: string;
  /** Free ones without them. */
  readonly boltPort?: number;
  readonly httpPort?: number;
  /** Also APOC core. */
  readonly apoc?: boolean;
  /** Lines of neo4j.conf to add. */
  readonly settings?: readonly string[];
  /** Compile less: sooner ready, slower under load. */
  readonly shortLived?: boolean;
}

/** A server that answers. */
export interface Neo4jServer {
  /** neo4j://127.0.0.1:PORT */
  readonly uri: string;
  /** http://127.0.0.1:PORT, the HTTP Query API */
  readonly http: string;
  readonly process: ChildProcess;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a server on the loopback and waits until it answers. */
export async function startNeo4j(options: ServerOptions): Promise<Neo4jServer> {
  const boltPort = options.boltPort ?? await freePort();
  const httpPort = options.httpPort ?? await freePort();
  const { home } = options;
  writeHome(options, boltPort, httpPort);
  const classes = classPath(home);
  setPassword(home, options.password);
  const child = spawn('java', [
    '-Xms256m', '-Xmx768m', '-XX:+UseSerialGC', '-Dlog4j2.disable.jmx=true',
    ...(options.shortLived ? ['-XX:TieredStopAtLevel=1'] : []),
    ...OPENED.map((module) => `--add-opens=${module}=ALL-UNNAMED`),
    '-cp', classes, 'org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`,
  ], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  const orphaned = (): void => { child.kill('SIGKILL'); };
  process.once('exit', orphaned);
  child.once('exit', () => process.off('exit', orphaned));
  const http = `http://127.0.0.1:${httpPort}`;
  await started(child, http);
  return { uri: `neo4j://127.0.0.1:${boltPort}`, http, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Resolves when the server answers over HTTP, which it opens last; its output is read on, so that it never blocks. */
async function started(child: ChildProcess, http: string): Promise<void> {
  let output = '';
  const read = (chunk: Buffer): void => { output = (output + chunk.toString()).slice(-OUTPUT_KEPT); };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('error', (error) => { output += error.message; });
  for (let waited = 0; waited < START_LIMIT_MS; waited += PROBE_MS) {
    if (child.exitCode !== null || child.pid === undefined) break;
    if (await fetch(http).then((answer) => answer.ok, () => false)) return;
    await sleep(PROBE_MS);
  }
  const { exitCode } = child;
  child.kill('SIGKILL');
  throw new Error(`Neo4j ${exitCode === null ? 'did not answer' : `ended with ${exitCode}`}: ${output.trim().split('\n').slice(-12).join('\n')}`);
}

function writeHome({ home, apoc, settings = [] }: ServerOptions, boltPort: number, httpPort: number): void {
  for (const folder of ['conf', 'plugins', 'import', 'data', 'logs', 'run']) mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, 'conf', 'neo4j.conf'), `${[
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${boltPort}`,
    `server.bolt.advertised_address=127.0.0.1:${boltPort}`,
    `server.http.listen_address=127.0.0.1:${httpPort}`,
    `server.http.advertised_address=127.0.0.1:${httpPort}`,
    'server.memory.pagecache.size=128m',
    'dbms.usage_report.enabled=false',
    'server.directories.import=import',
    'db.tx_log.preallocate=false',
    'db.tx_log.rotation.size=16m',
    ...(apoc ? ['dbms.security.procedures.unrestricted=apoc.*'] : []),
    ...settings,
  ].join('\n')}\n`);
  if (apoc) addApoc(home);
}

/** Links the jars of APOC that the server does not have already; two versions of one would clash. */
function addApoc(home: string): void {
  writeFileSync(join(home, 'conf', 'apoc.conf'), 'apoc.import.file.enabled=true\napoc.import.file.use_neo4j_config=true\n');
  const baseOf = (jar: string): string => jar.replace(/-\d.*$/, '');
  const there = new Set(readdirSync(jarsOf('pom.xml')).map(baseOf));
  const folder = jarsOf('apoc.pom.xml');
  for (const jar of readdirSync(folder)) {
    const link = join(home, 'plugins', jar);
    if (!there.has(baseOf(jar)) && !existsSync(link)) symlinkSync(join(folder, jar), link);
  }
}

/** What java's -cp takes: plugins, configuration, server. */
function classPath(home: string): string {
  return [join(home, 'plugins', '*'), join(home, 'conf'), join(jarsOf('pom.xml'), '*')].join(delimiter);
}

/** Runs a program of the server's jars to its end: `org.neo4j.cli.AdminTool` is neo4j-admin, `org.neo4j.shell.Main` cypher-shell. */
export function runTool(home: string, main: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): { status: number | null; stdout: string; stderr: string } {
  // Java 17 reads and writes files in the encoding of the locale, which a bare environment has not.
  return spawnSync('java', ['-Xmx512m', '-Dfile.encoding=UTF-8', '-Dsun.jnu.encoding=UTF-8', '-cp', classPath(home), main, ...args], {
    encoding: 'utf8', env: { LC_ALL: 'C.UTF-8', ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf'), ...environment },
  });
}

/** Sets the password of a home that has none yet; one that has keeps it. */
function setPassword(home: string, password: string): void {
  if (existsSync(join(home, 'data', 'dbms', 'auth.ini')) || existsSync(join(home, 'data', 'databases', 'system'))) return;
  const { status, stderr } = runTool(home, 'org.neo4j.cli.AdminTool', ['dbms', 'set-initial-password', password]);
  if (status !== 0) throw new Error(`Neo4j's password could not be set: ${stderr.trim().split('\n')[0]}`);
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve); });
  const address = probe.address();
  await new Promise((resolve) => { probe.close(resolve); });
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
