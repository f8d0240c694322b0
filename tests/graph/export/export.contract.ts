import { describe, expect, it } from 'vitest';
import { exportFiles, type Exporter, type ExportOptions } from '../../../graph/export/index.ts';
import { sourceOf, type GraphSource } from '../../../graph/source.ts';
import { syntheticSource } from '../../../scripts/bench/synthetic-graph.ts';
import { backwards, NASTY_NAMES, nastyGraph, UNWRITABLE_NAME } from './nasty-graph.ts';

/** What a reader of the format got back. */
export interface Reading {
  /** Label by key. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly edges: readonly { readonly key: string; readonly source: string; readonly target: string }[];
  /** Every attribute value of nodes and edges that the reader saw. */
  readonly values: readonly unknown[];
}

/** An exporter with the options to try and a reader that is not ours, or as plain as can be. */
export interface Subject {
  readonly exporter: Exporter;
  readonly options?: ExportOptions;
  read(files: ReadonlyMap<string, string>): Reading;
  /** What the format makes of a name that holds what it cannot write; the name itself where it can write all. */
  readonly unwritable: string;
  /** How many edges it writes of the graph; one for one unless told. */
  edges?(graph: GraphSource): number;
}

/** The files as a disk gives them back: half a character is no UTF-8. */
export function filesOf(graph: Parameters<typeof exportFiles>[0], { exporter, options }: Pick<Subject, 'exporter' | 'options'>): Map<string, string> {
  return new Map(exportFiles(graph, exporter, options).map(({ name, chunks }) => [name, Buffer.from([...chunks].join('')).toString()]));
}

/** What every exporter must do, whatever its format. */
export function exporterContract(name: string, subject: Subject): void {
  describe(`${name}, as every export`, () => {
    const graph = nastyGraph();
    const files = filesOf(graph, subject);
    const reading = subject.read(files);

    it('holds every node once, and every edge under a key of its own', () => {
      expect([...reading.nodes.keys()].sort()).toEqual(graph.nodes().sort());
      expect(reading.edges.length).toBe(subject.edges?.(sourceOf(graph)) ?? graph.size);
      expect(new Set(reading.edges.map(({ key }) => key)).size).toBe(reading.edges.length);
    });

    it('keeps the direction of edges', () => {
      const ends = (list: readonly { source: string; target: string }[]): Set<string> => new Set(list.map(({ source, target }) => `${source} → ${target}`));
      expect(ends(reading.edges)).toEqual(ends([...sourceOf(graph).edges()]));
    });

    it('gives back names that break careless writers', () => {
      const names = [...reading.nodes.values()];
      for (const nasty of NASTY_NAMES) expect(names).toContain(nasty);
      expect(names).toContain(subject.unwritable);
      expect(names).not.toContain(UNWRITABLE_NAME === subject.unwritable ? undefined : UNWRITABLE_NAME);
    });

    it('has no nulls', () => {
      expect(reading.values.length).toBeGreaterThan(100);
      for (const value of reading.values) {
        expect(value).not.toBeNull();
        expect(['undefined', 'null', 'NaN', '[object Object]']).not.toContain(String(value));
      }
    });

    it('is the same bytes for the same graph, whatever the order in which it was built', () => {
      expect([...filesOf(backwards(graph), subject)]).toEqual([...files]);
    });

    it('is made piece by piece', () => {
      const source = syntheticSource({ nodes: 500, edges: 10_000 });
      let walked = 0;
      const counted: GraphSource = {
        ...source,
        *edges() {
          for (const edge of source.edges()) {
            walked++;
            yield edge;
          }
        },
      };
      const [{ chunks }] = exportFiles(counted, subject.exporter, subject.options);
      const pieces = chunks[Symbol.iterator]();
      for (let count = 0; count < 20 && walked === 0; count++) expect(pieces.next().done).toBe(false);
      if (!subject.options?.aggregate) expect(walked).toBeLessThan(6000);
      for (let next = pieces.next(); !next.done; next = pieces.next()) expect(next.value.length).toBeLessThan(1 << 20);
      expect(walked).toBeGreaterThanOrEqual(10_000);
    });
  });
}
