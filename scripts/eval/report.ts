// Scores as lines for the terminal and as tables for docs/quality.md.

import { EDGE_TYPES } from '../../src/model/vocabulary.ts';
import { ratesOf, type Fraction, type Tally } from './measure.ts';
import { fullTally, PHASES, strictTally, type Score, type ScoredError } from './score.ts';

/** A score by the name of what was scored. */
export interface NamedScore {
  readonly name: string;
  readonly score: Score;
}

const TALLIES: readonly (readonly [string, (score: Score) => Tally])[] = [
  ['entities', (score) => score.entities],
  ['edges strict', (score) => strictTally(score)],
  ['edges coarse', (score) => score.coarse],
  ['events strict', (score) => strictTally(score, 'event')],
  ['states strict', (score) => strictTally(score, 'state')],
  ['edges full', fullTally],
];

const FRACTIONS: readonly (readonly [string, (score: Score) => Fraction])[] = [
  ['node types', (score) => score.types],
  ['linked', (score) => score.links],
  ['polarity', (score) => score.polarity],
  ['modality', (score) => score.modality],
  ['attribution', (score) => score.attribution],
];

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);
const shareOf = ({ right, of }: Fraction): string => (of ? `${percent(right / of)} %` : '  n/a  ');

/** A score for the terminal. */
export function scoreLines({ name, score }: NamedScore): string {
  const tallies = TALLIES.map(([label, of]) => tallyLine(label, of(score)));
  const fractions = FRACTIONS.map(([label, of]) => `${label.padEnd(18)} ${shareOf(of(score))}  (${of(score).right}/${of(score).of})`);
  const types = typesOf(score).map(([type, tally]) => tallyLine(type, tally));
  const { withoutEnd, otherwise, unjoined } = score.misses;
  return [
    `== ${name}: ${score.stories} stories`, ...tallies, ...fractions,
    `stated as fact against the text: ${score.forbidden}; edges whose evidence is not in the text: ${score.unfounded}; stories not found: ${score.missingStories}`,
    `edges missed: ${withoutEnd} for want of a node, ${otherwise} joined otherwise, ${unjoined} not joined`, ...types, '',
  ].join('\n');
}

function tallyLine(label: string, tally: Tally): string {
  const { precision, recall, f1 } = ratesOf(tally);
  return `${label.padEnd(18)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}   (tp ${tally.right} fp ${tally.wrong} fn ${tally.missed})`;
}

const typesOf = (score: Score) => Object.keys(EDGE_TYPES).flatMap((type) => [...score.byType].filter(([own]) => own === type));

/** The errors of all phases, in the order of the phases. */
export function errorLines(errors: readonly ScoredError[]): string {
  return PHASES.flatMap((phase) => {
    const own = errors.filter((error) => error.phase === phase);
    return own.length ? [`-- ${phase}: ${own.length}`, ...own.map(({ story, text }) => `${story}: ${text}`), ''] : [];
  }).join('\n');
}

/** Numbers as a program wants them. */
export function scoreRecord({ name, score }: NamedScore): Readonly<Record<string, unknown>> {
  const withRates = (tally: Tally): object => ({ ...ratesOf(tally), ...tally });
  return {
    name, stories: score.stories, missingStories: score.missingStories,
    ...Object.fromEntries([...TALLIES, ...FRACTIONS].map(([label, of]) => [label, 'of' in of(score) ? of(score) : withRates(of(score) as Tally)])),
    forbidden: score.forbidden, unfounded: score.unfounded, misses: score.misses,
    types: Object.fromEntries(typesOf(score).map(([type, tally]) => [type, withRates(tally)])),
  };
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i ? '--:' : '---'))), ...rows.map(line)].join('\n');
}

const f1 = (tally: Tally): string => ratesOf(tally).f1.toFixed(3);

/** How the tables come about and what their columns count. */
export const METHOD = [
  '`npm run eval` scores the annotated stories of `tests/gold`; `--gold FILE --stories FILE` (as often as wanted) scores others of',
  'that form, `--errors` lists the errors by phase, `--calibrate` fits the calibration of confidence anew, `--write` renews these tables.',
  '',
  'Scores are F1. *Strict* edges have the ends, type and polarity of the annotation, *coarse* ones at least a type of the same',
  'class; *events* and *states* are the strict score of the types of that kind; *full* edges also have its modality and a claimant',
  'of its attribution. The shares are of what was found: nodes of the annotated type, linked to its Wikidata item, edges with its',
  'polarity, modality, attribution. *Against the text* counts statements given as fact that the text contradicts. What a reader',
  'may or may not give is neither required nor counted against.',
].join('\n');

/** One row a set: F1 of entities and edges, and the shares of what is said of the edges found. */
export function scoresTable(scores: readonly NamedScore[], first = 'stories'): string {
  return table(
    [first, ...TALLIES.map(([label]) => label), ...FRACTIONS.map(([label]) => label), 'against the text'],
    scores.map(({ name, score }) => [name, ...TALLIES.map(([, of]) => f1(of(score))), ...FRACTIONS.map(([, of]) => shareOf(of(score)).trim()), String(score.forbidden)]),
  );
}

/** Precision, recall and F1 of every edge type that was given or asked. */
export function typesTable(score: Score): string {
  return table(['edge type', 'in gold', 'precision', 'recall', 'F1'], typesOf(score).map(([type, tally]) => {
    const rates = ratesOf(tally);
    const given = tally.right + tally.wrong > 0;
    return [type, String(tally.right + tally.missed), given ? rates.precision.toFixed(2) : '–', tally.right + tally.missed ? rates.recall.toFixed(2) : '–', rates.f1.toFixed(2)];
  }));
}

/** How many errors each phase makes, and why edges are missed. */
export function errorsTable(scores: readonly NamedScore[]): string {
  const counts = PHASES.map((phase) => [phase, ...scores.map(({ score }) => String(score.errors.filter((error) => error.phase === phase).length))]);
  const misses = ([['missed: an end has no node', 'withoutEnd'], ['missed: joined otherwise', 'otherwise'], ['missed: not joined', 'unjoined']] as const)
    .map(([label, key]) => [label, ...scores.map(({ score }) => String(score.misses[key]))]);
  return table(['errors', ...scores.map(({ name }) => name)], [...counts, ...misses]);
}
