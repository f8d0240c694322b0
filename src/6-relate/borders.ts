import { countryByIso } from '../lexicon/countries.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { phrases } from './clause.ts';
import type { End } from './ends.ts';
import type { Statement } from './statement.ts';

/** Sentences back at which a country still is the one on this side. */
const NEAR = 2;

/** "In Paktika province, near the border with Afghanistan", "crossed the Afghan border": the other side is the neighbour spoken of last. */
export function borders(story: LinkedStory, tree: Tree): readonly Statement[] {
  return tree.tokens.filter((token) => /^(border|frontier)$/.test(token.lemma) && token.upos === 'NOUN').flatMap((noun): readonly Statement[] => {
    const named = sidesOf(tree, noun).flatMap((token) => countryAt(story, tree, token) ?? []);
    const [far] = named;
    const near = far && named.every((side) => side.key === far.key) ? neighbourBefore(story, far) : undefined;
    if (!far || !near) return [];
    return [{
      type: 'BORDERS', source: near, target: far, first: noun.index, last: noun.index + 1,
      polarity: 'affirmed', modality: 'asserted', attributedTo: [], rule: 'border.other-side', confidence: 0.75,
    }];
  });
}

function sidesOf(tree: Tree, noun: Token): readonly Token[] {
  const before = tree.children(noun, 'amod', 'compound').filter((child) => child.index < noun.index);
  return [...before, ...phrases(tree, noun, 'with'), ...phrases(tree, noun, 'between')].flatMap((token) => tree.withConjuncts(token));
}

function countryAt(story: LinkedStory, tree: Tree, token: Token): End | undefined {
  const mention = story.mentions.find((one) => one.sentence === tree.sentence.index && one.type === 'Country' && one.anchors.includes(token.index));
  const key = mention && story.entitiesOf[mention.id]?.[0];
  return mention && key?.startsWith('country:') ? { mention, key } : undefined;
}

/** The country, or the country of the place, that was named last before the border and borders on the one beyond it. */
function neighbourBefore(story: LinkedStory, far: End): End | undefined {
  const neighbours = countryByIso(far.key.slice('country:'.length))?.neighbours ?? [];
  for (let id = far.mention.id - 1; id >= 0; id--) {
    const mention = story.mentions[id];
    if (!mention || far.mention.sentence - mention.sentence > NEAR) return undefined;
    const iso = isoOf(story, mention);
    if (iso === undefined || !neighbours.includes(iso) || !story.entities.has(`country:${iso}`)) continue;
    // Across sentences the words of the country lie outside the evidence: those of the border's stand for both.
    return { mention: mention.sentence === far.mention.sentence ? mention : far.mention, key: `country:${iso}` };
  }
  return undefined;
}

function isoOf(story: LinkedStory, mention: Mention): string | undefined {
  const key = story.entitiesOf[mention.id]?.[0];
  if (key?.startsWith('country:')) return key.slice('country:'.length);
  const entity = key === undefined ? undefined : story.entities.get(key);
  return entity?.type === 'Place' ? entity.country : undefined;
}
