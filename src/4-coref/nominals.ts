import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/sentence.ts';
import { leaderCountry } from '../lexicon/leaders.ts';
import { organisationById } from '../lexicon/organisations.ts';
import { fold, type ClusterSet, type OpenCluster } from './cluster-set.ts';
import { authorOf, DOCUMENT } from './documents.ts';
import { mostSalient, salience } from './salience.ts';

/** Words that call a body or country by its kind; each set may stand for clusters of these types. */
const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(country|nation|state|kingdom|republic|government|authority|official|administration|regime|leadership|cabinet)$/, ['Country']],
  [/^(group|movement|faction|militia|organization|organisation|network)$/, ['ArmedGroup', 'Organisation', 'Group']],
  [/^(team|delegation|mission|panel)$/, ['Organisation', 'Group']],
  [/^(police|navy|party|bloc|alliance|coalition|league|union|federation|company|firm|airline|carrier|newspaper|daily|agency|watchdog|ministry|department|court|tribunal|parliament|assembly|council|commission|committee|army|military|bank|embassy|body|institution|channel|station)$/, ['Organisation']],
];

/** Puts a description with what it describes, else opens a cluster for it where it can stand alone. */
export function resolveNominal(set: ClusterSet, mention: Mention): void {
  if (mention.plural && pairOf(set, mention)) return;
  const owner = set.clustersOf(mention.owner)[0];
  if (mention.type === 'Organisation' && !mention.name && DOCUMENT.test(mention.noun ?? '')) {
    const author = authorOf(set, mention);
    if (author) set.join(mention, author);
    return;
  }
  switch (mention.type) {
    case 'Person': return resolveOfficial(set, mention, owner);
    case 'Group': return resolveGroup(set, mention, owner);
    case 'Place': return resolvePlace(set, mention);
    case 'Country': return resolveGovernment(set, mention, owner);
    default: return resolveBody(set, mention, owner);
  }
}

/** "the territory", "the city": the place that the story spoke of last. */
function resolvePlace(set: ClusterSet, mention: Mention): void {
  if (mention.name) {
    const same = [...set.clusters].reverse().find((cluster) => cluster.type === 'Place' && cluster.nouns.has(mention.noun ?? ''));
    if (same) set.join(mention, same);
    else set.open(mention, 'Place');
    return;
  }
  const found = mostSalient(set, mention, (cluster) => cluster.type === 'Place');
  if (found) set.join(mention, found);
}

function resolveGovernment(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): void {
  const others = (mention.coOwners ?? []).flatMap((id) => set.clustersOf(id)[0] ?? []);
  if (owner && others.length) return set.joinAll(mention, [...new Set([owner, ...others].flatMap((one) => countryOf(set, one) ?? []))]);
  const ground = owner ? undefined : namedGround(set, mention);
  if (ground) return set.join(mention, ground);
  const person = owner ?? possessorOf(set, mention);
  const several = set.clustersOf(mention.owner);
  if (several.length > 1) return set.joinAll(mention, several);
  const country = person ? countryOf(set, person) ?? contextCountry(set, mention) : contextCountry(set, mention);
  if (country) set.join(mention, country);
}

/** "A visit to Afghanistan, where he … rebuilding the country": the country that the sentence just named as a place. */
function namedGround(set: ClusterSet, mention: Mention): OpenCluster | undefined {
  const tree = set.story.trees[mention.sentence];
  if (!tree || !/^(country|nation)$/.test(mention.noun ?? '') || !mention.definite || possessorOf(set, mention)) return undefined;
  const places = set.story.mentions.filter((one) => one.sentence === mention.sentence && one.id < mention.id && one.type === 'Country' && one.form === 'name' && /^(in|to|from|into|for|across)$/.test(tree.caseOf(tree.at(one.head))));
  return set.clustersOf(places.at(-1))[0];
}

/** Whose "his country" is. */
function possessorOf(set: ClusterSet, mention: Mention): OpenCluster | undefined {
  const tree = set.story.trees[mention.sentence];
  const possessor = tree?.child(tree.at(mention.head), 'nmod:poss');
  // "Sharon, whose government …": the relative pronoun stands for the noun that its clause describes.
  const clause = possessor?.xpos === 'WP$' ? tree?.ancestors(possessor).find((token) => token.deprel === 'acl:relcl') : undefined;
  const said = clause ? tree?.headOf(clause) : possessor;
  const own = said && set.story.mentions.find((one) => one.sentence === mention.sentence && one.anchors.includes(said.index));
  return set.clustersOf(own)[0];
}

/** The country that a cluster is, lies in or belongs to, up the chain of owners. */
export function countryOf(set: ClusterSet, cluster: OpenCluster): OpenCluster | undefined {
  let at: OpenCluster | undefined = cluster;
  for (let steps = 0; at && steps < 4; steps++) {
    if (at.type === 'Country') return at;
    if (at.referent?.kind === 'place' && at.referent.country) {
      const found = set.byReferent({ kind: 'country', iso: at.referent.country });
      if (found) return found;
    }
    at = set.ownerOf(at);
  }
  return undefined;
}

/** What each mention in the story adds to a country's claim to be the one it is about. */
const SPOKEN_OF = 20;

/** The country that "the government" is, by what the story spoke of last and most. */
export function contextCountry(set: ClusterSet, mention: Mention): OpenCluster | undefined {
  const countries = set.clusters.filter((cluster) => cluster.type === 'Country');
  const weight = (cluster: OpenCluster): number => salience(set, cluster, mention) + SPOKEN_OF * cluster.mentions.length;
  return countries.reduce<OpenCluster | undefined>((best, cluster) => (best && weight(best) >= weight(cluster) ? best : cluster), undefined);
}

function resolveOfficial(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): void {
  const titles = mention.roles.map((role) => role.office);
  const head = mention.noun ?? '';
  const holds = (cluster: OpenCluster): boolean => cluster.type === 'Person' && titles.some((title) =>
    [...cluster.titles].some((held) => held === title || held.endsWith(` ${title}`) || (title.endsWith(` ${held}`) && held !== 'minister') || (head === 'leader' && /president|prime minister|premier|king|leader|chancellor|dictator|ruler|strongman/.test(held))));
  const sameOwner = (cluster: OpenCluster): boolean => {
    const theirs = set.ownerOf(cluster);
    const home = [...cluster.names].map((name) => leaderCountry(name)).find((iso) => iso !== undefined);
    if (owner?.referent?.kind === 'country' && !theirs && home) return owner.referent.iso === home;
    const base = theirs && countryOf(set, theirs);
    return !owner || !theirs || theirs === owner || (base !== undefined && base === countryOf(set, owner));
  };
  const recent = [...set.clusters].reverse().filter((cluster) => holds(cluster) && sameOwner(cluster));
  recent.sort((a, b) => salience(set, b, mention) - salience(set, a, mention));
  const found = recent[0];
  const anaphor = found ?? (mention.definite && !owner ? personCalled(set, mention) : undefined);
  if (anaphor && anaphor !== found) return set.join(mention, anaphor);
  if (found && (mention.definite || owner || !mention.first)) return set.join(mention, found);
  set.open(mention, 'Person');
}

const CALLING = /^(politician|envoy|diplomat|secretary|cleric|ayatollah|general|candidate|lawmaker|senator|businessman|leader|minister|nominee|governor|ambassador|commander|monarch|pontiff|premier)$/;

/** "The envoy", "the moderate politician": the person spoken of last who is not in the same clause. */
function personCalled(set: ClusterSet, mention: Mention): OpenCluster | undefined {
  const tree = set.story.trees[mention.sentence];
  if (!tree || mention.plural || !CALLING.test(mention.noun ?? '')) return undefined;
  const clause = tree.headOf(tree.at(mention.head));
  const apart = new Set(set.story.mentions.filter((one) => one.sentence === mention.sentence && one.id !== mention.id && clause !== undefined && tree.headOf(tree.at(one.head)) === clause).flatMap((one) => set.clustersOf(one)));
  return mostSalient(set, mention, (cluster) => cluster.type === 'Person' && cluster.names.size > 0 && !apart.has(cluster));
}

/** "Regional players including China and Russia", "countries such as Germany": those that are named. */
function listedIn(set: ClusterSet, mention: Mention): readonly OpenCluster[] {
  const tree = set.story.trees[mention.sentence];
  if (!tree) return [];
  const own = tree.at(mention.head);
  const joined = own.deprel === 'conj' ? tree.headOf(own) : undefined;
  const inner = (token: Token): readonly Token[] => tree.children(token, 'nmod').filter((child) => tree.caseOf(child) === 'of');
  const heads = [own, ...inner(own), ...(joined ? [joined, ...inner(joined)] : [])];
  const listed = heads.flatMap((head) => tree.children(head, 'nmod', 'obl')).filter((child) => /^(including|such as|like)$/.test(tree.caseOf(child)));
  const tokens = new Set(listed.flatMap((child) => tree.withConjuncts(child)).map((token) => token.index));
  const named = set.story.mentions.filter((one) => one.sentence === mention.sentence && one.form === 'name' && /^(Country|Person|Organisation|ArmedGroup)$/.test(one.type ?? '') && one.anchors.some((anchor) => tokens.has(anchor)));
  return [...new Set(named.flatMap((one) => set.clustersOf(one)))];
}

/** "The group", "the movement": the body of that kind that the story spoke of last. */
function kindCalled(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): OpenCluster | undefined {
  if (mention.plural || owner || !mention.definite || !/^(group|movement|faction|militia|organi[sz]ation|network)$/.test(mention.name ?? '')) return undefined;
  return mostSalient(set, mention, (cluster) => cluster.type === 'ArmedGroup' || (cluster.type === 'Organisation' && cluster.mentions.some((one) => one.form === 'name')));
}

function resolveGroup(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): void {
  // "Their leaders have met …": a body's leaders and members act for it.
  const possessor = owner ? undefined : possessorOf(set, mention);
  if (possessor && /^(ArmedGroup|Organisation|Country)$/.test(possessor.type) && /^(leader|official|representative|member|spokesman|negotiator|force|troop)$/.test(mention.noun ?? '')) return set.join(mention, possessor);
  const body = kindCalled(set, mention, owner);
  if (body) return set.join(mention, body);
  const listed = listedIn(set, mention);
  if (listed.length) return set.joinAll(mention, listed);
  const name = fold(mention.name ?? mention.text);
  const noun = mention.noun ?? '';
  const bare = !name.includes(' ');
  const fits = (cluster: OpenCluster): boolean => {
    const theirs = set.ownerOf(cluster);
    if (owner && theirs && owner !== theirs) return false;
    return cluster.type === 'Group' && (cluster.names.has(name) || (bare && cluster.nouns.has(noun)));
  };
  const found = [...set.clusters].reverse().find(fits);
  if (found) set.join(mention, found);
  else set.open(mention, 'Group');
}

function resolveBody(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): void {
  const lower = /^\p{Ll}/u.test(mention.text.split(' ').at(-1) ?? '');
  const known = lower && mention.definite ? knownBody(set, mention, owner) : undefined;
  if (known) return set.join(mention, known);
  if (mention.name) {
    const core = coreName(mention, owner);
    const found = [...set.clusters].reverse().find((cluster) => cluster.type === 'Organisation' && cluster.names.has(core)
      && (!owner || !set.ownerOf(cluster) || set.ownerOf(cluster) === owner));
    if (found) return set.join(mention, found);
    const opened = set.open(mention, mention.type ?? 'Organisation');
    opened.names.add(core);
    const country = owner ?? contextCountry(set, mention);
    if (country && opened.owner === undefined && /^\p{Lu}/u.test(mention.text) === false) opened.owner = country.id;
    else if (country && opened.owner === undefined) opened.owner = country.id;
    return;
  }
  if (owner && (mention.type === 'ArmedGroup' || owner.type !== 'Country')) return set.join(mention, owner);
  const kind = KINDS.find(([pattern]) => pattern.test(mention.noun ?? ''));
  const compound = set.story.trees[mention.sentence]?.at(mention.head).deprel.match(/^(compound|amod)$/) !== null;
  if (!kind || !(mention.definite || compound)) return;
  const organ = /^(army|military|navy|police|parliament|court)$/.test(mention.noun ?? '');
  const byNoun = [...set.clusters].reverse().find((cluster) => kind[1].includes(cluster.type) && (cluster.nouns.has(mention.noun ?? '') || [...cluster.names].some((name) => name.endsWith(mention.noun ?? ' '))));
  const found = byNoun ?? (organ ? undefined : mostSalient(set, mention, (cluster) => kind[1].includes(cluster.type)));
  if (found && !(found.type === 'Group' && !mention.definite)) return set.join(mention, found);
  const host = /^(army|military|navy|police|parliament|court|air force|force)$/.test(mention.noun ?? '') ? contextCountry(set, mention) : undefined;
  if (!host) return;
  const opened = set.open(mention, 'Organisation');
  opened.names.add(mention.noun ?? '');
  opened.owner = host.id;
}

/** "the Syrian newspaper" after "the Tishrin newspaper": a body of that kind, of the same owner as far as is known. */
function knownBody(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): OpenCluster | undefined {
  const noun = mention.noun ?? '';
  return [...set.clusters].reverse().find((cluster) => cluster.type === 'Organisation'
    && (cluster.nouns.has(noun) || [...cluster.names].some((name) => name.endsWith(` ${noun}`)))
    && (!owner || set.ownerOf(cluster) === owner || (!set.ownerOf(cluster) && !isForeign(cluster, owner))) && cluster.mentions.some((one) => one.form === 'name'));
}

/** "The Iranian news agency" is not the International Atomic Energy Agency. */
function isForeign(cluster: OpenCluster, owner: OpenCluster): boolean {
  const known = cluster.referent?.kind === 'organisation' ? organisationById(cluster.referent.id) : undefined;
  return known !== undefined && owner.referent?.kind === 'country' && known.country !== owner.referent.iso;
}

/** "foreign ministry" of "Iran's Foreign Ministry" and of "the Iranian Foreign Ministry". */
function coreName(mention: Mention, owner: OpenCluster | undefined): string {
  const words = fold(mention.name ?? '').split(' ');
  const ownerWords = new Set([...(owner?.mentions ?? [])].map((one) => fold(one.text)));
  while (words.length > 1 && words[0] !== undefined && ownerWords.has(words[0])) words.shift();
  return words.join(' ');
}

/** "the two countries", "both leaders", "the two sides": the two that the text joined last. */
function pairOf(set: ClusterSet, mention: Mention): boolean {
  const tree = set.story.trees[mention.sentence];
  if (!tree) return false;
  const before = tree.tokens.slice(Math.max(0, mention.first - 2), mention.first + 1).map((token) => token.text.toLowerCase());
  const neighbours = /^neighbou?r$/.test(mention.noun ?? '') && mention.definite;
  if (!neighbours && !before.some((word) => word === 'two' || word === 'both') || !neighbours && !(before.includes('the') || before.includes('both') || before.includes('these'))) return false;
  const noun = mention.noun ?? '';
  const types = /^(country|nation|state|government|neighbor|neighbour|power|ally)$/.test(noun) ? ['Country'] : /^(leader|president|minister|man|official|diplomat|envoy|woman|candidate)$/.test(noun) ? ['Person'] : /^(side|party|group|team|foe|rival|enemy)$/.test(noun) ? ['Country', 'Organisation', 'ArmedGroup', 'Group'] : [];
  if (!types.length) return false;
  const clause = tree.headOf(tree.at(mention.head));
  const apart = clause ? [clause.head, ...tree.children(clause, 'nsubj').map((token) => token.index)] : [];
  const other = new Set(set.story.mentions.filter((one) => one.sentence === mention.sentence && one.id !== mention.id && one.anchors.some((anchor) => apart.includes(anchor))).flatMap((one) => set.clustersOf(one)));
  // "The two U.S. diplomats" are Americans.
  const home = set.clustersOf(mention.owner)[0];
  const fits = (cluster: OpenCluster): boolean => cluster.type !== 'Person' || !home || countryOf(set, cluster) === countryOf(set, home);
  const ranked = set.clusters.filter((cluster) => types.includes(cluster.type) && !other.has(cluster) && fits(cluster)).map((cluster) => ({ cluster, weight: salience(set, cluster, mention) }))
    .filter((one) => one.weight > 0).sort((a, b) => b.weight - a.weight).slice(0, 2);
  if (ranked.length < 2) return false;
  set.joinAll(mention, ranked.map((one) => one.cluster));
  return true;
}
