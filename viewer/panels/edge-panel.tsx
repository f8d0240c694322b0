import type { JSX } from 'preact';
import { edgesBetween } from '../state/selection.ts';
import { classOf } from '../state/vocabulary.ts';
import { EDGE_CLASS_NAMES, EDGE_TYPE_NAMES, MODALITY_NAMES, percent, POLARITY_NAMES, STATUS_NAMES, TEXT } from '../strings.ts';
import { CorrectEdge } from './correct-edge.tsx';
import { useDesk } from './desk.ts';
import { EvidenceItem } from './evidence-item.tsx';
import { Link, NodeLink } from './links.tsx';
import { Notes } from './notes.tsx';
import { PanelTitle } from './panel-title.tsx';
import { useStore } from './use-store.ts';

/** One edge: who did what to whom, and every sentence that says so. */
export function EdgePanel({ edge, onNotice }: { readonly edge: number; readonly onNotice: () => void }): JSX.Element {
  const { data, table, view: viewStore } = useDesk().session;
  const view = useStore(viewStore);
  const { source, target, attributes } = data.edges[edge]!;
  const rows = attributes.evidence.map((item, place) => ({ item, row: table.evidenceStart[edge]! + place }));
  const shown = rows.filter(({ row }) => view.evidenceShown[row] === 1);
  const siblings = edgesBetween(data, data.source[edge]!, data.target[edge]!, () => true).length;
  return (
    <article>
      <PanelTitle>
        <NodeLink node={source} />{' '}
        <span class="verb" data-class={classOf(attributes.type)}>{EDGE_TYPE_NAMES[attributes.type]}</span>{' '}
        <NodeLink node={target} />
      </PanelTitle>
      <EdgeChips edge={edge} />
      {attributes.titles !== undefined && <p>{TEXT.offices}: <span dir="auto">{attributes.titles.join('; ')}</span></p>}
      {siblings > 1 && <p><Link to={{ kind: 'pair', a: source, b: target }}>{TEXT.allBetween} ({siblings})</Link></p>}
      <Notes notes={attributes.notes} />
      <h3>{TEXT.evidence(attributes.evidence.length)}</h3>
      <p class="key"><mark class="source">{TEXT.source}</mark> <mark class="trigger">{TEXT.trigger}</mark> <mark class="target">{TEXT.target}</mark></p>
      <ol class="evidence-list">
        {shown.map(({ item, row }) => <EvidenceItem key={row} item={item} onNotice={onNotice} />)}
      </ol>
      {shown.length < rows.length && <p class="faint">{TEXT.hiddenEvidence(rows.length - shown.length)}</p>}
      <CorrectEdge edge={edge} />
    </article>
  );
}

function EdgeChips({ edge }: { readonly edge: number }): JSX.Element {
  const { attributes } = useDesk().session.data.edges[edge]!;
  return (
    <ul class="chips">
      <li data-class={classOf(attributes.type)}>{EDGE_CLASS_NAMES[classOf(attributes.type)]}</li>
      {attributes.polarity === 'negated' && <li class="warn">{POLARITY_NAMES.negated}</li>}
      {attributes.modality !== 'asserted' && <li class="warn">{MODALITY_NAMES[attributes.modality]}</li>}
      <li class={attributes.status === 'reported' ? '' : 'warn'}>{STATUS_NAMES[attributes.status]}</li>
      <li>{TEXT.confidence} {percent(attributes.confidence)}</li>
      {attributes.firstSeen !== undefined && <li>{[...new Set([attributes.firstSeen, attributes.lastSeen])].join(' – ')}</li>}
    </ul>
  );
}
