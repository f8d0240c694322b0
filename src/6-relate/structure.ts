import { countryByName } from '../lexicon/countries.ts';
import { organisationById } from '../lexicon/organisations.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import type { Statement } from './statement.ts';
import type { End } from './ends.ts';

const plain = { polarity: 'affirmed', modality: 'asserted', attributedTo: [] } as const;

/** Offices, parts and places that a noun phrase itself states: "Iran's Foreign Ministry", "Karachi in Pakistan". */
export function structureOf(story: LinkedStory, tree: Tree): readonly Statement[] {
  const own = story.mentions.filter((mention) => mention.sentence === tree.sentence.index);
  return own.flatMap((mention) => [...offices(story, mention), ...parts(story, mention), ...places(story, tree, mention), ...whereabouts(story, tree, mention), ...members(story, tree, mention)]);
}

/** "The Mercosur bloc of Argentina, Uruguay and Brazil": those listed belong to it. */
function members(story: LinkedStory, tree: Tree, mention: Mention): readonly Statement[] {
  const body = endOf(story, mention);
  if (!body || mention.type !== 'Organisation') return [];
  const own = mention.anchors.map((anchor) => tree.at(anchor));
  const above = own.map((token) => tree.headOf(token)).find((noun) => noun?.lemma === 'member' && noun.feats.includes('Number=Plur'));
  // "The five permanent members of the Security Council - the United States, Britain …".
  if (above) return listedMembers(story, mention, body, [...own, above].flatMap((token) => tree.children(token, 'appos')).flatMap((token) => tree.withConjuncts(token)));
  const heads = own.filter((token) => /^(bloc|community|alliance|group|coalition|league|association|union|organi[sz]ation)$/i.test(token.lemma));
  return heads.flatMap((head) => tree.children(head, 'nmod').filter((child) => tree.caseOf(child) === 'of')).flatMap((child) => {
    return listedMembers(story, mention, body, tree.withConjuncts(child));
  });
}

function listedMembers(story: LinkedStory, mention: Mention, body: End, tokens: readonly Token[]): readonly Statement[] {
  const listed = tokens.flatMap((token) => story.mentions.find((one) => one.sentence === mention.sentence && one.type === 'Country' && one.anchors.includes(token.index)) ?? []);
  if (listed.length < 2) return [];
  return listed.flatMap((one) => endOf(story, one) ?? []).map((member): Statement => ({ ...plain, type: 'MEMBER_OF', source: member, target: body, first: mention.head, last: mention.head + 1, rule: 'part.listed', confidence: 0.8 }));
}

/** "Mr. Bush is in Russia", "ten Frenchmen are in Iraq": a person visits, others are there. */
function whereabouts(story: LinkedStory, tree: Tree, mention: Mention): readonly Statement[] {
  const place = tree.at(mention.head);
  const subject = tree.child(place, 'nsubj');
  const verb = tree.child(place, 'cop');
  const where = endOf(story, mention);
  if (!subject || !verb || !where || !/^(Place|Country)$/.test(mention.type ?? '') || tree.caseOf(place) !== 'in') return [];
  if (tree.children(place, 'advmod').some((word) => word.lemma === 'not')) return [];
  return story.mentions.filter((one) => one.sentence === mention.sentence && tree.withConjuncts(subject).some((token) => one.anchors.includes(token.index))).flatMap((one) => {
    const who = endOf(story, one);
    const type = who && story.entities.get(who.key)?.type;
    if (!who || !type || type === 'Event' || type === 'Country' || who.key === where.key) return [];
    const modality = tree.children(place, 'aux').some((aux) => aux.lemma === 'will') ? 'intended' as const : 'asserted' as const;
    return [{ ...plain, modality, type: type === 'Person' ? 'VISITED' as const : 'LOCATED_IN' as const, source: who, target: where, first: verb.index, last: verb.index + 1, rule: 'place.is-in', confidence: 0.75 }];
  });
}

function endOf(story: LinkedStory, mention: Mention | undefined): End | undefined {
  const key = mention && story.entitiesOf[mention.id]?.[0];
  return mention && key ? { mention, key } : undefined;
}

function offices(story: LinkedStory, mention: Mention): readonly Statement[] {
  const person = endOf(story, mention);
  const entity = person && story.entities.get(person.key);
  if (!person || entity?.type !== 'Person') return [];
  return mention.roles.flatMap((role) => {
    const said = role.of.flatMap((id) => endOf(story, story.mentions[id]) ?? []).filter((end) => /^(country|org|armed|place|group):/.test(end.key));
    const targets = said.length ? said : (entity.roles ?? []).filter((held) => held.title === role.title && held.status === role.status).slice(0, 1).map((held) => ({ mention, key: held.of }));
    return targets.map((target): Statement => ({
      ...plain, type: 'HOLDS_ROLE_IN', source: person, target, first: role.first, last: role.last,
      rule: said.length ? 'office' : 'office.context', confidence: said.length ? 0.95 : 0.75, titles: [role.status === 'current' ? role.title : `${role.status} ${role.title}`],
    }));
  });
}

function parts(story: LinkedStory, mention: Mention): readonly Statement[] {
  const body = endOf(story, mention);
  const entity = body && story.entities.get(body.key);
  if (!body || entity?.type !== 'Organisation' && entity?.type !== 'ArmedGroup') return [];
  const owner = endOf(story, mention.owner === undefined ? undefined : story.mentions[mention.owner]);
  if (owner && owner.key !== body.key && /^(country|org):/.test(owner.key) && entity.type === 'Organisation') {
    // "The NATO-led force in Afghanistan" serves there.
    const abroad = /^(force|coalition|mission|contingent|peacekeeper)$/.test(mention.noun ?? '') && mention.owner !== undefined && (story.mentions[mention.owner]?.first ?? 0) > mention.head;
    if (abroad) return [{ ...plain, type: 'HAS_MISSION_IN', source: body, target: owner, first: mention.head, last: mention.head + 1, rule: 'part.mission', confidence: 0.8 }];
    return [{ ...plain, type: isOrgan(mention, entity.label) ? 'PART_OF' : 'LOCATED_IN', source: body, target: owner, first: mention.head, last: mention.head + 1, rule: 'part.owner', confidence: 0.85 }];
  }
  const words = `${mention.text} ${mention.anchors.map((anchor) => story.trees[mention.sentence]?.tokens[anchor]?.text ?? '').join(' ')}`;
  if (owner && owner.key.startsWith('person:') && /party|movement|bloc|front|alliance|union|faction|league|coalition/i.test(words)) {
    return [{ ...plain, type: 'MEMBER_OF', source: owner, target: body, first: mention.head, last: mention.head + 1, rule: 'part.party', confidence: 0.8 }];
  }
  const home = !owner && entity.country && !mention.referent ? `country:${entity.country}` : undefined;
  // A force led by others, or of many, is no organ of the country where it stands.
  const foreign = /-led\b|international|multinational|joint|coalition|allied|NATO|U\.N\.|United Nations/i.test(entity.label);
  if (home && !foreign && entity.type === 'Organisation' && story.entities.has(home) && isOrganName(entity.label)) {
    return [{ ...plain, type: 'PART_OF', source: body, target: { mention, key: home }, first: mention.head, last: mention.head + 1, rule: 'part.context', confidence: 0.5 }];
  }
  const known = mention.referent?.kind === 'organisation' ? organisationById(mention.referent.id) : undefined;
  const over = known?.partOf && !known.partOf.startsWith('country:') ? [...story.entities.keys()].find((key) => key === `org:${known.partOf}`) : undefined;
  if (over) return [{ ...plain, type: 'PART_OF', source: body, target: { mention, key: over }, first: mention.head, last: mention.head + 1, rule: 'part.known', confidence: 0.8 }];
  const organ = known?.country && /^(ministry|agency|army|police|court|parliament)$/.test(known.kind) ? `country:${known.country}` : undefined;
  const whole = known?.partOf?.startsWith('country:') ? known.partOf : organ;
  if (!whole || !story.entities.has(whole)) return [];
  return [{ ...plain, type: 'PART_OF', source: body, target: { mention, key: whole }, first: mention.head, last: mention.head + 1, rule: 'part.known', confidence: 0.8 }];
}

function isOrgan(mention: Mention, label: string): boolean {
  if (mention.noun) return !/(party|movement|newspaper|television|radio|company|airline|university|union|front|alliance|bloc|group)$/.test(mention.noun);
  return isOrganName(label);
}

function isOrganName(label: string): boolean {
  return !/\b(news|press)\b/i.test(label) && /ministry|department|court|commission|agency|police|army|military|navy|council|office|bureau|service|authority|parliament|congress|senate|embassy|guard|force|bank|committee|assembly|intelligence/i.test(label);
}

function places(story: LinkedStory, tree: Tree, mention: Mention): readonly Statement[] {
  const inner = endOf(story, mention);
  const entity = inner && story.entities.get(inner.key);
  if (inner && entity?.type === 'Organisation' && mention.form === 'name') return seats(story, tree, mention, inner);
  if (!inner || entity?.type !== 'Place' || mention.form !== 'name') return [];
  const outer = container(story, tree, mention) ?? hostCountry(story, mention, entity.country);
  const host = `country:${entity.country}`;
  const end = endOf(story, outer) ?? (story.entities.has(host) && isCalledPart(tree, mention.anchors.map((anchor) => tree.at(anchor))) ? { mention, key: host } : undefined);
  // A region of many countries ("Middle East") lies in none.
  if (!entity.country && mention.referent?.kind === 'place') return [];
  const whole = end && story.entities.get(end.key);
  if (!end || end.key === inner.key || (whole?.type !== 'Place' && whole?.type !== 'Country')) return [];
  if (whole.country && entity.country && whole.country !== entity.country) return [];
  return [{ ...plain, type: 'LOCATED_IN', source: inner, target: end, first: mention.head, last: mention.head + 1, rule: 'place.within', confidence: 0.85 }];
}

/** "The European Parliament in Strasbourg": where a body is. */
function seats(story: LinkedStory, tree: Tree, mention: Mention, inner: End): readonly Statement[] {
  const phrase = mention.anchors.flatMap((anchor) => tree.children(tree.at(anchor), 'nmod')).filter((child) => child.index > mention.head && tree.caseOf(child) === 'in');
  const place = phrase.map((child) => story.mentions.find((one) => one.sentence === mention.sentence && one.type === 'Place' && one.anchors.includes(child.index))).find((one) => one !== undefined);
  const where = endOf(story, place);
  return where ? [{ ...plain, type: 'LOCATED_IN', source: inner, target: where, first: mention.head, last: mention.head + 1, rule: 'place.seat', confidence: 0.65 }] : [];
}

/** The country of a known place, where its sentence names that country too. */
function hostCountry(story: LinkedStory, mention: Mention, iso: string | undefined): Mention | undefined {
  const key = `country:${iso}`;
  return story.mentions.find((one) => one.sentence === mention.sentence && one.id !== mention.id && one.type === 'Country' && one.form === 'name' && countryByName(one.text) !== undefined && story.entitiesOf[one.id]?.[0] === key);
}

/** The larger place named beside a place: "Ramallah, West Bank", "Pakistan's North Waziristan", "the Afghan town of X". */
function container(story: LinkedStory, tree: Tree, mention: Mention): Mention | undefined {
  const heads = mention.anchors.map((anchor) => tree.at(anchor));
  for (const head of heads) {
    for (const child of tree.children(head, 'nmod:poss', 'compound', 'amod', 'nmod', 'appos', 'nmod:unmarked')) {
      if (child.deprel === 'nmod' && !/^(in|of)$/.test(tree.caseOf(child))) continue;
      const other = story.mentions.find((one) => one.sentence === mention.sentence && one.anchors.includes(child.index) && one.id !== mention.id);
      if (other && (other.type === 'Place' || other.type === 'Country')) return other;
    }
  }
  return undefined;
}

/** "The West Bank town of Ramallah": the town is another place. */
function isAnother(tree: Tree, head: Token): boolean {
  const noun = tree.headOf(head);
  return /^(compound|nmod:desc)$/.test(head.deprel) && noun !== undefined && tree.children(noun, 'nmod', 'appos').some((child) => child.index > noun.index);
}

/** "In the capital, Khartoum", "Helmand province": the noun says that the place lies within what the story is about. */
function isCalledPart(tree: Tree, heads: readonly Token[]): boolean {
  const noun = (token: Token | undefined): boolean => token !== undefined && /^(capital|province|village|town|city|district|region|suburb|port)$/.test(token.lemma);
  return heads.some((head) => noun(head) || tree.children(head, 'appos', 'compound', 'nmod:desc', 'flat').some(noun) || (/^(appos|nmod|compound|flat|nmod:desc)$/.test(head.deprel) && /^(of)?$/.test(tree.caseOf(head)) && noun(tree.headOf(head)) && !isAnother(tree, head)));
}
