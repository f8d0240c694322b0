import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run } from './command.ts';

const GRAPH = fileURLToPath(new URL('../fixtures/small-graph.json', import.meta.url));
const PASSWORD = 'unsaid-password';
const env = { NEO4J_PASSWORD: PASSWORD };

/** A port that nothing listens on: it was free a moment ago. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

it.each(['bolt', 'neo4j'])('says in one line that no server answers at %s://', async (scheme) => {
  const uri = `${scheme}://127.0.0.1:${await deadPort()}`;
  const { code, stdout, complaints } = await run(['push', GRAPH, '--uri', uri], { env });
  expect([code, stdout]).toEqual([1, '']);
  expect(complaints).toEqual([`dragoman: ${uri}: no Neo4j answers there: nothing listens on that port (start it (npm run neo4j, or docker compose up), or mend --uri)`]);
});

it('never shows the password, not with a stack either', async () => {
  const { code, stdout, stderr } = await run(['--debug', 'push', GRAPH, '--uri', `bolt://127.0.0.1:${await deadPort()}`], { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^ +at /m);
  expect(stdout + stderr).not.toContain(PASSWORD);
});

it('hangs up on a server that speaks something else', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const uri = `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { code, stdout, complaints } = await run(['push', GRAPH, '--uri', uri], { env });
  server.close();
  expect([code, stdout]).toEqual([1, '']);
  expect(complaints).toEqual([expect.stringMatching(`^dragoman: ${uri}: no Neo4j answers there: `)]);
});

it.each([
  [2, [GRAPH], {}, 'dragoman: no password: set NEO4J_PASSWORD (see dragoman --help)'],
  [2, [GRAPH, '--password', PASSWORD], {}, "dragoman: unknown option '--password' (see dragoman push --help)"],
  [2, [GRAPH, '--uri', `bolt://neo4j:${PASSWORD}@127.0.0.1`], env, 'dragoman: --uri holds a user or password; give --user, and the password in NEO4J_PASSWORD (see dragoman --help)'],
  [2, [GRAPH, '--uri', 'http://127.0.0.1:7474'], env, 'dragoman: --uri http://127.0.0.1:7474 is not an address such as neo4j://localhost:7687 (neo4j, neo4j+s, bolt, bolt+s) (see dragoman --help)'],
  [1, ['none.json'], env, 'dragoman: none.json: no such file or folder (check the path)'],
])('ends with %i and one line: %j', async (wanted, args, given, line) => {
  const { code, stdout, complaints } = await run(['push', ...args], { env: given });
  expect([code, stdout]).toEqual([wanted, '']);
  expect(complaints).toEqual([line]);
  expect(complaints.join('')).not.toContain(PASSWORD);
});
