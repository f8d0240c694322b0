import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import type { ClusterSet, OpenCluster } from './cluster-set.ts';
import { mostSalient } from './salience.ts';

const BODIES = new Set(['Country', 'Organisation', 'ArmedGroup']);

/** Finds whom a pronoun stands for; a pronoun that nothing fits stays open. */
export function resolvePronoun(set: ClusterSet, mention: Mention): void {
  const tree = set.story.trees[mention.sentence];
  if (!tree || /^(i|me|my|we|us|our)$/.test(mention.noun ?? '')) return speakerOf(set, mention, tree);
  const fits = (cluster: OpenCluster): boolean => agrees(cluster, mention) && !boundInClause(tree, cluster, mention);
  const over = mention.plural ? severalOver(set, tree, mention) : [];
  const several = over.length > 1 || !mention.plural ? over : severalBefore(set, tree, mention);
  if (several.length > 1) return set.joinAll(mention, several);
  const own = possessorInClause(set, tree, mention, fits) ?? speakerOfClause(set, tree, mention, fits);
  if (!own && isThing(set, tree, mention)) return;
  // "Blew himself up": a reflexive is its own subject or nobody that we know.
  const found = own ?? (/self$|selves$/.test(mention.noun ?? '') ? undefined : mostSalient(set, mention, fits));
  if (!found) return;
  const all = mention.plural ? togetherWith(set, mention, found) : [];
  if (all.length > 1) set.joinAll(mention, all);
  else set.join(mention, found);
}

/** "Letters to 40 countries, including Ghana and Togo, urging them …": what a noun in the plural calls together, "them" does too. */
function togetherWith(set: ClusterSet, mention: Mention, found: OpenCluster): readonly OpenCluster[] {
  const before = set.story.mentions.filter((one) => one.id < mention.id && one.sentence === mention.sentence && one.form === 'nominal' && one.plural);
  return before.map((one) => set.clustersOf(one)).findLast((clusters) => clusters.length > 1 && clusters.includes(found)) ?? [];
}

function agrees(cluster: OpenCluster, mention: Mention): boolean {
  if (mention.gender) return cluster.type === 'Person' && (!cluster.gender || cluster.gender === mention.gender) && !cluster.plural;
  if (!mention.plural) return BODIES.has(cluster.type) && !cluster.mentions.every((one) => one.form === 'demonym' && !one.plural);
  if (cluster.type === 'Group' || cluster.type === 'ArmedGroup') return true;
  const last = cluster.mentions.at(-1);
  return BODIES.has(cluster.type) && (cluster.mentions.some((one) => one.plural) || last?.form === 'nominal');
}

/** Binding: "Bush told him" and "Bush met his …" — an object pronoun is not its clause's subject. */
function boundInClause(tree: Tree, cluster: OpenCluster, mention: Mention): boolean {
  const pronoun = tree.at(mention.head);
  if (/self|selves/.test(pronoun.text) || pronoun.deprel === 'nmod:poss') return false;
  const verb = tree.headOf(pronoun);
  // "Troops will join the forces and provide them …": the second verb has the first one's subject.
  const shared = verb?.deprel === 'conj' && !tree.child(verb, 'nsubj') && !pronoun.deprel.startsWith('nsubj') ? tree.headOf(verb) : undefined;
  return cluster.mentions.some((other) => {
    if (other.sentence !== mention.sentence || other.id === mention.id) return false;
    const head = tree.at(other.head);
    if (shared && head.head === shared.index && head.deprel === 'nsubj') return true;
    return head.head === pronoun.head && verb !== undefined && !head.deprel.startsWith('conj');
  });
}

/** "its", "his": the subject of the clause around it, where that agrees. */
function possessorInClause(set: ClusterSet, tree: Tree, mention: Mention, fits: (cluster: OpenCluster) => boolean): OpenCluster | undefined {
  const pronoun = tree.at(mention.head);
  if (pronoun.deprel !== 'nmod:poss' && !/self|selves/.test(pronoun.text)) return undefined;
  const owned = tree.headOf(pronoun);
  const joined = owned?.deprel === 'conj' ? tree.headOf(owned) : undefined;
  // "Met Mr. Castro and his brother": the brother of the one beside him.
  const beside = joined && set.story.mentions.filter((one) => one.sentence === mention.sentence && one.form === 'name' && one.anchors.includes(joined.index)).flatMap((one) => set.clustersOf(one)).find(fits);
  if (beside) return beside;
  for (const up of tree.ancestors(pronoun)) {
    for (const subject of tree.children(up, 'nsubj')) {
      if (subject.index >= pronoun.index) continue;
      const before = set.story.mentions.filter((one) => one.sentence === mention.sentence && one.id < mention.id && one.anchors.includes(subject.index));
      const cluster = before.flatMap((one) => set.clustersOf(one)).find(fits);
      if (cluster) return cluster;
    }
  }
  return undefined;
}

/** "China and Russia say they …": the pronoun is all of a subject that stands for several. */
function severalOver(set: ClusterSet, tree: Tree, mention: Mention): readonly OpenCluster[] {
  const clause = tree.headOf(tree.at(mention.head));
  const up = clause && tree.headOf(clause);
  const subject = up ? tree.children(up, 'nsubj').find((token) => token.index < mention.head) : undefined;
  if (!subject) return [];
  const over = tree.withConjuncts(subject).flatMap((token) => set.story.mentions.filter((one) => one.sentence === mention.sentence && one.form !== 'pronoun' && one.anchors.includes(token.index)).slice(0, 1));
  return [...new Set(over.flatMap((one) => set.clustersOf(one)))];
}

/** "Syria and Iraq have opened embassies. They agreed …": a subject "they" is all of the subject of the sentence before. */
function severalBefore(set: ClusterSet, tree: Tree, mention: Mention): readonly OpenCluster[] {
  const before = set.story.trees[mention.sentence - 1];
  const verb = tree.headOf(tree.at(mention.head));
  const first = set.story.mentions.find((one) => one.sentence === mention.sentence);
  if (!before || verb?.deprel !== 'root' || first?.id !== mention.id || !tree.at(mention.head).deprel.startsWith('nsubj')) return [];
  const root = before.tokens.find((token) => token.deprel === 'root');
  const subject = root && before.child(root, 'nsubj');
  if (!subject) return [];
  const named = before.withConjuncts(subject).map((token) => set.story.mentions.find((one) => one.sentence === before.sentence.index && one.form !== 'pronoun' && one.anchors.includes(token.index)));
  return named.length > 1 && named.every((one) => one !== undefined) ? [...new Set(named.flatMap((one) => set.clustersOf(one)))] : [];
}

/** "Brazil says it will …", "when it hosted …": a subject pronoun of a lower clause is the subject of the clause over it. */
function speakerOfClause(set: ClusterSet, tree: Tree, mention: Mention, fits: (cluster: OpenCluster) => boolean): OpenCluster | undefined {
  const pronoun = tree.at(mention.head);
  if (!pronoun.deprel.startsWith('nsubj')) return undefined;
  let clause = tree.headOf(pronoun);
  for (let steps = 0; clause && steps < 4; steps++) {
    const up = tree.headOf(clause);
    if (!up || !/^(ccomp|advcl|xcomp|conj|parataxis)/.test(clause.deprel)) return undefined;
    const subject = tree.children(up, 'nsubj').find((token) => token !== pronoun && token.index < pronoun.index);
    const over = subject && set.story.mentions.find((one) => one.sentence === mention.sentence && one.form !== 'pronoun' && one.anchors.includes(subject.index));
    const cluster = over && set.clustersOf(over).find(fits);
    if (cluster) return cluster;
    clause = up;
  }
  return undefined;
}

/**
 * "Tanks opened fire as they entered", "The plan came on Monday. It has …": the subject of the clause over it or of the
 * sentence before is a thing, and the pronoun stands for that.
 */
function isThing(set: ClusterSet, tree: Tree, mention: Mention): boolean {
  const pronoun = tree.at(mention.head);
  const clause = tree.headOf(pronoun);
  if (!pronoun.deprel.startsWith('nsubj') || mention.gender || !clause) return false;
  if (clause.deprel === 'advcl') {
    const over = tree.headOf(clause);
    return over !== undefined && hasThingAsSubject(set, tree, over, mention, pronoun.index);
  }
  const before = set.story.trees[mention.sentence - 1];
  const root = before?.tokens.find((token) => token.deprel === 'root');
  return clause.deprel === 'root' && pronoun.index === 0 && before !== undefined && root !== undefined && hasThingAsSubject(set, before, root, mention, root.index);
}

function hasThingAsSubject(set: ClusterSet, tree: Tree, verb: Token, mention: Mention, end: number): boolean {
  const subject = tree.child(verb, 'nsubj');
  if (!subject || subject.upos !== 'NOUN' || subject.index > end || mention.plural !== subject.feats.includes('Number=Plur')) return false;
  return !set.story.mentions.some((one) => one.sentence === tree.sentence.index && one.anchors.includes(subject.index));
}

/** "We" and "I" inside a quotation are its speaker: the subject of the verb of saying over or after it. */
function speakerOf(set: ClusterSet, mention: Mention, tree: Tree | undefined): void {
  if (!tree) return;
  const pronoun = tree.at(mention.head);
  for (const up of tree.ancestors(pronoun)) {
    const saying = /^(say|tell|add|announce|declare|stress|state|note|insist|warn|claim|argue|write|explain|indicate|reply)$/.test(up.lemma);
    const subject = saying ? tree.child(up, 'nsubj') : undefined;
    const speaker = subject && set.story.mentions.find((one) => one.sentence === mention.sentence && one.anchors.includes(subject.index) && one.form !== 'pronoun');
    const cluster = speaker && set.clustersOf(speaker)[0];
    if (cluster) return set.join(mention, cluster);
  }
}
