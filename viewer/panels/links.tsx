import type { ComponentChildren, JSX } from 'preact';
import { labelOf } from '../state/graph-data.ts';
import { writeSelection, type Selection } from '../state/selection.ts';
import { EDGE_TYPE_NAMES, shades } from '../strings.ts';
import { classOf, colourTypeOf, type NodeType } from '../state/vocabulary.ts';
import { useDesk } from './desk.ts';

interface LinkProps { readonly to: Selection; readonly class?: string; readonly children: ComponentChildren; readonly label?: string }

/** A link within the page: a true address, so that it can be copied, opened anew and reached by keyboard. */
export function Link({ to, children, label, class: className }: LinkProps): JSX.Element {
  const { open } = useDesk();
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(to);
  };
  return <a href={`#${writeSelection(to)}`} class={className} aria-label={label} onClick={onClick}>{children}</a>;
}

/** The dot of a node type, in the colour that it has in the picture. */
export function TypeDot({ type }: { readonly type: NodeType }): JSX.Element {
  return <i class="dot" data-type={colourTypeOf(type)} aria-hidden="true" />;
}

/** A node's name with the dot of its type. */
export function NodeLink({ node }: { readonly node: string }): JSX.Element {
  const { data } = useDesk().session;
  const at = data.nodeAt.get(node);
  if (at === undefined) return <span dir="auto">{node}</span>;
  return (
    <Link to={{ kind: 'node', node }} class="node-link">
      <TypeDot type={data.nodes[at]!.attributes.type} />
      <bdi>{labelOf(data, node)}</bdi>
    </Link>
  );
}

/** What an edge says, as a link to it: "criticised (claimed) 3". */
export function EdgeLink({ edge, current = false }: { readonly edge: number; readonly current?: boolean }): JSX.Element {
  const { data } = useDesk().session;
  const { key, attributes } = data.edges[edge]!;
  const extra = shades(attributes);
  return (
    <Link to={{ kind: 'edge', edge: key }} class={current ? 'edge-link current' : 'edge-link'}>
      <i class="stroke" data-class={classOf(attributes.type)} aria-hidden="true" />
      {EDGE_TYPE_NAMES[attributes.type]}
      {extra.length > 0 && <span class="shade"> ({extra.join(', ')})</span>}
      {attributes.weight > 1 && <span class="times"> ×{attributes.weight}</span>}
    </Link>
  );
}
