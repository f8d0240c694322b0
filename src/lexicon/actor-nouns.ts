import { readFileSync } from 'node:fs';

/** What a common noun makes of the phrase that it heads. */
export type ActorNounClass = 'government' | 'governmentPlural' | 'organ' | 'organisation' | 'armed' | 'group' | 'place' | 'partitive' | 'kin' | 'people' | 'document';

let classes: ReadonlyMap<ActorNounClass, ReadonlySet<string>> | undefined;

/** True where the lemma belongs to that class of `data/actor-nouns.json`. */
export function isActorNoun(lemma: string, of: ActorNounClass): boolean {
  classes ??= load();
  return classes.get(of)?.has(lemma.toLowerCase()) ?? false;
}

function load(): ReadonlyMap<ActorNounClass, ReadonlySet<string>> {
  const data = JSON.parse(readFileSync(new URL('./data/actor-nouns.json', import.meta.url), 'utf8')) as Record<ActorNounClass, string[]>;
  return new Map(Object.entries(data).map(([name, lemmas]) => [name as ActorNounClass, new Set(lemmas)]));
}
