import type { Mention } from '../model/mention.ts';
import { fold, type ClusterSet, type OpenCluster } from './cluster-set.ts';

/** Puts a proper name (or an adjective of origin) with what it named before, else opens a cluster. */
export function resolveName(set: ClusterSet, mention: Mention): void {
  const known = mention.referent && set.byReferent(mention.referent);
  const found = known ?? earlierName(set, mention, mention.referent !== undefined) ?? earlierPerson(set, mention);
  if (found) set.join(mention, found);
  else set.open(mention, mention.type ?? 'Organisation');
}

function earlierName(set: ClusterSet, mention: Mention, referred: boolean): OpenCluster | undefined {
  const name = fold(mention.name ?? mention.text);
  const recent = set.clusters.filter((cluster) => !referred || (!cluster.referent && cluster.type === mention.type)).reverse();
  const bare = name.replace(BODY_NOUN, '').trim();
  const body = recent.find((cluster) => cluster.type === 'Organisation' && [...cluster.names].some((other) => other !== name && other.replace(BODY_NOUN, '').trim() === bare && bare.length > 2));
  if (body) return body;
  const same = recent.find((cluster) => cluster.names.has(name) && alike(cluster, mention));
  if (same) return same;
  if (mention.type === 'Person') return recent.find((cluster) => samePerson(cluster, mention, name)) ?? firstWordOf(recent, mention, name);
  if (mention.type === 'Organisation' || mention.type === 'ArmedGroup') return recent.find((cluster) => sameBody(set, cluster, mention, name));
  return undefined;
}

/** "Mahan" after "Mahan Air", taken for a person by the tagger. */
function firstWordOf(recent: readonly OpenCluster[], mention: Mention, name: string): OpenCluster | undefined {
  if (name.includes(' ') || mention.roles.length) return undefined;
  return recent.find((cluster) => cluster.type === 'Organisation' && [...cluster.names].some((full) => full.startsWith(`${name} `)));
}

/** A last name that the tagger took for something else. */
function earlierPerson(set: ClusterSet, mention: Mention): OpenCluster | undefined {
  const name = fold(mention.name ?? mention.text);
  if (mention.referent || mention.type === 'Person' || mention.form !== 'name' || name.includes(' ')) return undefined;
  return [...set.clusters].reverse().find((cluster) => cluster.type === 'Person' && [...cluster.names].some((full) => full.endsWith(` ${name}`)));
}

function alike(cluster: OpenCluster, mention: Mention): boolean {
  return cluster.type === mention.type || (cluster.type !== 'Person' && mention.type !== 'Person' && cluster.type !== 'Group');
}

/** "Zawahiri" and "al-Zawahiri" are one. */
const withoutArticle = (name: string): string => name.replace(/(^| )(?:al|el)-(?=\p{L}{4})/gu, '$1');

/** "Karzai" after "Hamid Karzai", and the other way round; never two different full names. */
function samePerson(cluster: OpenCluster, mention: Mention, name: string): boolean {
  if (cluster.type !== 'Person' || (mention.gender && cluster.gender && mention.gender !== cluster.gender)) return false;
  const words = withoutArticle(name).split(' ');
  const full = [...cluster.names].filter((other) => other.includes(' '));
  // "Oscar Llanos" is not the Hector Llanos who was called "Mr. Llanos" before.
  for (const other of words.length > 1 && full.length > 0 ? full : cluster.names) {
    const theirs = withoutArticle(other).split(' ');
    const [short, long] = words.length <= theirs.length ? [words, theirs] : [theirs, words];
    if (short.length === 1 && short[0] !== undefined && long.length > 1 && (long.at(-1) === short[0] || (long.length > 1 && long[0] === short[0]) || long.slice(-2).join(' ') === short.join(' '))) return true;
    if (short.length > 1 && short.length < long.length && short.at(-1) === long.at(-1) && short[0] === long[0]) return true;
    if (short.length > 1 && long.join(' ').endsWith(` ${short.join(' ')}`)) return true;
  }
  return false;
}

const BODY_NOUN = /\b(party|movement|group|organization|organisation|alliance|bloc|coalition|company|corporation|airlines?|inc\.?|ltd\.?|newspaper|daily|agency|news agency|television|network)$/;

/** Acronym for name, and a name with or without its generic noun. */
function sameBody(set: ClusterSet, cluster: OpenCluster, mention: Mention, name: string): boolean {
  if (cluster.type !== 'Organisation' && cluster.type !== 'ArmedGroup') return false;
  const bare = name.replace(BODY_NOUN, '').trim();
  for (const other of cluster.names) {
    const theirs = other.replace(BODY_NOUN, '').trim();
    if (bare && theirs && bare === theirs) return true;
    if (isAcronym(name, other) || isAcronym(other, name)) return true;
    if (bare.length > 3 && (theirs.startsWith(`${bare} `) || bare.startsWith(`${theirs} `)) && theirs.length > 3 && !cluster.referent) return true;
  }
  return inBrackets(set, cluster, mention);
}

function isAcronym(short: string, long: string): boolean {
  const letters = short.replace(/[.\s]/g, '');
  if (letters.length < 2 || letters.length > 7 || short.includes(' ')) return false;
  const words = long.split(/[\s-]+/);
  const initials = (keep: (word: string) => boolean): string => words.filter(keep).map((word) => word[0] ?? '').join('');
  return words.length > 1 && (initials(() => true) === letters || initials((word) => !/^(of|the|and|for|in|de)$/.test(word)) === letters);
}

/** "Movement Toward Socialism (MAS)": what stands in brackets right after a name is that name. */
function inBrackets(set: ClusterSet, cluster: OpenCluster, mention: Mention): boolean {
  const tree = set.story.trees[mention.sentence];
  const last = cluster.mentions.at(-1);
  if (!tree || !last || last.sentence !== mention.sentence) return false;
  return tree.tokens[mention.first - 1]?.text === '(' && last.last === mention.first - 1 && /^\p{Lu}[\p{Lu}.\d-]+$/u.test(mention.text);
}
