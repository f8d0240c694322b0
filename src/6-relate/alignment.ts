import { countryByDemonym, countryByName } from '../lexicon/countries.ts';
import { organisationByName } from '../lexicon/organisations.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import type { EndFinder } from './ends.ts';
import type { Statement } from './statement.ts';

/** "Pro-Syrian president Emile Lahoud", "anti-Taliban militia": whose friend or foe the adjective calls its noun. */
export function alignments(story: LinkedStory, tree: Tree, finder: EndFinder): readonly Statement[] {
  return tree.tokens.flatMap((token) => {
    const parts = /^(pro|anti)-(\p{Lu}[\p{L}.-]*|government|regime)$/u.exec(token.text.replace(/^[PA]/, (letter) => letter.toLowerCase()));
    const head = token.deprel === 'amod' || token.deprel === 'compound' ? tree.headOf(token) : undefined;
    const key = parts?.[2] ? keyOf(parts[2]) ?? governmentSpokenOf(story, tree, parts[2]) : undefined;
    if (!parts || !head || !key || !story.entities.has(key)) return [];
    const mention = mentionOf(story, tree, key);
    return !mention ? [] : finder.find(tree, [head], 'self').filter((end) => end.key !== key && !end.key.startsWith('place:')).map((source): Statement => ({
      type: parts[1] === 'pro' ? 'ALLIED_WITH' : PROTEST.test(head.lemma) ? 'PROTESTED_AGAINST' : 'AT_ODDS_WITH', source, target: { mention: { ...mention, ...spanOf(token) }, key }, first: token.index, last: token.index + 1,
      polarity: 'affirmed', modality: 'asserted', attributedTo: [], rule: `alignment.${parts[1] ?? ''}`, confidence: 0.75,
    }));
  });
}

const PROTEST = /^(protest|protester|protestor|demonstrator|demonstration|rally|riot|rioter|marcher|march)$/;

/** "Anti-government protesters": the country of the sentence, else the one that the story speaks of most. */
function governmentSpokenOf(story: LinkedStory, tree: Tree, word: string): string | undefined {
  if (!/^(government|regime)$/.test(word)) return undefined;
  const near = story.mentions.filter((mention) => mention.sentence === tree.sentence.index && mention.type === 'Country');
  const said = near.find((mention) => mention.noun === 'government')?.id;
  const key = said === undefined ? undefined : story.entitiesOf[said]?.[0];
  return key ?? [...story.entities.values()].filter((entity) => entity.type === 'Country').sort((a, b) => b.mentions - a.mentions)[0]?.key;
}

function keyOf(name: string): string | undefined {
  const country = countryByDemonym(name) ?? countryByName(name);
  if (country) return `country:${country.iso}`;
  const body = organisationByName(name);
  return body ? `${body.type === 'ArmedGroup' ? 'armed' : 'org'}:${body.id}` : undefined;
}

function mentionOf(story: LinkedStory, tree: Tree, key: string): LinkedStory['mentions'][number] | undefined {
  const all = story.mentions.filter((mention) => story.entitiesOf[mention.id]?.includes(key));
  return all.find((mention) => mention.sentence === tree.sentence.index) ?? all[0];
}

const spanOf = (token: Token): { readonly text: string; readonly start: number; readonly end: number } => ({ text: token.text, start: token.start, end: token.end });
