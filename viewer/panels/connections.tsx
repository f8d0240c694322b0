import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { commonNeighbours, shortestPaths, type Path } from '../state/paths.ts';
import { edgesBetween } from '../state/selection.ts';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { DirectedEdge } from './directed-edge.tsx';
import { NodeLink } from './links.tsx';
import { EvidenceSentence } from './marked-text.tsx';
import { storyOf } from '../state/graph-data.ts';

interface ConnectionsProps { readonly a: number; readonly b: number; readonly isShown: (edge: number) => boolean; readonly isDirect: boolean }

/** Who stands between two nodes: common neighbours, and where they have no edge the shortest paths as chains of sentences. */
export function Connections({ a, b, isShown, isDirect }: ConnectionsProps): JSX.Element {
  const { data } = useDesk().session;
  const common = commonNeighbours(data, a, b, isShown);
  return (
    <>
      {common.length > 0 && <section><h3>{TEXT.common} ({common.length})</h3><ul class="plain">{common.map((node) => <li key={node}><NodeLink node={data.nodes[node]!.key} /></li>)}</ul></section>}
      {!isDirect && <PathList a={a} b={b} isShown={isShown} />}
    </>
  );
}

function PathList({ a, b, isShown }: Omit<ConnectionsProps, 'isDirect'>): JSX.Element {
  const { data } = useDesk().session;
  const { paths, hasMore } = useMemo(() => shortestPaths(data, a, b, isShown), [data, a, b, isShown]);
  const [first] = paths;
  if (first === undefined) return <p class="faint">{TEXT.noPath}</p>;
  return (
    <section>
      <h3>{TEXT.paths(first.length - 1)}</h3>
      <ol class="paths">{paths.map((path) => <li key={path.join()}><Chain path={path} isShown={isShown} /></li>)}</ol>
      {hasMore && <p class="faint">{TEXT.morePaths}</p>}
    </section>
  );
}

/** A path as one reads it: actor, what binds it to the next with its sentence, the next actor. */
function Chain({ path, isShown }: { readonly path: Path; readonly isShown: (edge: number) => boolean }): JSX.Element {
  const { data } = useDesk().session;
  return (
    <>
      <NodeLink node={data.nodes[path[0]!]!.key} />
      {path.slice(1).map((node, place) => {
        const from = path[place]!;
        const [edge, ...others] = edgesBetween(data, from, node, isShown);
        const item = data.edges[edge!]!.attributes.evidence[0]!;
        return (
          <div key={node} class="step">
            <DirectedEdge edge={edge!} from={from} />{others.map((other) => <span key={other}>, <DirectedEdge edge={other} from={from} /></span>)}
            <EvidenceSentence item={item} story={storyOf(data, item.story)} />
            <NodeLink node={data.nodes[node]!.key} />
          </div>
        );
      })}
    </>
  );
}
