import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { edgesOf, otherEnd } from '../state/graph-data.ts';
import { partnersOf } from '../state/partners.ts';
import { EDGE_TYPE_LIST } from '../state/vocabulary.ts';
import { EDGE_TYPE_NAMES, NODE_TYPE_NAMES, TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { CorrectNode } from './correct-node.tsx';
import { DirectedEdge } from './directed-edge.tsx';
import { Dossier, Offices } from './dossier.tsx';
import { Link, NodeLink, TypeDot } from './links.tsx';
import { Notes } from './notes.tsx';
import { PanelTitle } from './panel-title.tsx';
import { NodeSearch } from './search-box.tsx';
import { StoryList } from './story-list.tsx';
import { useStore } from './use-store.ts';

/** The dossier of a node. */
export function NodePanel({ node }: { readonly node: number }): JSX.Element {
  const { session: { data }, open } = useDesk();
  const { attributes, key } = data.nodes[node]!;
  const aliases = attributes.aliases.filter((alias) => alias !== attributes.label);
  return (
    <article>
      <PanelTitle><TypeDot type={attributes.type} /> {attributes.label}</PanelTitle>
      <ul class="chips">
        <li>{NODE_TYPE_NAMES[attributes.type][0]}</li>
        {attributes.official === true && <li>{TEXT.official}</li>}
        {attributes.country !== undefined && <li>{attributes.country}</li>}
        <li>{TEXT.mentions(attributes.mentions)}</li>
        {/^Q\d+$/.test(attributes.wikidata ?? '') && <li><a href={`https://www.wikidata.org/wiki/${attributes.wikidata}`} target="_blank" rel="noreferrer noopener">{TEXT.wikidata} {attributes.wikidata}</a></li>}
      </ul>
      <Offices node={node} />
      {aliases.length > 0 && (
        <section><h3>{TEXT.aliases}</h3><ul class="aliases">{aliases.map((alias) => <li key={alias} dir="auto">{alias}</li>)}</ul></section>
      )}
      <Notes notes={attributes.notes} />
      <Depth node={key} />
      <NodeSearch id="connect" label={TEXT.connectWith} onChoose={(other) => open({ kind: 'pair', a: key, b: data.nodes[other]!.key })} />
      <NodeEdges node={node} />
      <Dossier node={node} />
      <StoryList title={TEXT.mentionedIn} stories={attributes.stories} about={key} />
      <CorrectNode node={node} />
    </article>
  );
}

/** How far around the node the picture stays bright. */
function Depth({ node }: { readonly node: string }): JSX.Element {
  const { session, open } = useDesk();
  const selection = useStore(session.selection);
  const now = (selection.kind === 'node' ? selection.depth : undefined) ?? 1;
  return (
    <div class="segmented" role="group" aria-label={TEXT.depth}>
      {([1, 2, 3] as const).map((steps) => (
        <button key={steps} type="button" aria-pressed={now === steps} onClick={() => open(steps === 1 ? { kind: 'node', node } : { kind: 'node', node, depth: steps })}>{TEXT.steps(steps)}</button>
      ))}
    </div>
  );
}

function NodeEdges({ node }: { readonly node: number }): JSX.Element {
  const { view: viewStore } = useDesk().session;
  const view = useStore(viewStore);
  const [by, setBy] = useState<'partner' | 'type'>('partner');
  const isShown = (edge: number): boolean => view.edgeShown[edge] === 1;
  return (
    <section>
      <h3>{TEXT.edges}</h3>
      <div class="segmented" role="group" aria-label={TEXT.groupBy}>
        <button type="button" aria-pressed={by === 'partner'} onClick={() => setBy('partner')}>{TEXT.byPartner}</button>
        <button type="button" aria-pressed={by === 'type'} onClick={() => setBy('type')}>{TEXT.byType}</button>
      </div>
      {by === 'partner' ? <ByPartner node={node} isShown={isShown} /> : <ByType node={node} isShown={isShown} />}
    </section>
  );
}

interface GroupProps { readonly node: number; readonly isShown: (edge: number) => boolean }

function ByPartner({ node, isShown }: GroupProps): JSX.Element {
  const { data } = useDesk().session;
  const partners = partnersOf(data, node, isShown);
  if (partners.length === 0) return <p class="faint">{TEXT.noEdges}</p>;
  return (
    <ul class="groups">
      {partners.map((partner) => (
        <li key={partner.node}>
          <NodeLink node={data.nodes[partner.node]!.key} />
          {partner.edges.length > 1 && <Link class="pair-link" to={{ kind: 'pair', a: data.nodes[node]!.key, b: data.nodes[partner.node]!.key }} label={TEXT.allBetween}>↔</Link>}
          <ul>{partner.edges.map((edge) => <li key={edge}><DirectedEdge edge={edge} from={node} /></li>)}</ul>
        </li>
      ))}
    </ul>
  );
}

function ByType({ node, isShown }: GroupProps): JSX.Element {
  const { data } = useDesk().session;
  const edges = [...edgesOf(data, node)].filter(isShown);
  if (edges.length === 0) return <p class="faint">{TEXT.noEdges}</p>;
  const types = EDGE_TYPE_LIST.filter((type) => edges.some((edge) => data.edges[edge]!.attributes.type === type));
  return (
    <ul class="groups">
      {types.map((type) => (
        <li key={type}>
          {EDGE_TYPE_NAMES[type]}
          <ul>
            {edges.filter((edge) => data.edges[edge]!.attributes.type === type).map((edge) => (
              <li key={edge}><DirectedEdge edge={edge} from={node} /> <NodeLink node={data.nodes[otherEnd(data, edge, node)]!.key} /></li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
