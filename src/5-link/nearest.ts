import type { Mention } from '../model/mention.ts';
import type { ResolvedStory } from '../model/mentioned-story.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';

type KeysOf = (mention: number) => readonly string[];

/** The country or body named last before a mention, in its sentence or the one before; those that deal with it are passed over. */
export function nearest(story: ResolvedStory, mention: Mention, keysOf: KeysOf, kind: RegExp, dealing: ReadonlySet<string>): string | undefined {
  for (let id = mention.id - 1; id >= 0; id--) {
    const other = story.mentions[id];
    if (!other || mention.sentence - other.sentence > 1) return undefined;
    const key = other.form === 'pronoun' || (other.form === 'demonym' && kind.source.includes('org')) ? undefined : keysOf(id).find((one) => kind.test(one) && !dealing.has(one));
    if (key) return key;
  }
  return undefined;
}

/** The countries that do something to a person in his clause: "Iran accused President X" does not speak of Iran's own. */
export function dealingWith(story: ResolvedStory, mention: Mention, keysOf: KeysOf): ReadonlySet<string> {
  const tree = story.trees[mention.sentence];
  const verb = tree && actedBy(tree, tree.at(mention.head));
  if (!verb) return new Set();
  const subjects = new Set(tree.children(verb, 'nsubj').filter((token) => token.deprel === 'nsubj').flatMap((token) => tree.withConjuncts(token)).map((token) => token.index));
  const doers = story.mentions.filter((other) => other.sentence === mention.sentence && other.anchors.some((token) => subjects.has(token)));
  return new Set(doers.flatMap(({ id }) => keysOf(id)).filter((key) => key.startsWith('country:')));
}

/** The verb that a word is an object of, also through "its" noun: "rejected Mr X's offer". */
function actedBy(tree: Tree, token: Token): Token | undefined {
  const over = tree.headOf(token);
  if (!over) return undefined;
  if (/^(obj|iobj)$/.test(token.deprel)) return over.upos === 'VERB' ? over : undefined;
  return /^(nmod:poss|appos|conj|flat|nmod:desc)$/.test(token.deprel) ? actedBy(tree, over) : undefined;
}
