// Every word of the interface. Names and sentences of stories never pass through here.

import type { EdgeStatus, Modality, Polarity } from '../graph/schema.ts';
import type { ColumnName } from './state/table.ts';
import type { EdgeClass, EdgeType, NodeType } from './state/vocabulary.ts';

/** What a node type is called, one and many; a graph's own type by the name that it has there. */
export const NODE_TYPE_NAMES: Readonly<Record<NodeType, readonly [one: string, many: string]>> = orNamed({
  Country: ['Country', 'Countries'],
  Person: ['Person', 'People'],
  Organisation: ['Organisation', 'Organisations'],
  ArmedGroup: ['Armed group', 'Armed groups'],
  Place: ['Place', 'Places'],
  Group: ['Collective actor', 'Collective actors'],
  Event: ['Event', 'Events'],
}, (type) => [type, type]);

export const EDGE_CLASS_NAMES: Readonly<Record<EdgeClass, string>> = {
  'verbal-cooperation': 'Talks and support',
  'material-cooperation': 'Material cooperation',
  'verbal-conflict': 'Verbal conflict',
  'material-conflict': 'Material conflict',
  structure: 'Roles, places, ties',
};

/** Reads between the names of source and target; a graph's own "LOBBIED_FOR" reads "lobbied for". */
export const EDGE_TYPE_NAMES: Readonly<Record<EdgeType, string>> = orNamed({
  MET: 'met', SPOKE_WITH: 'spoke with', WROTE_TO: 'wrote to', VISITED: 'visited', MEDIATED: 'mediated for',
  PRAISED: 'praised', SUPPORTED: 'supported', AGREED_WITH: 'agreed with', RECOGNISED: 'recognised',
  CALLED_ON: 'called on', PARTNERS_WITH: 'partners with', AIDED: 'aided', INVESTED_IN: 'invested in',
  YIELDED_TO: 'yielded to', APPOINTED: 'appointed', CRITICISED: 'criticised', ACCUSED: 'accused',
  DENIED: 'denied a claim of', REJECTED: 'rejected', THREATENED: 'threatened', PROTESTED_AGAINST: 'protested against',
  SANCTIONED: 'sanctioned', CHARGED: 'charged', DISMISSED: 'dismissed', DETAINED: 'detained', COERCED: 'coerced',
  MOBILISED_AGAINST: 'mobilised against', ATTACKED: 'attacked', KILLED: 'killed', FOUGHT: 'fought',
  HOLDS_ROLE_IN: 'holds a role in', MEMBER_OF: 'is a member of', PART_OF: 'is part of', LOCATED_IN: 'is located in',
  CONTROLS: 'controls', BORDERS: 'borders', HAS_MISSION_IN: 'has a mission in', FAMILY_OF: 'is family of', OWNS: 'owns',
  ALLIED_WITH: 'is allied with', AT_ODDS_WITH: 'is at odds with', TOOK_PART_IN: 'took part in',
}, (type) => type.toLowerCase().replaceAll('_', ' '));

/** Names, and what any other key is called. */
function orNamed<Names extends object, Name>(names: Names, otherwise: (key: string) => Name): Names {
  return new Proxy(names, { get: (own, key) => Object.hasOwn(own, key) ? own[key as keyof Names] : otherwise(String(key)) });
}

export const POLARITY_NAMES: Readonly<Record<Polarity, string>> = { affirmed: 'Happens', negated: 'Negated: does not happen' };

export const MODALITY_NAMES: Readonly<Record<Modality, string>> = {
  asserted: 'Stated as fact', intended: 'Intended', possible: 'Possible', hypothetical: 'Hypothetical',
};

export const STATUS_NAMES: Readonly<Record<EdgeStatus, string>> = {
  reported: 'Reported', claimed: 'Merely claimed', disputed: 'Disputed',
};

export const ROLE_STATUS_NAMES = { current: '', acting: 'acting', former: 'former' } as const;

export const LOOK_NAMES = {
  stored: 'as computed', force: 'ForceAtlas2, live', circle: 'circle', map: 'world map',
  type: 'type', community: 'community', mentions: 'mentions', degree: 'number of edges', pagerank: 'PageRank', betweenness: 'betweenness',
} as const;

export const UNDATED_NAMES = { hide: 'left out', keep: 'kept', story: 'by story’s date' } as const;

export const FORMAT_NAMES = {
  png: 'Picture (PNG)', svg: 'Drawing (SVG)', html: 'Page in one file (HTML)', graphml: 'GraphML', gexf: 'GEXF', csv: 'CSV tables', jsonld: 'JSON-LD', json: 'graph.json',
} as const;

export const COLUMN_NAMES: Readonly<Record<ColumnName, string>> = {
  source: 'Source', type: 'Relation', target: 'Target', how: 'How it is said', first: 'First', last: 'Last',
  sentences: 'Sentences', confidence: 'Confidence', label: 'Name', nodeType: 'Type', country: 'Country', mentions: 'Mentions', edges: 'Edges', stories: 'Stories',
};

/** Short words for what an edge is besides its type: "negated, intended, claimed". */
export function shades(edge: { readonly polarity: Polarity; readonly modality: Modality; readonly status: EdgeStatus }): string[] {
  return [
    ...(edge.polarity === 'negated' ? ['negated'] : []),
    ...(edge.modality === 'asserted' ? [] : [edge.modality]),
    ...(edge.status === 'reported' ? [] : [edge.status]),
  ];
}

const NUMBER = new Intl.NumberFormat('en');

/** "1,234 edges", "1 edge". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(number)} ${number === 1 ? one : many}`;
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const TEXT = {
  title: 'Dragoman',
  loading: 'Opening the graph …',
  emptyGraph: 'This graph holds no nodes. Build one with dragoman build.',
  cannotOpen: (reason: string) => `The graph could not be opened: ${reason}. Build it again with dragoman build.`,
  cannotFetch: (status: string) => `the server answered ${status}`,
  noWebgl: 'This browser cannot draw the picture (WebGL is off). Search, lists and texts work.',
  skip: 'Skip to the details',
  search: 'Search names, roles and sentences',
  sentence: 'Sentence',
  depth: 'Neighbourhood',
  steps: (number: number) => count(number, 'step'),
  noHit: 'Nothing found.',
  noHitInPart: 'Nothing found in the part of the graph that is loaded.',
  hits: (number: number) => (number === 0 ? 'Nothing found.' : `${count(number, 'match', 'matches')}; use the arrow keys.`),
  filters: 'Filters',
  legend: 'Legend and filters',
  details: 'Details',
  close: 'Close',
  back: 'Back',
  undo: 'Undo filter',
  redo: 'Redo filter',
  showAll: 'Show all',
  only: 'only',
  onlyThis: (name: string) => `Only ${name}`,
  nodes: 'Actors and places',
  edges: 'Relations',
  howSure: 'How it is said',
  shownOf: (nodes: number, edges: number, allEdges: number) => `${count(nodes, 'node')}, ${NUMBER.format(edges)} of ${count(allEdges, 'edge')} shown`,
  minConfidence: 'Confidence at least',
  picture: 'Graph. Arrow keys move, plus and minus zoom, 0 shows all. The search box and the lists reach every node.',
  layout: 'Layout',
  mapMeans: 'People and organisations stand around their country; who belongs to none stands south of all land.',
  playLayout: 'Play layout',
  pauseLayout: 'Pause layout',
  communities: 'Communities',
  andMore: (number: number) => `and ${NUMBER.format(number)} more`,
  otherCommunities: 'smaller ones and those apart',
  colorBy: 'Colour by',
  sizeBy: 'Size by',
  share: 'Copy link',
  viewTools: 'View',
  level: 'Level',
  asWritten: 'As written',
  rolledUp: 'Countries',
  pairs: 'Pairs, cooperation and conflict',
  showAs: 'Show as',
  pictureShort: 'Picture',
  table: 'Table',
  rows: 'Rows',
  findInTable: 'Find in the table',
  askShort: 'Ask',
  console: 'Questions in Cypher',
  query: 'Cypher query',
  queryKeys: 'Ctrl and Enter run the query. Arrow keys choose a completion, Tab or Enter takes it.',
  completions: 'Completions',
  runQuery: 'Run',
  examples: 'Examples',
  asking: 'Asking …',
  answer: 'Answer',
  answerRows: (shown: number, total: number) => (shown < total ? `The first ${NUMBER.format(shown)} of ${count(total, 'row')}` : count(total, 'row')),
  cannotAsk: 'this server answers no queries; open the graph with dragoman view',
  takeAway: 'Take away …',
  cannotTake: (reason: string) => `It could not be written: ${reason}.`,
  timeline: 'Events over time',
  timelineOf: (unit: string, first: string, last: string) => `Events by ${unit} from ${first} to ${last}; the date fields below choose a time`,
  upTo: (day: string) => `up to ${day}`,
  since: (day: string) => `${day} and later`,
  play: 'Play through time',
  pause: 'Pause',
  from: 'From',
  until: 'to',
  undated: (number: number) => `Undated (${NUMBER.format(number)})`,
  unconnected: 'Without an edge',
  allDates: 'All dates',
  zoomGroup: 'Zoom',
  noAnswer: 'the server does not answer',
  typesOf: (name: string) => `Types of ${name}`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit the picture',
  theme: { light: 'Light colours', dark: 'Dark colours' },
  themeSwitch: 'Switch between light and dark',
  summary: (stories: number, nodes: number, edges: number) => [count(stories, 'story', 'stories'), count(nodes, 'actor or place', 'actors and places'), count(edges, 'edge')].join(' · '),
  nothingSelected: 'Choose a node or a line to read who did what to whom, with the sentence that says it.',
  mostMentioned: 'Most mentioned',
  roles: 'Roles',
  inStoriesOf: (days: string) => `so in stories of ${days}`,
  nodeTimeline: 'Day by day',
  statements: 'What it claims',
  aliases: 'Also called',
  mentionedIn: 'Stories',
  mentions: (number: number) => count(number, 'mention'),
  partners: 'Edges by partner',
  byType: 'By type',
  byPartner: 'By partner',
  groupBy: 'Group edges',
  noEdges: 'No edges pass the filters.',
  evidence: (number: number) => count(number, 'sentence'),
  hiddenEvidence: (number: number) => `${count(number, 'sentence')} left out by the filters`,
  source: 'Source',
  target: 'Target',
  trigger: 'Trigger',
  stands: 'stands for',
  claimedBy: 'Claimed by',
  reporterVoice: 'the reporter’s own voice',
  says: 'says',
  when: 'When',
  where: 'Where',
  outlet: 'Outlet',
  credited: 'credited',
  rule: 'Rule',
  confidence: 'Confidence',
  answers: 'Answers',
  offices: 'Office',
  readStory: 'Read the story',
  published: 'Published',
  originalPage: 'Original page',
  storyEdges: 'What it states',
  unknownStory: 'This story is not in the file.',
  noDirectEdge: 'No edge between the two passes the filters.',
  connectWith: 'Connect or compare with …',
  common: 'Common neighbours',
  paths: (steps: number) => `Shortest paths: ${count(steps, 'step')}`,
  noPath: 'No path between the two passes the filters.',
  morePaths: 'More paths of this length exist.',
  cooperation: 'Cooperation',
  conflict: 'Conflict',
  sources: 'Who says it, and where',
  voice: 'Said by',
  story: 'Story',
  more: (number: number) => `${NUMBER.format(number)} more`,
  allBetween: 'All edges between the two',
  partOf: (nodes: number, edges: number, allNodes: number, allEdges: number) => `The most mentioned ${NUMBER.format(nodes)} of ${count(allNodes, 'node')} are loaded, with ${NUMBER.format(edges)} of ${count(allEdges, 'edge')}.`,
  loadMore: (edges: number) => `Load up to ${count(edges, 'edge')}`,
  loadAll: (edges: number) => `Load all ${count(edges, 'edge')}`,
  anotherGraph: 'Another graph',
  dropMeans: 'Drop a graph.json onto this page, or choose one. It is read here and sent nowhere.',
  openFile: 'Open a file …',
  copyCitation: 'Copy citation',
  copied: 'Copied',
  correct: 'Correct …',
  name: 'Name',
  rename: 'Rename',
  type: 'Type',
  retype: 'Change type',
  sameAs: 'The same as …',
  merge: 'Merge',
  mergeInto: (name: string) => `Merge into ${name}`,
  note: 'Note',
  notes: 'Notes',
  addNote: 'Add note',
  reject: 'Reject this edge',
  rejectMeans: 'The sentences do not say this.',
  corrections: 'Corrections',
  correctionCount: (number: number) => count(number, 'correction'),
  correctionsMean: 'They are applied in this order to the graph as it was read, and again after every build.',
  undoCorrection: 'Undo correction',
  redoCorrection: 'Redo',
  takeBack: 'take back',
  noEffect: 'names nothing in this graph',
  builtIn: 'A correction that has been taken back is still in graph.json; the next build leaves it out.',
  downloadCorrections: 'Download corrections.json',
  keeping: { file: 'Saved in corrections.json', saving: 'Saving …', page: 'Kept in this page only' },
  notSaved: (reason: string) => `Not saved: ${reason}`,
  done: { merge: 'merged into', rename: 'renamed', retype: 'is now of type', reject: 'Rejected:', note: 'Note on' },
  notice: 'Edges are machine-read: check the sentence.',
  aboutNotice: 'How far can it be trusted?',
  aboutText: [
    'Every line in this picture was read from the stories by a program, not by a person. It can mistake who did what to whom, miss a “not”, or take a claim for a fact.',
    'Each edge keeps the sentence that made it, with source, target and trigger marked, who claims it, and the rule that read it. Read the sentence before you quote the edge.',
    'The confidence is an estimate of how often such readings are right: of the edges near 80 %, about four in five should be.',
  ],
  precision: (measured: string) => `Measured precision: ${measured}`,
  wikidata: 'Wikidata',
  official: 'official',
  unknownOutlet: 'outlet not given',
  untitled: '(without a title)',
  direction: { out: 'to', in: 'from', mutual: 'with' },
} as const;

/** Precision of the edges by reading, as written in the README and docs/quality.md; empty until it is measured. */
export const MEASURED_PRECISION: string = 'of 180 statements drawn at random and read against their sentences, 73 % were right, 13 % arguable, 14 % wrong.';
