import { countryByCapital, countryByDemonym, countryByName, countryByPrefix, type Country } from '../lexicon/countries.ts';
import type { Mention } from '../model/mention.ts';
import type { MentionedStory } from '../model/mentioned-story.ts';
import type { ParsedStory } from '../model/parsed-story.ts';
import type { Token } from '../model/sentence.ts';
import { Tree } from '../model/tree.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { governmentOfCapital } from './metonymy.ts';
import { finish, nameDraft, type Draft } from './draft.ts';
import { nameSpans } from './names.ts';
import { nominalDrafts, organDrafts } from './nominals.ts';
import { DraftIndex } from './owners.ts';
import { pronounDrafts } from './pronouns.ts';
import { roleOfNoun, rolesBefore } from './roles.ts';

/** Finds what names or describes an actor, place or event. */
export function findMentions(parsed: ParsedStory): MentionedStory {
  const trees = parsed.sentences.map((sentence) => new Tree(sentence));
  const mentions: Mention[] = [];
  const context = countryOfStory(trees);
  for (const tree of trees) mentions.push(...finish(tree.sentence, sentenceDrafts(tree, context), mentions.length));
  return { ...parsed, trees, mentions };
}

/** The country that a story names most, by name, adjective or capital; it decides between readings of a name ("Labor Party"). */
function countryOfStory(trees: readonly Tree[]): string | undefined {
  const counts = new Map<string, number>();
  for (const token of trees.flatMap((tree) => tree.tokens)) {
    if (!/^\p{Lu}/u.test(token.text)) continue;
    const iso = (countryByName(token.text) ?? countryByDemonym(token.text) ?? countryByCapital(token.text))?.iso;
    if (iso) counts.set(iso, (counts.get(iso) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function sentenceDrafts(tree: Tree, context: string | undefined): readonly Draft[] {
  const index = new DraftIndex();
  for (const span of nameSpans(tree, context)) {
    const draft = index.add(nameDraft(tree, span.first, span.last, span.type, span.referent));
    if (span.type === 'Organisation') nameOwner(tree, draft, index, span.known);
  }
  for (const draft of index.drafts) governmentOfCapital(tree, draft);
  demonymDrafts(tree, index);
  organDrafts(tree, index);
  for (const draft of index.drafts) if (draft.type === 'Person' && draft.form === 'name') draft.roles.push(...rolesBefore(tree, draft, index));
  sharedTitles(tree, index);
  placeNouns(tree, index);
  nominalDrafts(tree, index);
  for (const draft of index.drafts) if (draft.type === 'Organisation' && draft.form === 'name' && !draft.owner) nameOwner(tree, draft, index, true);
  appositives(tree, index);
  bodyNouns(tree, index);
  pronounDrafts(tree, index);
  return index.drafts;
}

/** "Five Palestinians", "thousands of Turks": some people, not their country. */
function isCounted(tree: Tree, token: Token): boolean {
  const head = tree.headOf(token);
  return tree.children(token, 'nummod', 'amod').length > 0 || (token.deprel === 'nmod' && head !== undefined && isActorNoun(head.lemma, 'partitive'));
}

/** The country that an organisation's own name begins with: "U.S. Embassy", "Iranian Revolutionary Court". */
function nameOwner(tree: Tree, draft: Draft, index: DraftIndex, known: boolean): void {
  const possessor = tree.children(tree.at(draft.head), 'nmod:poss').map((token) => index.at(token)).find((one) => one?.type === 'Country');
  if (possessor) draft.owner = possessor;
  if (possessor || known) return;
  for (let last = Math.min(draft.first + 2, draft.last - 1); last > draft.first; last--) {
    const text = tree.textOf(draft.first, last);
    const country = countryByName(text) ?? countryByDemonym(text);
    if (!country) continue;
    draft.owner = index.add({ ...nameDraft(tree, draft.first, last, 'Country', { kind: 'country', iso: country.iso }), form: 'demonym', anchors: [] });
    return;
  }
}

/** "Israeli" as an adjective, "Israelis" and "the Palestinians" as nouns. */
function demonymDrafts(tree: Tree, index: DraftIndex): void {
  for (const token of tree.tokens) {
    if (index.covering(token.index) || !/^\p{Lu}/u.test(token.text)) continue;
    const next = tree.tokens[token.index + 1];
    const pair = next && /^\p{Lu}/u.test(next.text) && token.upos !== 'DET' ? countryByDemonym(tree.textOf(token.index, token.index + 2)) : undefined;
    const prefix = next?.text === '-' ? countryByPrefix(token.text) : undefined;
    const country: Country | undefined = pair ?? countryByDemonym(token.text) ?? prefix;
    if (!country) continue;
    if (pair) {
      index.add({ ...nameDraft(tree, token.index, token.index + 2, 'Country', { kind: 'country', iso: pair.iso }), anchors: [token.index, token.index + 1], form: 'demonym', plural: false });
      continue;
    }
    const noun = /^(nsubj|obj|obl|nmod|conj|iobj)/.test(token.deprel) && (token.upos === 'NOUN' || token.upos === 'PROPN' || token.xpos.startsWith('NNP') || isCounted(tree, token)) && /(?:s|[ai]nese|glish|rench|utch|rish|ritish|panish|ortuguese|amese|wedish)$/.test(token.text);
    const draft = nameDraft(tree, token.index, token.index + 1, 'Country', { kind: 'country', iso: country.iso });
    if (noun && isCounted(tree, token)) {
      const owner = index.add({ ...draft, form: 'demonym', anchors: [], plural: false });
      index.add({ ...nameDraft(tree, token.index, token.index + 1, 'Group'), form: 'nominal', noun: token.lemma.toLowerCase(), plural: true, definite: false, owner });
      continue;
    }
    index.add({ ...draft, form: 'demonym', plural: noun });
  }
}

/** "former presidents Jimmy Carter and Bill Clinton": a plural title is that of every name that follows. */
function sharedTitles(tree: Tree, index: DraftIndex): void {
  for (const draft of index.drafts) {
    const role = draft.type === 'Person' ? draft.roles.find((one) => tree.at(one.last - 1).feats.includes('Number=Plur')) : undefined;
    if (!role) continue;
    for (const token of tree.withConjuncts(tree.at(draft.head))) {
      const other = index.at(token);
      if (other?.type !== 'Person' || (other !== draft && other.roles.length)) continue;
      // "Ministers Anna Berg of Norway and Luis Soto of Chile": each has its own.
      const of = tree.children(token, 'nmod').filter((child) => tree.caseOf(child) === 'of').flatMap((child) => index.at(child) ?? []).filter((one) => one.type === 'Country' || one.type === 'Organisation');
      const own = of.length ? { ...role, of } : role;
      if (other !== draft) other.roles.push(own);
      else if (of.length) other.roles.splice(other.roles.indexOf(role), 1, own);
    }
  }
}

/** "Helmand province, "the town of Miran Shah": the noun stands for the place that it is put before or after. */
function placeNouns(tree: Tree, index: DraftIndex): void {
  for (const draft of index.drafts) {
    if (draft.form !== 'name' || (draft.type !== 'Place' && draft.type !== 'Country' && draft.type !== 'Organisation')) continue;
    const head = tree.headOf(tree.at(draft.head));
    if (!head || index.at(head)) continue;
    const named = tree.at(draft.head);
    const followed = tree.children(head, 'nmod', 'appos', 'flat').some((child) => child.index > head.index && index.at(child)?.type === 'Place');
    const before = !followed && /^(compound|nmod:desc)$/.test(named.deprel) && draft.type === 'Place' && /^(province|city|town|village|district|region|state|county|governorate|strip|peninsula|valley|island|area|port|capital)$/.test(head.lemma);
    const after = /^(nmod|appos|flat|nmod:desc)$/.test(named.deprel) && ['of', ''].includes(tree.caseOf(named)) && /^(province|city|town|village|district|region|state|county|port|capital|island|republic|kingdom)$/.test(head.lemma) && named.index > head.index;
    if (before || after) index.anchor(draft, head.index);
  }
}

/** "Vikram Misri, India's foreign secretary": the office said after a name or before it, with a comma or by "is". */
function appositives(tree: Tree, index: DraftIndex): void {
  for (const draft of index.drafts) {
    if (draft.form !== 'name' || draft.referent) continue;
    const name = tree.at(draft.head);
    const above = tree.headOf(name);
    const called = above && /^(name|call|identify)$/.test(above.lemma) && above.deprel === 'acl' ? tree.headOf(above) : undefined;
    // A name with an office beside it is a person's, whatever the tagger took it for; so is X of "a commander named X".
    const beside = [...besideName(tree, name), ...(name.deprel === 'appos' ? tree.ancestors(name).slice(0, 2) : []), ...(called ? [called] : [])];
    if (/^(Place|Organisation)$/.test(draft.type ?? '') && beside.some((noun) => noun.upos === 'NOUN' && roleOfNoun(tree, noun, index) !== undefined)) draft.type = 'Person';
    if (draft.type !== 'Person') continue;
    // "The envoy, Austrian diplomat X": both nouns are his.
    const over = above && /^(nmod|appos)$/.test(above.deprel) && name.deprel === 'appos' ? tree.headOf(above) : undefined;
    const said = [...besideName(tree, name), ...(name.deprel === 'appos' ? [above, over] : []), ...(called ? [called] : [])].filter((noun) => noun !== undefined && !noun.feats.includes('Number=Plur'));
    const head = tree.headOf(name);
    if (head && name.deprel === 'nsubj' && tree.child(head, 'cop') && !tree.children(head, 'case').length) said.push(head);
    for (const noun of said) {
      if (!noun) continue;
      const role = roleOfNoun(tree, noun, index);
      if (role) draft.roles.push(role);
      const nominal = index.at(noun);
      if (nominal?.form === 'name' || (!role && (noun === over || (noun === head && name.deprel === 'nsubj')))) continue;
      if (name.deprel === 'appos' || noun.deprel === 'appos' || noun === called) {
        if (nominal && nominal !== draft && nominal.form === 'nominal') index.drafts.splice(index.drafts.indexOf(nominal), 1);
        index.anchor(draft, noun.index);
      }
    }
  }
}

/** What a comma puts beside a name; "the party, whose leader …" is not the leader. */
function besideName(tree: Tree, name: Token): readonly Token[] {
  return tree.children(name, 'appos').filter((noun) => !tree.children(noun, 'nmod:poss').some((owner) => /^(whose|its|their)$/i.test(owner.text)));
}

/** "the Iranian airline Mahan Air", "the Hamas movement": noun and name are one. */
function bodyNouns(tree: Tree, index: DraftIndex): void {
  for (const draft of index.drafts.slice()) {
    if (draft.form !== 'name' || (draft.type !== 'Organisation' && draft.type !== 'ArmedGroup')) continue;
    const name = tree.at(draft.head);
    const above = tree.headOf(name);
    // "A group calling itself X", "a movement known as X".
    const called = above && above.deprel === 'acl' && /^(call|name|know|dub|term)$/.test(above.lemma) ? tree.headOf(above) : undefined;
    const nouns = [...(called ? [called] : []), ...(/^(appos|flat|nmod:desc|compound)$/.test(name.deprel) ? [above] : []), ...tree.children(name, 'appos', 'nmod:desc', 'compound')];
    for (const noun of nouns) {
      const nominal = index.at(noun);
      if (!noun || nominal?.form !== 'nominal' || nominal.plural || (nominal.type !== 'Organisation' && nominal.type !== 'ArmedGroup' && nominal.type !== 'Group')) continue;
      if (name.deprel === 'compound' && (draft.last < noun.index - 3 || (draft.last < noun.index && !/^(group|movement|organi[sz]ation|party|network|militia|faction|newspaper|agency|airline|company|bloc|alliance)$/.test(noun.lemma)))) continue;
      index.drafts.splice(index.drafts.indexOf(nominal), 1);
      index.anchor(draft, noun.index);
      if (nominal.owner && nominal.owner !== draft && !draft.owner) draft.owner = nominal.owner;
    }
  }
}
