import type { EdgeType } from '../../src/model/vocabulary.ts';
import { readingsOf, type GoldEdge, type GoldStory } from './gold.ts';
import { matchEdges } from './match.ts';
import { note, noTally, type Tally } from './measure.ts';
import { fits, samePolarity, type PredictedEdge } from './predicted.ts';
import type { Phase, Score } from './score.ts';

/** Adds a story's edges to the score. `found` are the entities that have a node in it. */
export function scoreEdges(score: Score, gold: GoldStory, predicted: readonly PredictedEdge[], found: ReadonlySet<string>): void {
  scoreStrict(score, gold, predicted, found);
  scoreCoarse(score, gold, predicted);
  for (const claim of gold.forbidden ?? []) {
    const stated = predicted.some((edge) => edge.polarity === 'affirmed' && edge.modality === 'asserted' && !edge.attributedTo.length && fits(edge, claim, false));
    if (!stated) continue;
    score.forbidden++;
    score.errors.push({ phase: 'fact', story: gold.id, text: `stated as fact against the text: ${claim.source} ${claim.type} ${claim.target}` });
  }
}

function scoreStrict(score: Score, gold: GoldStory, predicted: readonly PredictedEdge[], found: ReadonlySet<string>): void {
  const error = (phase: Phase, text: string): void => { score.errors.push({ phase, story: gold.id, text }); };
  const { of, again, extra } = matchEdges(gold.edges, predicted, false);
  const right = new Set<PredictedEdge>(again);
  gold.edges.forEach((edge, index) => {
    const match = of[index];
    if (match && samePolarity(match, edge)) right.add(match);
    if (edge.optional) return;
    const tally = tallyOf(score, edge.type);
    if (match) {
      scoreMatch(score, tally, edge, match, error);
      return;
    }
    tally.missed++;
    const how = howMissed(edge, predicted, found);
    score.misses[how]++;
    error('relation', `missed (${HOW[how]}): ${shown(edge)}`);
  });
  for (const edge of extra) {
    tallyOf(score, edge.type).wrong++;
    const [source, target] = edge.ends;
    error('relation', `not in gold: ${shown({ ...edge, source, target })} — ${edge.evidence[0]?.text.slice(0, 120)}`);
  }
  score.judgements.push(...predicted.map((edge) => ({ story: gold.id, edge, right: right.has(edge) })));
}

function scoreMatch(score: Score, tally: Tally, edge: GoldEdge, match: PredictedEdge, error: (phase: Phase, text: string) => void): void {
  const polarity = samePolarity(match, edge);
  const modality = !edge.modality || match.modality === edge.modality;
  const attribution = !edge.attributedTo || agrees(match.attributedTo, edge.attributedTo);
  if (polarity) tally.right++;
  else {
    tally.missed++;
    tally.wrong++;
    error('polarity', shown(edge));
  }
  note(score.polarity, polarity);
  if (polarity && modality && attribution) score.full++;
  if (edge.modality) note(score.modality, modality);
  if (edge.attributedTo) note(score.attribution, attribution);
  if (!modality) error('modality', `${shown(edge)}: ${match.modality}, gold ${edge.modality}`);
  if (!attribution) error('attribution', `${shown(edge)}: [${match.attributedTo.map((id) => id ?? '?').join(', ')}], gold [${edge.attributedTo?.join(', ')}]`);
}

/** One of the claimants is enough; where there is none, none may be given. */
function agrees(given: readonly (string | undefined)[], gold: readonly string[]): boolean {
  return gold.length ? gold.some((id) => given.includes(id)) : given.length === 0;
}

function scoreCoarse(score: Score, gold: GoldStory, predicted: readonly PredictedEdge[]): void {
  const { of, extra } = matchEdges(gold.edges, predicted, true);
  gold.edges.forEach((edge, index) => {
    if (edge.optional) return;
    const match = of[index];
    if (match && samePolarity(match, edge)) score.coarse.right++;
    else score.coarse.missed++;
    if (match && !samePolarity(match, edge)) score.coarse.wrong++;
  });
  score.coarse.wrong += extra.length;
}

const HOW = { withoutEnd: 'an end has no node', otherwise: 'joined otherwise', unjoined: 'not joined' } as const;

function howMissed(edge: GoldEdge, predicted: readonly PredictedEdge[], found: ReadonlySet<string>): keyof typeof HOW {
  const readings = readingsOf(edge);
  if (readings.every(({ source, target }) => !found.has(source) || !found.has(target))) return 'withoutEnd';
  const joined = predicted.some((one) => readings.some(({ source, target }) => (one.source === source && one.target === target) || (one.source === target && one.target === source)));
  return joined ? 'otherwise' : 'unjoined';
}

function shown({ source, polarity, type, target }: { readonly source: string; readonly target: string; readonly type: EdgeType; readonly polarity?: string }): string {
  return `${source} ${polarity === 'negated' ? 'NOT ' : ''}${type} ${target}`;
}

function tallyOf({ byType }: Score, type: EdgeType): Tally {
  let tally = byType.get(type);
  if (!tally) byType.set(type, (tally = noTally()));
  return tally;
}
