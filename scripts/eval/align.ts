import type { GraphFile, NodeAttributes, StoryRecord } from '../../graph/schema.ts';
import type { GoldEntity, GoldStory } from './gold.ts';

/** Names compare without case, accents, article, possessive mark and punctuation. */
export function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/[’‘`]/g, "'").replace(/^the\s+/, '').replace(/'s\b/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The graph's record of an annotated story: by id, else by what its title or text holds. */
export function storyOf(graph: GraphFile, gold: GoldStory): StoryRecord | undefined {
  const want = fold(gold.match?.text ?? gold.match?.title ?? '');
  const { stories } = graph.attributes;
  return stories.find(({ id }) => id === gold.id)
    ?? stories.find(({ title, text }) => want !== '' && (fold(title).includes(want) || fold(text).includes(want)));
}

/** Gold entity that a node stands for, by node key. */
export type Align = (node: string) => string | undefined;

/** Nodes meet gold entities by QID, then by label, then by the first alias that is one of the entity's names. */
export function aligner(nodes: ReadonlyMap<string, NodeAttributes>, entities: readonly GoldEntity[]): Align {
  const byQid = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { id, names, wikidata } of entities) {
    if (wikidata) byQid.set(wikidata, id);
    for (const name of names.map(fold)) if (!byName.has(name)) byName.set(name, id);
  }
  const known = new Map<string, string | undefined>();
  return (node) => {
    if (!known.has(node)) {
      const { wikidata, label = '', aliases = [] } = nodes.get(node) ?? {};
      const named = [label, ...aliases].map((name) => byName.get(fold(name))).find((id) => id !== undefined);
      known.set(node, (wikidata ? byQid.get(wikidata) : undefined) ?? named);
    }
    return known.get(node);
  };
}
