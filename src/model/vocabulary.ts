// The edge vocabulary, version 1. `kind`: an event happens (or is said to); a state holds over a period.
// `class` is the coarse class used for colours and counts; `plover` the PLOVER event type it maps to
// (https://github.com/openeventdata/PLOVER), null where PLOVER has none. A symmetric edge is stored once.

export const VOCABULARY_VERSION = 1;

export type EdgeClass =
  | 'verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict' | 'structure';

export interface EdgeTypeInfo {
  readonly kind: 'event' | 'state';
  readonly class: EdgeClass;
  readonly symmetric: boolean;
  readonly plover: string | null;
  readonly means: string;
}

export const EDGE_TYPES = {
  MET: { kind: 'event', class: 'verbal-cooperation', symmetric: true, plover: 'CONSULT',
    means: 'met, held talks or negotiated, in person or unspecified' },
  SPOKE_WITH: { kind: 'event', class: 'verbal-cooperation', symmetric: true, plover: 'CONSULT',
    means: 'telephone or video call' },
  WROTE_TO: { kind: 'event', class: 'verbal-cooperation', symmetric: false, plover: 'CONSULT',
    means: 'sent a letter, message or note to' },
  VISITED: { kind: 'event', class: 'verbal-cooperation', symmetric: false, plover: 'CONSULT',
    means: 'travelled to a country, place or host' },
  MEDIATED: { kind: 'event', class: 'verbal-cooperation', symmetric: false, plover: 'CONSULT',
    means: 'mediated or brokered for a party (one edge per party)' },
  PRAISED: { kind: 'event', class: 'verbal-cooperation', symmetric: false, plover: 'SUPPORT',
    means: 'praised, thanked, congratulated, welcomed an act of, voiced solidarity or condolence with' },
  SUPPORTED: { kind: 'event', class: 'verbal-cooperation', symmetric: false, plover: 'SUPPORT',
    means: 'backed, endorsed, defended, sided with' },
  AGREED_WITH: { kind: 'event', class: 'verbal-cooperation', symmetric: true, plover: 'AGREE',
    means: 'signed, reached or announced an agreement with' },
  RECOGNISED: { kind: 'event', class: 'verbal-cooperation', symmetric: false, plover: 'SUPPORT',
    means: 'recognised a government or state, or opened diplomatic relations' },
  CALLED_ON: { kind: 'event', class: 'verbal-conflict', symmetric: false, plover: 'REQUEST',
    means: 'urged, asked, demanded of, appealed to' },
  PARTNERS_WITH: { kind: 'event', class: 'material-cooperation', symmetric: true, plover: 'COOPERATE',
    means: 'cooperates, trades, has or builds a partnership or ties with' },
  AIDED: { kind: 'event', class: 'material-cooperation', symmetric: false, plover: 'AID',
    means: 'gave humanitarian, economic or military aid, arms or shelter to' },
  INVESTED_IN: { kind: 'event', class: 'material-cooperation', symmetric: false, plover: 'COOPERATE',
    means: 'invests in, builds or develops a place, facility, company or country' },
  YIELDED_TO: { kind: 'event', class: 'material-cooperation', symmetric: false, plover: 'YIELD',
    means: 'conceded, released people to, eased measures on, ceased fire with, withdrew from' },
  APPOINTED: { kind: 'event', class: 'material-cooperation', symmetric: false, plover: null,
    means: 'appointed, elected or nominated a person' },
  CRITICISED: { kind: 'event', class: 'verbal-conflict', symmetric: false, plover: 'ACCUSE',
    means: 'criticised, condemned, denounced the target or its act' },
  ACCUSED: { kind: 'event', class: 'verbal-conflict', symmetric: false, plover: 'ACCUSE',
    means: 'accused or blamed the target of a specific act' },
  DENIED: { kind: 'event', class: 'verbal-conflict', symmetric: false, plover: 'REJECT',
    means: 'denied the accusation or claim of the target' },
  REJECTED: { kind: 'event', class: 'verbal-conflict', symmetric: false, plover: 'REJECT',
    means: 'refused a demand, proposal, request or cooperation of the target' },
  THREATENED: { kind: 'event', class: 'verbal-conflict', symmetric: false, plover: 'THREATEN',
    means: 'threatened or warned the target' },
  PROTESTED_AGAINST: { kind: 'event', class: 'verbal-conflict', symmetric: false, plover: 'PROTEST',
    means: 'demonstrated, rallied, struck or lodged a formal protest against' },
  SANCTIONED: { kind: 'event', class: 'material-conflict', symmetric: false, plover: 'SANCTION',
    means: 'imposed sanctions, boycotted, cut or reduced relations, suspended aid, expelled envoys' },
  CHARGED: { kind: 'event', class: 'material-conflict', symmetric: false, plover: 'COERCE',
    means: 'investigated, sued, indicted, tried or convicted' },
  DISMISSED: { kind: 'event', class: 'material-conflict', symmetric: false, plover: null,
    means: 'removed a person from office' },
  DETAINED: { kind: 'event', class: 'material-conflict', symmetric: false, plover: 'COERCE',
    means: 'arrested, captured, jailed, kidnapped' },
  COERCED: { kind: 'event', class: 'material-conflict', symmetric: false, plover: 'COERCE',
    means: 'seized, blockaded, banned, deported, repressed, displaced, hacked' },
  MOBILISED_AGAINST: { kind: 'event', class: 'material-conflict', symmetric: false, plover: 'MOBILIZE',
    means: 'deployed or readied forces against or towards' },
  ATTACKED: { kind: 'event', class: 'material-conflict', symmetric: false, plover: 'ASSAULT',
    means: 'struck, bombed, shelled, raided, invaded, assaulted' },
  KILLED: { kind: 'event', class: 'material-conflict', symmetric: false, plover: 'ASSAULT',
    means: 'killed or assassinated' },
  FOUGHT: { kind: 'event', class: 'material-conflict', symmetric: true, plover: 'ASSAULT',
    means: 'clashed, fought or was at war with' },
  HOLDS_ROLE_IN: { kind: 'state', class: 'structure', symmetric: false, plover: null,
    means: 'a person holds (or held) an office in a country or organisation; the title is on the edge' },
  MEMBER_OF: { kind: 'state', class: 'structure', symmetric: false, plover: null,
    means: 'belongs to an organisation, party, bloc or coalition' },
  PART_OF: { kind: 'state', class: 'structure', symmetric: false, plover: null,
    means: 'an organisation is an organ, branch or subsidiary of a country or organisation' },
  LOCATED_IN: { kind: 'state', class: 'structure', symmetric: false, plover: null,
    means: 'a place or facility lies in a place or country; an organisation is based in it' },
  CONTROLS: { kind: 'state', class: 'structure', symmetric: false, plover: null,
    means: 'governs, occupies or holds a territory' },
  BORDERS: { kind: 'state', class: 'structure', symmetric: true, plover: null,
    means: 'shares a border with' },
  HAS_MISSION_IN: { kind: 'state', class: 'structure', symmetric: false, plover: null,
    means: 'keeps an embassy, mission or base in' },
  FAMILY_OF: { kind: 'state', class: 'structure', symmetric: true, plover: null,
    means: 'is a relative of' },
  OWNS: { kind: 'state', class: 'structure', symmetric: false, plover: null,
    means: 'owns a company, asset or stake' },
  ALLIED_WITH: { kind: 'state', class: 'material-cooperation', symmetric: true, plover: null,
    means: 'is an ally of; is backed by when said as a standing attribute (Tehran-backed X)' },
  AT_ODDS_WITH: { kind: 'state', class: 'verbal-conflict', symmetric: true, plover: null,
    means: 'is a rival or foe of, or has strained ties or a dispute with' },
  TOOK_PART_IN: { kind: 'state', class: 'structure', symmetric: false, plover: null,
    means: 'took part in a named event (a war, a summit, a treaty)' },
} as const satisfies Record<string, EdgeTypeInfo>;

export type EdgeType = keyof typeof EDGE_TYPES;

export const NODE_TYPES = {
  Country: 'a sovereign or widely treated as one (Palestine, Taiwan, Kosovo included); a capital or a demonym standing for its government resolves to it',
  Person: 'a named person; official=true where a role is stated',
  Organisation: 'ministry, party, company, agency, intergovernmental body, media outlet, church, army',
  ArmedGroup: 'militant or rebel movement, militia (Taliban, Hamas, Hezbollah, the Houthis)',
  Place: 'city, region, territory, port, base, strait, building, when it is a place and not an actor',
  Group: 'unnamed or collective actor (Western governments, resistance factions, protesters, settlers)',
  Event: 'a named event (the Gaza war, the COP29 summit, the Oslo Accords)',
} as const;

export type NodeType = keyof typeof NODE_TYPES;

/** True where the text is the name of an edge type of the vocabulary. */
export function isEdgeType(text: string): text is EdgeType {
  return Object.hasOwn(EDGE_TYPES, text);
}

/** A type of node of the user's own; in the patterns it does what the type that it is `like` does. */
export interface OwnNodeType {
  readonly name: string;
  readonly means: string;
  readonly like: NodeType;
}

/** Types of node that may stand at an end; any actor where there are none. */
export interface EdgeEnds {
  readonly source?: readonly string[];
  readonly target?: readonly string[];
}

/** A type of edge of the user's own. */
export interface OwnEdgeType extends EdgeTypeInfo {
  readonly name: string;
  /** As the user says it, own types of node among them. */
  readonly asks?: EdgeEnds;
  /** The same in types of the vocabulary, in which the phases think. */
  readonly ends?: EdgeEnds;
}

/** The types that a graph uses beyond version 1 of the vocabulary. */
export interface OwnTypes {
  readonly nodeTypes: readonly OwnNodeType[];
  readonly edgeTypes: readonly OwnEdgeType[];
}

/** How types are named: both stand unquoted in Cypher, GraphML and JSON-LD. */
export const EDGE_TYPE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
export const NODE_TYPE_NAME = /^[A-Z][A-Za-z0-9]*$/;

/** The vocabulary's own names, and those that Neo4j's copy of a graph gives to its layer of evidence. */
const TAKEN: ReadonlySet<string> = new Set([
  ...Object.keys(EDGE_TYPES), ...Object.keys(NODE_TYPES),
  'Entity', 'Evidence', 'Story', 'SOURCE', 'TARGET', 'IN_STORY', 'ATTRIBUTED_TO', 'IN_PLACE', 'RELATES_TO',
]);
const ownNodeTypes = new Map<string, OwnNodeType>();
const ownEdgeTypes = new Map<string, OwnEdgeType>();

/**
 * Adds types of the user's own, which `EDGE_TYPES` and `NODE_TYPES` then hold for the life of the process: what looks a
 * type up need not know where it comes from. A type of the vocabulary itself is never redefined; an own one may be.
 */
export function addOwnTypes({ nodeTypes, edgeTypes }: OwnTypes): void {
  for (const type of nodeTypes) {
    if (TAKEN.has(type.name) || !NODE_TYPE_NAME.test(type.name)) continue;
    ownNodeTypes.set(type.name, type);
    (NODE_TYPES as Record<string, string>)[type.name] = type.means;
  }
  for (const type of edgeTypes) {
    if (TAKEN.has(type.name) || !EDGE_TYPE_NAME.test(type.name)) continue;
    ownEdgeTypes.set(type.name, type);
    (EDGE_TYPES as Record<string, EdgeTypeInfo>)[type.name] = { kind: type.kind, class: type.class, symmetric: type.symmetric, plover: type.plover, means: type.means };
  }
}

export function ownNodeType(name: string): OwnNodeType | undefined {
  return ownNodeTypes.get(name);
}

export function ownEdgeType(name: string): OwnEdgeType | undefined {
  return ownEdgeTypes.get(name);
}

/** True for the name of a type of the vocabulary itself, or one that files give another meaning: no own type may have it. */
export function isTakenName(name: string): boolean {
  return TAKEN.has(name);
}
