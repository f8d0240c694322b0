import { EDGE_TYPE_LIST, NODE_TYPE_LIST } from './vocabulary.ts';

const KEYWORDS = [
  'MATCH', 'OPTIONAL MATCH', 'WHERE', 'RETURN', 'RETURN DISTINCT', 'ORDER BY', 'LIMIT', 'SKIP', 'WITH', 'UNWIND', 'AND', 'OR', 'NOT', 'IN', 'IS NULL', 'IS NOT NULL',
  'CONTAINS', 'STARTS WITH', 'ENDS WITH', 'DESC', 'AS', 'count(', 'collect(', 'min(', 'max(', 'type(', 'lower(', 'SHORTEST',
];
const PROPERTIES = [
  'key', 'name', 'type', 'aliases', 'country', 'official', 'mentions', 'polarity', 'modality', 'status', 'weight', 'confidence', 'titles', 'dateStart', 'dateEnd',
  'text', 'trigger', 'relation', 'rule', 'title', 'outlet', 'published', 'url',
];
const LABELS = ['Entity', 'Evidence', 'Story', ...NODE_TYPE_LIST];
const LINKS = ['SOURCE', 'TARGET', 'IN_STORY', 'ATTRIBUTED_TO', 'IN_PLACE'];

/** Words that may stand at the end of the text before the cursor, and how many letters of them are there. */
export interface Completion {
  readonly typed: number;
  readonly words: readonly string[];
}

const MOST = 8;

/** Completes the word before the cursor: relations after "[:", labels after ":", properties after ".", keywords elsewhere. */
export function completeQuery(before: string): Completion {
  const typed = /[A-Za-z_]*$/.exec(before)![0];
  const rest = before.slice(0, before.length - typed.length);
  const pool = /\[[^\])]*[:|]$/.test(rest) ? [...EDGE_TYPE_LIST, ...LINKS] : /\([^)]*[:|]$/.test(rest) ? LABELS : /\w\.$/.test(rest) ? PROPERTIES : typed === '' ? [] : KEYWORDS;
  const begun = pool.filter((word) => word.toLowerCase().startsWith(typed.toLowerCase()) && word !== typed);
  return { typed: typed.length, words: begun.slice(0, MOST) };
}

/** Questions to begin with. */
export const QUERY_EXAMPLES: readonly { readonly asks: string; readonly query: string }[] = [
  { asks: 'Who met whom?', query: 'MATCH (a)-[r:MET]->(b)\nRETURN a, r, b' },
  { asks: 'Who holds an office, and where?', query: 'MATCH (p:Person)-[r:HOLDS_ROLE_IN]->(c)\nRETURN p, r.titles, c' },
  { asks: 'Who has the most relations?', query: 'MATCH (a:Entity)-[r]-(:Entity)\nRETURN a, count(r) AS relations\nORDER BY relations DESC LIMIT 10' },
  { asks: 'What is merely claimed, and by whom?', query: "MATCH (a:Entity)-[r]->(b:Entity), (e:Evidence)-[:ATTRIBUTED_TO]->(who)\nWHERE r.status = 'claimed' AND e.relation = r.key\nRETURN who, a, r, b" },
  { asks: 'Which relations are denied?', query: "MATCH (a:Entity)-[r]->(b:Entity)\nWHERE r.polarity = 'negated'\nRETURN a, r, b" },
  { asks: 'How are two linked?', query: 'MATCH p = (a:Country)-[* SHORTEST 1..4]-(b:Person)\nRETURN a, b, length(p) AS steps\nORDER BY steps LIMIT 20' },
];
