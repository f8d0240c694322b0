import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { countryByIso } from '../lexicon/countries.ts';
import { leaderCountry } from '../lexicon/leaders.ts';
import type { Mention } from '../model/mention.ts';
import { resolveBody } from './bodies.ts';
import type { ClusterSet, OpenCluster } from './cluster-set.ts';
import { authorOf } from './documents.ts';
import { resolveGovernment, countryOf } from './governments.ts';
import { resolveGroup, pairOf } from './groups.ts';
import { mostSalient, salience } from './salience.ts';

/** Puts a description with what it describes, else opens a cluster for it where it can stand alone. */
export function resolveNominal(set: ClusterSet, mention: Mention): void {
  if (mention.plural && pairOf(set, mention)) return;
  const owner = set.clustersOf(mention.owner)[0];
  if (mention.type === 'Organisation' && !mention.name && isActorNoun(mention.noun ?? '', 'document')) {
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

/** "The island" after "Sri Lanka": a country without a land border. */
function isIslandState(cluster: OpenCluster): boolean {
  return cluster.referent?.kind === 'country' && (countryByIso(cluster.referent.iso)?.neighbours ?? []).length === 0;
}

/** "the territory", "the city": the place that the story spoke of last. */
function resolvePlace(set: ClusterSet, mention: Mention): void {
  if (mention.name) {
    const same = [...set.clusters].reverse().find((cluster) => cluster.type === 'Place' && cluster.nouns.has(mention.noun ?? ''));
    if (same) set.join(mention, same);
    else set.open(mention, 'Place');
    return;
  }
  const place = mostSalient(set, mention, (cluster) => cluster.type === 'Place' && cluster.mentions.some((one) => one.form === 'name'));
  const near = place?.mentions.some((one) => one.form === 'name' && one.id < mention.id && mention.sentence - one.sentence <= 1) ?? false;
  const found = mention.noun === 'island' && !near ? mostSalient(set, mention, isIslandState) ?? place : place;
  if (found) set.join(mention, found);
}

function resolveOfficial(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): void {
  const titles = mention.roles.map((role) => role.office);
  const holds = (cluster: OpenCluster): boolean => cluster.type === 'Person' && titles.some((title) =>
    [...cluster.titles].some((held) => held === title || (held.endsWith(` ${title}`) && held !== 'prime minister') || (title.endsWith(` ${held}`) && held !== 'minister') || (title === 'leader' && /president|prime minister|premier|king|leader|chancellor|dictator|ruler|strongman/.test(held))));
  const sameOwner = (cluster: OpenCluster): boolean => {
    const theirs = set.ownerOf(cluster);
    const home = [...cluster.names].map((name) => leaderCountry(name)).find((iso) => iso !== undefined);
    if (owner?.referent?.kind === 'country' && !theirs && home) return owner.referent.iso === home;
    const base = theirs && countryOf(set, theirs);
    return !owner || !theirs || theirs === owner || (base !== undefined && base === countryOf(set, owner));
  };
  const recent = [...set.clusters].reverse().filter((cluster) => holds(cluster) && sameOwner(cluster) && cluster.mentions.some((one) => one.id < mention.id || isBelow(set, one, mention)));
  recent.sort((a, b) => salience(set, b, mention) - salience(set, a, mention));
  const found = recent[0];
  const anaphor = found ?? (mention.definite && !owner ? personCalled(set, mention) : undefined);
  if (anaphor && anaphor !== found) return set.join(mention, anaphor);
  if (found && (mention.definite || owner || !mention.first)) return set.join(mention, found);
  set.open(mention, 'Person');
}

/** "Assistant Secretary Christopher Hill": the parser hangs a name on the office before it. */
function isBelow(set: ClusterSet, name: Mention, office: Mention): boolean {
  const tree = name.sentence === office.sentence ? set.story.trees[office.sentence] : undefined;
  return tree?.isWithin(tree.at(name.head), tree.at(office.head)) ?? false;
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
