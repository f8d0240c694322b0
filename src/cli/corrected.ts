import { Option } from 'commander';
import { correctedSource } from '../../graph/corrected-source.ts';
import { correctionsPath } from '../../graph/corrections-file.ts';
import type { Correction } from '../../graph/corrections.ts';
import type { GraphSource } from '../../graph/source.ts';
import { count } from './count.ts';

/** `--as-built`, of each command that reads a graph file. */
export const asBuiltOption = (): Option => new Option('--as-built', 'leave out the corrections in corrections.json beside the graph');

/**
 * A graph file with the corrections beside it, unless `asBuilt`; those that name nothing in it are counted on stderr.
 * @throws DragomanError as `correctedSource`
 */
export function readCorrected(graphPath: string, asBuilt: boolean | undefined): GraphSource {
  const { source, corrections, unused } = correctedSource(graphPath, { asBuilt: asBuilt === true });
  sayUnused(graphPath, corrections, unused);
  return source;
}

/** Counts on stderr the corrections that name nothing in a graph. */
export function sayUnused(graphPath: string, corrections: readonly Correction[], unused: readonly Correction[]): void {
  if (unused.length === 0) return;
  process.stderr.write(`${correctionsPath(graphPath)}: ${unused.length} of ${count(corrections.length, 'correction')} ${unused.length === 1 ? 'names' : 'name'} nothing in this graph\n`);
}
