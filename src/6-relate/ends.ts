import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { supportVerb } from '../lexicon/clause-words.ts';
import { triggersOf } from '../lexicon/triggers.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { agents, antecedentOf, BACKED, isRelativePronoun, phrases } from './clause.ts';

/** One end of a relation: the mention that stands in the slot, and the entity that it names. */
export interface End {
  readonly mention: Mention;
  readonly key: string;
}

/**
 * How far a slot reaches: the words themselves; or, where they are no actor, whoever owns or does what they name;
 * or only whoever does it ("an Israeli raid killed …", never "a raid in Israel killed …").
 */
export type Reach = 'self' | 'holder' | 'agent';

/** Of these "of" names the victim, not the doer. */
export function hasVictim(token: Token): boolean {
  return triggersOf('noun', token.lemma.toLowerCase()).some((trigger) => /^(KILLED|ATTACKED|DETAINED|CHARGED|COERCED)$/.test(trigger.type)) || /^(death|shooting|abduction|massacre)$/.test(token.lemma);
}

/** "Iran launched missiles targeting …": what these do, whoever sends them does. */
const INSTRUMENT = /^(missile|rocket|drone|bomb|shell|warplane|plane|jet|helicopter|aircraft|warship|ship|vessel|boat|gunboat|tank|gunship|bulldozer|artillery|mortar|grenade|statement|letter|message|resolution|report|speech|communique)$/;

/** Finds which actors a word of a sentence stands for. */
export class EndFinder {
  private readonly story: LinkedStory;
  private readonly byAnchor: ReadonlyMap<number, readonly Mention[]>;

  constructor(story: LinkedStory, sentence: number) {
    this.story = story;
    const map = new Map<number, Mention[]>();
    for (const mention of story.mentions) {
      if (mention.sentence !== sentence) continue;
      for (const anchor of mention.anchors) map.set(anchor, [...(map.get(anchor) ?? []), mention]);
    }
    this.byAnchor = map;
  }

  mentionAt(token: Token): Mention | undefined {
    const all = this.byAnchor.get(token.index) ?? [];
    return all.find((mention) => mention.form === 'name') ?? all[0];
  }

  endsAt(token: Token): readonly End[] {
    const mention = this.mentionAt(token);
    // "Afghan and coalition forces" are two groups at one noun.
    const all = mention?.form === 'nominal' ? (this.byAnchor.get(token.index) ?? []).filter((one) => one.form === 'nominal') : mention ? [mention] : [];
    return all.flatMap((one) => (this.story.entitiesOf[one.id] ?? []).map((key) => ({ mention: one, key })));
  }

  /**
   * The actors in a slot: the words themselves and those joined to them; with `holder`, where a word is no actor,
   * whoever owns it, did it or comes from where it does.
   */
  find(tree: Tree, words: readonly Token[], reach: Reach, adjective = false): readonly End[] {
    const out: End[] = [];
    const meant = words.flatMap((word) => (isRelativePronoun(word) ? antecedentOf(tree, word) : [word]));
    for (const word of meant) for (const token of this.joined(tree, word)) out.push(...this.one(tree, token, reach, adjective, 0));
    const seen = new Set<string>();
    return out.filter((end) => !seen.has(end.key) && seen.add(end.key));
  }

  /** A word and what "and" joins to it, or to the name that it belongs to. */
  private joined(tree: Tree, word: Token): readonly Token[] {
    const anchors = (this.mentionAt(word)?.anchors ?? []).map((anchor) => tree.at(anchor)).filter((anchor) => anchor !== word && tree.isWithin(anchor, word));
    // "Seven people, including six soldiers": those too.
    const included = tree.children(word, 'nmod').filter((child) => child.upos === 'NOUN' && tree.caseOf(child) === 'including').flatMap((child) => tree.withConjuncts(child));
    return [...tree.withConjuncts(word), ...included, ...[...anchors, ...this.namesUnder(tree, word)].flatMap((token) => tree.withConjuncts(token).slice(1))];
  }

  /** "Assistant Secretary Hill and his counterpart": the parser may hang what "and" joins on the name under a title. */
  private namesUnder(tree: Tree, word: Token): readonly Token[] {
    const key = this.endsAt(word)[0]?.key;
    return key?.startsWith('person:') ? tree.children(word, 'nmod', 'appos', 'flat').filter((child) => !tree.caseOf(child) && this.endsAt(child)[0]?.key === key) : [];
  }

  private one(tree: Tree, token: Token, reach: Reach, adjective: boolean, depth: number): readonly End[] {
    const mention = this.mentionAt(token);
    const own = this.endsAt(token);
    const members = mention?.type === 'Group' && mention.plural ? tree.children(token, 'appos').flatMap((child) => tree.withConjuncts(child)).flatMap((child) => this.endsAt(child)) : [];
    // "The groups al-Shabab and Hizbul Islam": the names are meant.
    if (members.length) return members;
    const tool = mention?.form === 'nominal' && mention.type === 'Place' && reach !== 'self' && INSTRUMENT.test(token.lemma);
    if (mention && own.length && !tool && (mention.form !== 'demonym' || adjective || mention.plural)) return own;
    if (depth > 3) return [];
    if (token.upos === 'NUM' || token.upos === 'DET' || token.upos === 'ADJ' || isActorNoun(token.lemma, 'partitive')) {
      const inner = tree.children(token, 'nmod').filter((child) => /^(of|from|among)$/.test(tree.caseOf(child)));
      const found = inner.flatMap((child) => tree.withConjuncts(child)).flatMap((child) => this.one(tree, child, reach, false, depth + 1));
      if (found.length) return found;
    }
    const beside = tree.children(token, 'nmod', 'flat').filter((child) => child.index > token.index && !tree.caseOf(child) && this.mentionAt(child)?.type === 'Person');
    const named = [...tree.children(token, 'appos'), ...beside].flatMap((child) => this.one(tree, child, 'self', false, depth + 1));
    if (named.length) return named;
    if (reach === 'self') return [];
    const held = this.holders(tree, token, reach, depth);
    const verb = tree.headOf(token);
    // "Carried out a strike that killed …": whoever carries it out kills.
    const launched = INSTRUMENT.test(token.lemma) || (reach === 'agent' && hasVictim(token) && verb !== undefined && supportVerb(verb.lemma) === 'plain' && tree.child(verb, 'nsubj') !== undefined);
    if (held.length || !launched || token.deprel !== 'obj') return held;
    return verb ? agents(tree, verb).flatMap((agent) => this.one(tree, agent, 'self', false, depth + 1)) : [];
  }

  private holders(tree: Tree, token: Token, reach: Reach, depth: number): readonly End[] {
    const slots = [
      tree.children(token, 'acl').filter((clause) => !tree.child(clause, 'mark')).flatMap((clause) => agents(tree, clause)).filter((agent) => agent !== token),
      // "Explosions blamed on the Taliban": whoever is blamed did it.
      tree.children(token, 'acl').filter((clause) => /^(blame|pin|attribute)$/.test(clause.lemma)).flatMap((clause) => [...phrases(tree, clause, 'on'), ...phrases(tree, clause, 'to')]),
      tree.children(token, 'nmod', 'obl').filter((child) => child.deprel !== 'nmod:poss' && tree.caseOf(child) === 'by'),
      tree.children(token, 'nmod:poss'),
      tree.children(token, 'compound', 'amod', 'nmod:desc', 'obl:unmarked').filter((child) => child.index < token.index && !BACKED.test(child.lemma)),
      tree.children(token, 'nmod').filter((child) => child.deprel !== 'nmod:poss' && (reach === 'holder' && !hasVictim(token) && !/^(report|allegation|accusation|charge|rumor|rumour|suspicion|suggestion)$/.test(token.lemma) ? token.lemma === 'border' ? /^(of|with)$/ : /^(target|position|stronghold|hideout|stockpile)$/.test(token.lemma) ? /^(of|in|near)$/ : /^(of|from|by|for)$/ : /^(from|by)$/).test(tree.caseOf(child))),
      tree.children(token, 'acl:relcl').flatMap((clause) => agents(tree, clause)).filter((agent) => agent !== token && agent.upos !== 'PRON'),
    ];
    for (const slot of slots) {
      const found = slot.flatMap((child) => tree.withConjuncts(child)).flatMap((child) => this.one(tree, child, reach, true, depth + 1));
      // "A Turkish army statement" is the army's.
      if (found.length) return found.filter((end) => !found.some((other) => other.mention.owner === end.mention.id));
    }
    return [];
  }
}
