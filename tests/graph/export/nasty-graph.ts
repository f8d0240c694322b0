import { readGraph } from '../../../graph/file.ts';
import type { DragomanGraph } from '../../../graph/schema.ts';

/** Names that have broken a writer somewhere: quotes, tags, queries, scripts, white space, halves of characters. */
export const NASTY_NAMES = [
  `'); MATCH (n) DETACH DELETE n //`,
  'back`tick` and \\back\\slash\\',
  String.raw`\u0027 OR \u0060 \\u005c \U0001F600`,
  '"quoted", with; separators\tand tab',
  'two\nlines',
  '</script><script>alert(1)</script> <!-- ]]> & &amp; -->',
  '=HYPERLINK("http://news.example")',
  ' blank at both ends ',
  '{"json": [1, null]} ${template} $parameter',
  'عبد اللطيف رشید',
  '中文 עברית ไทย 😀',
  'e\u0301 \u200F\u202E turned \u2028 line separator',
] as const;

/** Characters that XML has no way to write, and NUL, which tables and databases choke on. */
export const UNWRITABLE = ['\u0007', '\u0000', '\uD800', '\uFFFE'] as const;
export const UNWRITABLE_NAME = `bell${UNWRITABLE[0]} nul${UNWRITABLE[1]} half${UNWRITABLE[2]} end${UNWRITABLE[3]}`;
/** As JSON and Cypher hold it: all but the half character. */
export const STRICT_NAME = UNWRITABLE_NAME.replace('\uD800', '\uFFFD');
export const WITHOUT_UNWRITABLE = 'bell nul half end';

/** The small graph with a node for every nasty name, each tied to India. */
export function nastyGraph(): DragomanGraph {
  const graph = readGraph(new URL('../../fixtures/small-graph.json', import.meta.url).pathname);
  const model = graph.getEdgeAttributes('country:IR|WROTE_TO|country:PK|affirmed|asserted');
  for (const [index, name] of [...NASTY_NAMES, UNWRITABLE_NAME].entries()) {
    const key = `person:nasty-${index} é|%"<>&'\``;
    graph.addNode(key, { label: name, type: 'Person', aliases: [name, `the ${name}`], mentions: 1, stories: ['sample-dubai-talks'], x: 1, y: 2, size: 3 });
    const [evidence] = model.evidence;
    if (!evidence) throw new Error('the fixture lost its evidence');
    graph.addDirectedEdgeWithKey(`${key}|WROTE_TO|country:IN`, key, 'country:IN', {
      ...model, evidence: [{ ...evidence, trigger: { ...evidence.trigger, text: name }, dateText: name, attributedTo: [key, 'country:IR'] }],
    });
  }
  return graph;
}

/** The graph with its nodes and edges added in the opposite order. */
export function backwards(graph: DragomanGraph): DragomanGraph {
  const copy = graph.nullCopy() as DragomanGraph;
  copy.replaceAttributes(graph.getAttributes());
  for (const key of graph.nodes().toReversed()) copy.addNode(key, graph.getNodeAttributes(key));
  for (const key of graph.edges().toReversed()) {
    copy.addDirectedEdgeWithKey(key, graph.source(key), graph.target(key), graph.getEdgeAttributes(key));
  }
  return copy;
}
