import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Label lists of the model's heads, in the order of its outputs. */
export interface Labels {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  /** Lemma rules: keep-case flag, letters to cut, letters to add ("0|3|y"). */
  readonly lr: readonly string[];
  readonly rel: readonly string[];
  readonly ner: readonly string[];
}

/** The package's `model/` folder: the sources run from `src/`, the build from `dist/src/`. */
export function modelFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!isPackageRoot(folder)) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the package has no model/ folder');
    folder = parent;
  }
  return path.join(folder, 'model');
}

function isPackageRoot(folder: string): boolean {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) return false;
  const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string };
  return name === 'dragoman';
}

/** Reads `labels.json`; throws where a list is missing or empty. */
export function readLabels(folder: string): Labels {
  const labels = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8')) as Partial<Labels>;
  for (const name of ['upos', 'xpos', 'feats', 'lr', 'rel', 'ner'] as const) {
    if (!labels[name]?.length) throw new Error(`labels.json lacks ${name}`);
  }
  return labels as Labels;
}
