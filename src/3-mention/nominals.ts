import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { countryByCapital } from '../lexicon/countries.ts';
import { triggersOf } from '../lexicon/triggers.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import type { Draft } from './draft.ts';
import { ownersOf, type DraftIndex } from './owners.ts';
import { roleOfNoun } from './roles.ts';

/** Words that tell how many or how sure, not who: left out of a group's name. */
const NOT_NAMING = /^(several|many|more|most|other|another|some|all|any|both|such|same|few|fewer|additional|extra|new|young|old|top|senior|leading|key|high|local|own|suspected|alleged|accused|unidentified|unknown|unnamed|potential|possible|first|last|next|recent|latest|late|current|former|high-level|high-ranking|hundred|thousand|million|dozen|dead|wounded|injured|missing|innocent|entire|whole|total|various|numerous|certain|least|good|big|large|small|different|major|main|remaining|previous|early|ordinary|fellow)s?$/i;

/** What is attacked, seized or visited without being an actor or a named place. */
const FACILITY = /^(checkpoint|post|outpost|station|base|camp|compound|barge|ship|vessel|boat|plane|aircraft|airliner|bus|train|hospital|school|mosque|church|temple|shrine|synagogue|market|hotel|restaurant|headquarters|pipeline|refinery|airport|airstrip|bridge|village|neighborhood|tunnel|plant|facility|prison|jail|courthouse|palace|warehouse|depot|mine|dam|port|outlet|consulate|building|hideout|barracks|garrison|stadium|factory|mill|smelter|villa|museum|farm|farmhouse|quarry|ferry|trawler|freighter|frigate|submarine|warship|helicopter|cafe|nightclub|library|monastery|convent|cathedral|seminary|clinic|orphanage|kindergarten|terminal|jetty|shipyard|airfield|substation|silo|bunker|estate|residence|cemetery|mausoleum|oilfield|rig|roadblock|fort|fortress|citadel|castle|cinema|theater|theatre|casino|resort|supermarket|bazaar|laboratory)$/;

/** A settlement that these describe is one of a quarrel. */
const ACCORD = /^(political|peaceful|peace|negotiated|negotiate|final|diplomatic|legal|lasting|comprehensive|just|financial)$/;

/** In the singular these say whose friend or foe another is; they name nobody by themselves. */
const RELATIONAL = /^(ally|partner|neighbor|neighbour|rival|enemy|foe|friend|opponent|backer|supporter|critic)$/;

const KINSWOMAN = /^(wife|widow|daughter|sister|mother|niece|aunt|granddaughter|grandmother|stepdaughter|daughter-in-law|mother-in-law|sister-in-law)$/;

/** People who belong to a body without acting for it: "Republican senators". */
const OWN_PEOPLE = /^(senator|lawmaker|legislator|congressman|voter|supporter|politician|candidate|activist|critic|opponent|aide|ally|journalist|reporter|employee|worker|student|prisoner|suspect)$/;

/** Leaders of these do not speak for the country: "Afghan rebel leaders". */
const FACTION = /^(rebel|opposition|guerr?illa|militant|insurgent|tribal|religious|party|union|student|business|community|separatist|exile|exiled|dissident|church|muslim|political)$/i;

/** Descriptions of actors: "Israeli officials", "the military", "Palestinian militants", "the spokesman". */
export function nominalDrafts(tree: Tree, index: DraftIndex): void {
  for (const token of tree.tokens) if (isDoer(tree, token) && !index.at(token)) index.add({ ...bare(tree, token.index, token, 'Group'), name: `${token.text.toLowerCase()}s`, plural: true });
  for (const token of tree.tokens) {
    if (!isPhraseHead(tree, token) || index.at(token)) continue;
    const draft = describe(tree, token, index);
    for (const part of draft ? parted(tree, draft, token, index) : []) index.add(part);
  }
}

/** "Afghan and coalition forces": one group of each. */
function parted(tree: Tree, draft: Draft, noun: Token, index: DraftIndex): readonly Draft[] {
  const first = tree.children(noun, 'amod', 'compound').find((token) => tree.tokens[token.index + 1]?.lemma === 'and' && [token, tree.tokens[token.index + 2]].some((one) => index.at(one)?.type === 'Country'));
  const word = first && tree.tokens[first.index + 2];
  if (!first || !word || draft.type !== 'Group' || !draft.plural || word.index >= noun.index || /^(VERB|ADV)$/.test(word.upos) || !(word.upos !== 'ADJ' || index.at(word))) return [draft];
  const { owner: _, ...rest } = draft;
  const owner = index.at(word);
  const head = groupName(tree, noun.index, noun);
  const others = tree.textOf(word.index, noun.index + 1);
  const nation = index.at(first);
  const listed = listedBefore(tree, first, index).map((one): Draft => ({ ...rest, first: one.first, name: `${tree.textOf(one.first, one.last)} ${head}`, owner: one }));
  return [...listed, { ...rest, first: first.index, name: `${first.text} ${head}`, ...(nation ? { owner: nation } : {}) }, { ...rest, first: word.index, name: others, ...(owner ? { owner } : {}) }];
}

/** "U.S., Afghan and NATO troops": those before the last two, which commas join. */
function listedBefore(tree: Tree, first: Token, index: DraftIndex): readonly Draft[] {
  const out: Draft[] = [];
  for (let at = first.index; tree.tokens[at - 1]?.text === ','; ) {
    const before = index.at(tree.tokens[at - 2]) ?? index.covering(at - 2);
    if (before?.type !== 'Country' && before?.type !== 'Organisation') break;
    out.unshift(before);
    at = before.first;
  }
  return out;
}

/** "Rebel attacks", "an insurgent raid": who does it stands before the deed. */
function isDoer(tree: Tree, token: Token): boolean {
  const head = tree.headOf(token);
  return /^(compound|amod)$/.test(token.deprel) && /^(rebel|insurgent|militant|guerr?illa|terrorist|separatist|extremist|bandit|pirate)$/i.test(token.text) && head !== undefined && /^(attack|raid|ambush|assault|bombing|strike|offensive|shelling|violence|fire|bomb|mortar|rocket)$/.test(head.lemma);
}

/** Ministries, armies and the like come first: offices belong to them. */
export function organDrafts(tree: Tree, index: DraftIndex): void {
  for (const token of tree.tokens) {
    if (!['NOUN', 'PROPN'].includes(token.upos) && token.text !== 'military' || index.covering(token.index) || !isActorNoun(token.lemma, 'organ')) continue;
    if (/^intelligence$/.test(token.lemma) && /^(agent|official|officer|chief|report|analyst|source|operative|gathering)$/.test(tree.headOf(token)?.lemma ?? '')) continue;
    // "Service members" are people, and the office of a person is he.
    if (token.lemma === 'service' && /^(member|man|woman|personnel)$/.test(tree.headOf(token)?.lemma ?? '')) continue;
    if (token.text === 'office' && tree.children(token, 'nmod', 'nmod:poss').some((child) => index.at(child)?.type === 'Person')) continue;
    if (token.feats.includes('Plur') && !/^(police|marines|intelligence)$/.test(token.lemma)) continue;
    const over = token.deprel === 'compound' ? tree.headOf(token) : undefined;
    const owner = ownersOf(tree, token, index, new Set(['of', 'in']))[0] ?? (over ? tree.children(over, 'nmod:poss', 'compound', 'amod').filter((one) => one.index < token.index).map((one) => index.at(one)).find((one) => one?.type === 'Country' || one?.type === 'ArmedGroup') : undefined);
    const first = nameStart(tree, token, index);
    const proper = /^\p{Lu}/u.test(tree.at(first).text) && (token.index > first) && /^\p{Lu}/u.test(token.text);
    if (!proper && !owner && token.index === first && !/^(compound|amod)$/.test(token.deprel)) continue;
    const named = proper || owner || token.index > first;
    index.add({ ...bare(tree, first, token, 'Organisation'), ...(named ? { name: tree.textOf(first, token.index + 1) } : {}), ...(owner ? { owner } : {}) });
  }
}

function isPhraseHead(tree: Tree, token: Token): boolean {
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN' && !(token.upos === 'ADJ' && /^(nsubj|obj|obl|nmod|conj)/.test(token.deprel))) return false;
  if (/^(compound|flat|fixed|nmod:desc|goeswith|amod)$/.test(token.deprel)) return false;
  // "Shi'ite, Kurdish and Sunni leaders": an adjective that the parser joins to the noun after it.
  if (token.upos === 'ADJ' && tree.withConjuncts(token).some((other) => other.upos === 'NOUN' && other.index > token.index)) return false;
  if (/^front$/.test(token.text) && tree.tokens[token.index - 1]?.text.toLowerCase() === 'in') return false;
  return !tree.children(token, 'punct').some((mark) => mark.text === '-' && mark.index === token.index + 1);
}

/** "A group of insurgents" is insurgents; "a group of states calling itself …" is one of its own. */
function isMereNumber(tree: Tree, noun: Token, lemma: string): boolean {
  if (!/^(group|crowd|team|band|handful|bunch)$/.test(lemma) || tree.children(noun, 'acl', 'appos', 'compound', 'nmod:poss').length > 0) return false;
  return tree.children(noun, 'det').some((det) => /^(a|another)$/i.test(det.text)) && tree.children(noun, 'nmod').some((child) => tree.caseOf(child) === 'of' && child.feats.includes('Number=Plur') && isActorNoun(lemmaOf(child), 'group'));
}

/** "Israeli Arabs": the lemma of a proper noun keeps its plural. */
function lemmaOf(noun: Token): string {
  const lemma = noun.lemma.toLowerCase();
  const single = noun.upos === 'PROPN' && lemma.endsWith('s') ? lemma.slice(0, -1) : lemma;
  return !isActorNoun(lemma, 'group') && isActorNoun(single, 'group') ? single : lemma;
}

function describe(tree: Tree, noun: Token, index: DraftIndex): Draft | undefined {
  const lemma = lemmaOf(noun);
  const plural = noun.feats.includes('Number=Plur') || /^(police|people|personnel)$/.test(lemma);
  if (!plural && isMereNumber(tree, noun, lemma)) return undefined;
  const role = plural ? undefined : roleOfNoun(tree, noun, index);
  if (role) return { ...bare(tree, role.first, noun, 'Person'), plural, roles: [role], ...(role.of[0] ? { owner: role.of[0] } : {}) };
  const [owner, ...coOwners] = ownersOf(tree, noun, index);
  if (!plural && isActorNoun(lemma, 'kin')) return { ...bare(tree, noun.index, noun, 'Person'), ...(owner ? { owner } : {}), ...(lemma === 'cousin' ? {} : { gender: KINSWOMAN.test(lemma) ? 'female' : 'male' }) };
  if (lemma === 'official' && (!plural || isVictim(tree, noun)) && /^(obj|nsubj:pass|conj)$/.test(noun.deprel)) return group(tree, noun, index, owner);
  const members = plural && isActorNoun(lemma, 'governmentPlural');
  // What speaks for whoever wrote it: coreference finds the author.
  if (isActorNoun(lemma, 'document') && !owner && !plural && /^(nsubj|nmod)/.test(noun.deprel) && tree.children(noun, 'det').some((det) => /^(the|this|that)$/i.test(det.text))) return bare(tree, noun.index, noun, 'Organisation');
  if (/^(statement|side|source|delegation|leadership)$/.test(lemma) && !owner) return undefined;
  // "A state of emergency" is no state.
  if (lemma === 'state' && tree.children(noun, 'nmod').some((child) => tree.caseOf(child) === 'of' && /^(emergency|war|siege|alert|mind|affair|readiness|crisis|calamity)$/.test(child.lemma))) return undefined;
  // What a person says is his: who welcomes it welcomes him.
  if (lemma === 'statement' && owner?.type === 'Person') return undefined;
  if (!plural && RELATIONAL.test(lemma)) return undefined;
  const faction = members && tree.children(noun, 'compound', 'amod').some((word) => FACTION.test(word.lemma));
  if (faction && owner?.type === 'Country') return group(tree, noun, index, owner);
  if (isActorNoun(lemma, 'government') && !plural || members) {
    // "A Gulf official", "Western officials": of no one country.
    const vague = members || lemma === 'official' ? tree.children(noun, 'compound', 'amod').some((word) => /^\p{Lu}/u.test(word.text) && (index.at(word)?.type ?? 'Place') === 'Place' && !index.at(word)?.referent) : false;
    const region = owner?.type === 'Place' && owner.referent?.kind === 'place' && !owner.referent.country;
    if ((vague && !owner) || region) return group(tree, noun, index, owner);
    if (members && !owner && isActorNoun(lemma, 'group') && lemma !== 'authority' && lemma !== 'official') return group(tree, noun, index, undefined);
    const led = owner ? undefined : leaderOf(tree, noun, index);
    if (led) return { ...bare(tree, nameStart(tree, noun, index), noun, 'Country'), plural, owner: led };
    // "The government in Warsaw": the capital says whose.
    const seat = owner?.referent?.kind === 'place' && /^(government|junta|regime)$/.test(lemma) ? countryByCapital(owner.referent.name) : undefined;
    if (seat) return { ...bare(tree, noun.index, noun, 'Country'), referent: { kind: 'country', iso: seat.iso } };
    return { ...bare(tree, nameStart(tree, noun, index), noun, owner && owner.type !== 'Place' && owner.type !== 'Person' ? owner.type : 'Country'), plural, ...(owner ? { owner, coOwners } : {}) };
  }
  if (owner && !OWN_PEOPLE.test(lemma) && (plural || /^(insurgency|rebellion|militia|group|movement|regime)$/.test(lemma)) && isActorNoun(lemma, 'group') && (owner.type === 'ArmedGroup' || owner.referent?.kind === 'organisation') && owner.form !== 'pronoun') {
    return { ...bare(tree, nameStart(tree, noun, index), noun, owner.type), plural, owner };
  }
  // An aircraft carrier is a ship.
  const vessel = lemma === 'carrier' && tree.children(noun, 'compound').some((word) => word.lemma === 'aircraft');
  if (!vessel && (isActorNoun(lemma, 'organ') || isActorNoun(lemma, 'organisation'))) return organisation(tree, noun, index, ownersOf(tree, noun, index, new Set(['of', 'in']))[0], plural);
  if (isActorNoun(lemma, 'group') || (lemma === 'figure' && tree.children(noun, 'compound', 'amod').some((word) => FACTION.test(word.lemma))) || (lemma === 'other' && isVictim(tree, noun) && tree.children(noun, 'nummod').length > 0)) return group(tree, noun, index, owner);
  // "Anti-government protests" are those who protest.
  if (/^(protest|demonstration|rally|march)$/.test(lemma) && plural && tree.children(noun, 'amod').some((word) => /^anti-/i.test(word.text))) return { ...group(tree, noun, index, owner), name: lemma === 'protest' ? 'protesters' : 'demonstrators', noun: lemma === 'protest' ? 'protester' : 'demonstrator' };
  const settled = lemma === 'settlement' && !tree.children(noun, 'amod', 'compound').some((word) => ACCORD.test(word.lemma)) && (owner !== undefined || /^(at|near|in|inside|into|outside)$/.test(tree.caseOf(noun)) || tree.children(noun, 'amod').some((word) => /^(Jewish|illegal)$/.test(word.text)));
  if (FACILITY.test(lemma) || settled) return { ...bare(tree, nameStart(tree, noun, index), noun, 'Place'), name: groupName(tree, nameStart(tree, noun, index), noun), ...(owner ? { owner } : {}) };
  const place = bare(tree, noun.index, noun, 'Place');
  return !plural && place.definite && /^(territory|city|town|village|province|region|enclave|island|capital|area|district|peninsula|strip)$/.test(lemma) ? place : undefined;
}

/** "The Hamas-led government": of the country whose body leads it. */
function leaderOf(tree: Tree, noun: Token, index: DraftIndex): Draft | undefined {
  const led = tree.children(noun, 'amod', 'acl').filter((word) => /^(lead|dominate|control|run)$/.test(word.lemma) && word.index < noun.index);
  return led.flatMap((word) => tree.children(word, 'compound', 'obl:unmarked', 'obl', 'nsubj', 'nmod')).map((word) => index.at(word)).find((draft) => draft?.referent?.kind === 'organisation');
}

/** Officials who are killed or seized are people; a government is not. */
function isVictim(tree: Tree, noun: Token): boolean {
  const first = noun.deprel === 'conj' ? tree.headOf(noun) : noun;
  const verb = first && /^(obj|nsubj:pass)$/.test(first.deprel) ? tree.headOf(first) : undefined;
  return verb !== undefined && triggersOf('verb', verb.lemma.toLowerCase()).some((trigger) => /^(KILLED|ATTACKED|DETAINED)$/.test(trigger.type) && !trigger.particle && !trigger.object);
}

function organisation(tree: Tree, noun: Token, index: DraftIndex, owner: Draft | undefined, plural: boolean): Draft {
  if (plural) return group(tree, noun, index, owner);
  const first = nameStart(tree, noun, index);
  const named = first < noun.index;
  // "The Afghan Revolutionary Front": capitals make it a name, whether the tagger saw it or not.
  const proper = named && /^\p{Lu}/u.test(noun.text) && /^\p{Lu}/u.test(tree.at(first).text);
  return {
    ...bare(tree, first, noun, 'Organisation'), plural, ...(proper ? { form: 'name' as const } : {}), ...(owner ? { owner } : {}),
    ...(named || owner ? { name: tree.textOf(first, noun.index + 1) } : {}),
  };
}

function group(tree: Tree, noun: Token, index: DraftIndex, owner: Draft | undefined): Draft {
  const first = nameStart(tree, noun, index);
  const plural = noun.feats.includes('Number=Plur');
  return { ...bare(tree, first, noun, 'Group'), plural, name: groupName(tree, first, noun), ...(owner ? { owner } : {}) };
}

function groupName(tree: Tree, first: number, noun: Token): string {
  const words = tree.tokens.slice(first, noun.index + 1).filter((token) => token.index === noun.index || !NOT_NAMING.test(token.text));
  let from = words[0]?.index ?? first;
  for (const word of words) if (word.upos === 'PUNCT' && word.index === from) from++;
  // "10 people" of one sentence are not the "20 people" of another.
  const count = /^(people|person|man|woman|child|other)$/.test(noun.lemma) && from === noun.index ? tree.child(noun, 'nummod') : undefined;
  const counted = count && count.index < noun.index ? `${count.text} ` : '';
  return counted + words.filter((word) => word.index >= from).map((word, i, all) => {
    const before = all[i - 1];
    return (before && before.end < word.start ? ' ' : '') + word.text;
  }).join('');
}

/** First token of the noun's name: over adjectives and nouns before it, not over determiners, numbers and possessors. */
function nameStart(tree: Tree, noun: Token, index: DraftIndex): number {
  let first = noun.index;
  while (first > 0) {
    const token = tree.at(first - 1);
    const naming = ['ADJ', 'NOUN', 'PROPN'].includes(token.upos) || (token.text === '-' && first > 1) || token.upos === 'VERB' && token.deprel === 'amod';
    if (!naming || token.deprel === 'nmod:desc' || !tree.isWithin(token, noun)) break;
    if (tree.tokens[first - 2]?.text === '-' && tree.tokens[first - 3]?.upos === 'NUM') break;
    const owned = index.covering(first - 1);
    if (owned && tree.tokens[owned.last]?.xpos === 'POS') break;
    if (NOT_NAMING.test(token.text) && token.upos === 'ADJ') break;
    first--;
  }
  while (first < noun.index && tree.at(first).upos === 'PUNCT') first++;
  return first;
}

function bare(tree: Tree, first: number, noun: Token, type: Draft['type']): Draft {
  const determiners = tree.children(noun, 'det').map((det) => det.lemma.toLowerCase());
  return {
    first: Math.min(first, noun.index), last: noun.index + 1, head: noun.index, anchors: [noun.index], form: 'nominal', type, noun: noun.lemma.toLowerCase(),
    plural: noun.feats.includes('Number=Plur'), definite: determiners.some((det) => /^(the|this|that|these|those)$/.test(det)) || tree.children(noun, 'nmod:poss').length > 0, roles: [],
  };
}
