import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './command.ts';

const folder = temporaryFolder();
const BORDER = 'country:AF|BORDERS|country:PK|affirmed|asserted';

const correct = (...corrections: readonly object[]): void => writeFileSync(join(folder, 'corrections.json'), JSON.stringify({ format: 1, corrections }));
const dragoman = (...args: readonly string[]): ReturnType<typeof run> => run(args, { cwd: folder, env: { NEO4J_PASSWORD: 'unsaid' } });
const exported = async (...args: readonly string[]): Promise<{ nodes: string; code: number | null; complaints: readonly string[] }> => {
  const { code, stdout, complaints } = await dragoman('export', '--to', 'graphml', ...args);
  return { nodes: stdout, code, complaints };
};
const names = async (...args: readonly string[]): Promise<string[]> => {
  const { stdout } = await dragoman('query', "MATCH (n) WHERE n.key IN ['militia:taliban', 'country:IL'] RETURN n.name AS name ORDER BY name", '--json', ...args);
  return (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
};

describe('corrections beside a graph', () => {
  beforeEach(() => {
    copyFileSync(fileURLToPath(new URL('../fixtures/small-graph.json', import.meta.url)), join(folder, 'graph.json'));
    rmSync(join(folder, 'corrections.json'), { force: true });
  });

  it('reach an export without a build, unless it is wanted as built', async () => {
    correct({ do: 'rename', node: 'militia:taliban', label: 'Islamic Emirate' }, { do: 'merge', node: 'country:IL', into: 'country:PK' }, { do: 'reject', edge: BORDER });
    const { nodes } = await exported();
    expect(nodes).toContain('Islamic Emirate');
    expect([...nodes.matchAll(/<node /g)]).toHaveLength(14);
    expect(nodes).not.toContain(`id="${BORDER}"`);
    const built = await exported('--as-built');
    expect(built.nodes).not.toContain('Islamic Emirate');
    expect([...built.nodes.matchAll(/<node /g)]).toHaveLength(15);
  });

  it('are counted where they name nothing', async () => {
    correct({ do: 'reject', edge: 'none' }, { do: 'rename', node: 'militia:taliban', label: 'Islamic Emirate' });
    const { code, complaints } = await exported();
    expect([code, complaints]).toEqual([0, ['corrections.json: 1 of 2 corrections names nothing in this graph']]);
    expect((await exported('--as-built')).complaints).toEqual([]);
  });

  it('reach a query at once, each time they change', async () => {
    expect(await names()).toEqual(['Israel', 'Taliban']);
    correct({ do: 'rename', node: 'militia:taliban', label: 'Islamic Emirate' });
    expect(await names()).toEqual(['Islamic Emirate', 'Israel']);
    correct({ do: 'merge', node: 'country:IL', into: 'country:PK' });
    expect(await names()).toEqual(['Taliban']);
    expect(await names('--as-built')).toEqual(['Israel', 'Taliban']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.lbug'))).toHaveLength(1);
  });

  it.each([['export', '--to', 'csv'], ['query', 'RETURN 1'], ['push']])('that cannot be used end %s with one line', async (...args) => {
    writeFileSync(join(folder, 'corrections.json'), '{"format":1,"corrections":[{"do":"burn"}]}');
    const { code, stdout, complaints } = await dragoman(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(complaints).toEqual(['dragoman: corrections.json: no usable corrections: correction 1: "do" is not one of merge, rename, retype, reject, note (mend the file or move it away)']);
  });

  it('may give a node a type of the graph’s own', async () => {
    writeFileSync(join(folder, 'words.yaml'), 'nodeTypes:\n  - { name: Vessel, definition: a named ship, like: Organisation }\nnames:\n  - { name: Sea Heron, type: Vessel, country: PA }\n');
    writeFileSync(join(folder, 'story.txt'), 'Iran seized the Sea Heron on Monday. Iran met Oman.');
    expect((await dragoman('build', 'story.txt', '--vocabulary', 'words.yaml')).code).toBe(0);
    correct({ do: 'retype', node: 'country:OM', type: 'Vessel' });
    const { stdout } = await dragoman('query', "MATCH (n {key: 'country:OM'}) RETURN n.type AS type", '--json');
    expect(JSON.parse(stdout)).toEqual([{ type: 'Vessel' }]);
  });
});
