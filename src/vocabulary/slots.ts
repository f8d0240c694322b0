// The slots of a trigger, as src/lexicon/data/triggers/README.md explains them.

export const PARTS_OF_SPEECH = ['verb', 'noun', 'adj', 'adv', 'adp'] as const;

type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

const SLOTS: Readonly<Record<PartOfSpeech, readonly string[]>> = {
  verb: ['subj', 'obj', 'iobj', 'comp', 'inner', 'unless', 'each'],
  noun: ['poss', 'pre', 'subj', 'obj', 'comp', 'head', 'each', 'ground'],
  adj: ['head', 'subj', 'pre', 'post'],
  adv: ['subj', 'obj', 'head'],
  adp: ['subj', 'obj', 'head'],
};

const PREPOSITIONS: ReadonlySet<string> = new Set([
  'about', 'above', 'across', 'after', 'against', 'alongside', 'along', 'amid', 'among', 'around', 'as', 'at', 'before',
  'behind', 'below', 'beneath', 'beside', 'between', 'beyond', 'by', 'despite', 'down', 'during', 'for', 'from', 'in', 'inside',
  'into', 'like', 'near', 'of', 'off', 'on', 'onto', 'opposite', 'out', 'outside', 'over', 'past', 'round', 'through',
  'throughout', 'to', 'toward', 'towards', 'under', 'unlike', 'until', 'up', 'upon', 'via', 'with', 'within', 'without',
  'in front of', 'on behalf of', 'out of',
]);

/** True for a place in the sentence where an end of such a trigger may stand. */
export function isSlot(pos: PartOfSpeech, slot: string): boolean {
  return SLOTS[pos].includes(slot) || PREPOSITIONS.has(slot);
}
