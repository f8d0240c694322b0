import { speechWord } from '../lexicon/clause-words.ts';
import type { Tree } from '../model/tree.ts';
import { agents } from './clause.ts';
import type { EndFinder } from './ends.ts';

/**
 * Follows who speaks from sentence to sentence: a sentence that stands in quotation marks and names no speaker goes on
 * where the one before it spoke.
 */
export class Quotation {
  private speaker: string | undefined;

  /** Key of the speaker whose quotation this sentence continues; then takes note of who speaks in it. */
  continuedBy(tree: Tree, finder: EndFinder): string | undefined {
    const speech = tree.tokens.filter((token) => token.upos === 'VERB' && speechWord('verb', token.lemma) !== undefined && /^(root|parataxis|ccomp)$/.test(token.deprel));
    const named = speech.flatMap((verb) => finder.find(tree, agents(tree, verb), 'holder'))[0];
    const quoted = /^["“'‘]/.test(tree.sentence.text);
    const continued = quoted && !named ? this.speaker : undefined;
    if (named) this.speaker = named.key;
    else if (!quoted) this.speaker = undefined;
    return continued;
  }
}
