import type { LinkedStory } from '../model/linked-story.ts';
import type { Mention } from '../model/mention.ts';
import type { Tree } from '../model/tree.ts';
import type { Statement } from './statement.ts';

/** "Turkey … neighboring Iraq": a country called a neighbour borders the one spoken of before it. */
export function neighbours(story: LinkedStory, tree: Tree): readonly Statement[] {
  return tree.tokens.filter((token) => token.deprel === 'amod' && /^neighbou?ring$/i.test(token.text)).flatMap((word): readonly Statement[] => {
    const country = tree.tokens[word.index + 1];
    const named = country && story.mentions.find((one) => one.sentence === tree.sentence.index && one.type === 'Country' && one.form === 'name' && country.index >= one.first && country.index < one.last);
    const key = named && story.entitiesOf[named.id]?.[0];
    const other = named && key ? countryBefore(story, named, key) : undefined;
    if (!named || !key || !other) return [];
    return [{
      type: 'BORDERS', source: { mention: named, key }, target: other, first: word.index, last: word.index + 1,
      polarity: 'affirmed', modality: 'asserted', attributedTo: [], rule: 'adj.neighboring', confidence: 0.75,
    }];
  });
}

/** The country named last before a mention, in its sentence or the one before. */
function countryBefore(story: LinkedStory, named: Mention, key: string): { readonly mention: Mention; readonly key: string } | undefined {
  for (let id = named.id - 1; id >= 0; id--) {
    const mention = story.mentions[id];
    if (!mention || named.sentence - mention.sentence > 1) return undefined;
    const other = mention.type === 'Country' ? story.entitiesOf[id]?.[0] : undefined;
    // Across sentences the words of the country lie outside the evidence: the neighbour's own words stand for both.
    if (other && other !== key) return { mention: mention.sentence === named.sentence ? mention : named, key: other };
  }
  return undefined;
}
