import type { JSX, TargetedEvent } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Modality } from '../../graph/schema.ts';
import { isUnconnected } from '../state/apply-filters.ts';
import { isFiltering, NO_FILTERS, setShown } from '../state/filters.ts';
import { classOf, EDGE_CLASS_LIST, EDGE_TYPE_LIST, NODE_TYPE_LIST, type EdgeClass } from '../state/vocabulary.ts';
import { EDGE_CLASS_NAMES, EDGE_TYPE_NAMES, MODALITY_NAMES, NODE_TYPE_NAMES, percent, POLARITY_NAMES, STATUS_NAMES, TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { CommunityKey } from './community-key.tsx';
import { FacetList } from './facet-list.tsx';
import { TypeDot } from './links.tsx';
import { LineSign, type LineKind } from './line-sign.tsx';
import { LookSwitches } from './look-switches.tsx';
import { Sources } from './sources.tsx';
import { useStore } from './use-store.ts';

const MODALITY_SIGNS: Readonly<Record<Modality, LineKind>> = { asserted: 'solid', intended: 'intended', possible: 'possible', hypothetical: 'hypothetical' };
const STATUS_SIGNS = { reported: 'solid', claimed: 'claimed', disputed: 'disputed' } as const;

/** What the colours and lines mean, and the switches that filter by them. */
export function Legend(): JSX.Element {
  const { session } = useDesk();
  const filters = useStore(session.filters);
  const view = useStore(session.view);
  const { colorBy } = useStore(session.look);
  return (
    <div class="legend">
      <p class="shown" role="status">{TEXT.shownOf(view.nodeCount, view.edgeCount, session.data.edges.length)}</p>
      <p class="tools">
        <button type="button" disabled={!session.filters.canUndo()} onClick={session.filters.undo}>{TEXT.undo}</button>
        <button type="button" disabled={!session.filters.canRedo()} onClick={session.filters.redo}>{TEXT.redo}</button>
        <button type="button" disabled={!isFiltering(filters)} onClick={() => session.filters.set(NO_FILTERS)}>{TEXT.showAll}</button>
      </p>
      <LookSwitches />
      {colorBy === 'community' && <CommunityKey />}
      <section>
        <h3>{TEXT.nodes}</h3>
        <FacetList facet="nodeType" label={TEXT.nodes} values={NODE_TYPE_LIST.filter((type) => session.data.nodes.some((node) => node.attributes.type === type)).map((type) => ({ value: type, name: NODE_TYPE_NAMES[type][1], sign: colorBy === 'type' ? <TypeDot type={type} /> : undefined }))} />
        <UnconnectedSwitch />
      </section>
      <section>
        <h3>{TEXT.edges}</h3>
        {EDGE_CLASS_LIST.map((name) => <EdgeClassSwitch key={name} name={name} />)}
      </section>
      <section>
        <h3>{TEXT.howSure}</h3>
        <FacetList facet="modality" label={TEXT.howSure} values={(Object.keys(MODALITY_NAMES) as Modality[]).map((value) => ({ value, name: MODALITY_NAMES[value], sign: <LineSign kind={MODALITY_SIGNS[value]} /> }))} />
        <FacetList facet="polarity" label={TEXT.howSure} values={(['affirmed', 'negated'] as const).map((value) => ({ value, name: POLARITY_NAMES[value], sign: <LineSign kind={value === 'negated' ? 'negated' : 'solid'} /> }))} />
        <FacetList facet="status" label={TEXT.howSure} values={(['reported', 'claimed', 'disputed'] as const).map((value) => ({ value, name: STATUS_NAMES[value], sign: <LineSign kind={STATUS_SIGNS[value]} /> }))} />
        <ConfidenceSlider />
      </section>
      <Sources />
    </div>
  );
}

/** The switch for nodes without any edge, where there are such. */
function UnconnectedSwitch(): JSX.Element | null {
  const { session } = useDesk();
  const { hideUnconnected } = useStore(session.filters);
  const number = useMemo(() => session.data.nodes.filter((_, node) => isUnconnected(session.data, node)).length, [session]);
  if (number === 0) return null;
  return (
    <ul class="facet">
      <li>
        <label>
          <input type="checkbox" checked={!hideUnconnected} onChange={() => session.filters.update((now) => ({ ...now, hideUnconnected: !now.hideUnconnected }))} />
          <span class="name">{TEXT.unconnected}</span>
          <span class="number">{number}</span>
        </label>
      </li>
    </ul>
  );
}

/** A class of edges as one switch, its types behind it. */
function EdgeClassSwitch({ name }: { readonly name: EdgeClass }): JSX.Element | null {
  const { session } = useDesk();
  const { table: { facets: { edgeType } } } = session;
  const [isOpen, setOpen] = useState(false);
  const filters = useStore(session.filters);
  const { counts } = useStore(session.view);
  const present = new Set(session.data.edges.map((edge) => edge.attributes.type));
  const types = EDGE_TYPE_LIST.filter((type) => classOf(type) === name && present.has(type));
  if (types.length === 0) return null;
  const hidden = types.filter((type) => filters.hidden.edgeType.has(type)).length;
  const total = types.reduce((sum, type) => sum + (counts.edgeType[edgeType.values.indexOf(type)] ?? 0), 0);
  return (
    <div class="edge-class">
      <div class="class-row">
        <label>
          <input type="checkbox" checked={hidden === 0} ref={(box) => { if (box) box.indeterminate = hidden > 0 && hidden < types.length; }} onChange={() => session.filters.update((now) => setShown(now, 'edgeType', types, hidden > 0))} />
          <i class="stroke" data-class={name} aria-hidden="true" />
          <span class="name">{EDGE_CLASS_NAMES[name]}</span>
          <span class="number">{total}</span>
        </label>
        <button type="button" class="expand" aria-expanded={isOpen} aria-label={TEXT.typesOf(EDGE_CLASS_NAMES[name])} onClick={() => setOpen(!isOpen)}>{isOpen ? '−' : '+'}</button>
      </div>
      {isOpen && <FacetList facet="edgeType" label={EDGE_CLASS_NAMES[name]} values={types.map((type) => ({ value: type, name: EDGE_TYPE_NAMES[type] }))} />}
    </div>
  );
}

function ConfidenceSlider(): JSX.Element {
  const { session } = useDesk();
  const { minConfidence } = useStore(session.filters);
  const onChange = (event: TargetedEvent<HTMLInputElement>): void => {
    const value = Number(event.currentTarget.value);
    session.filters.update((now) => ({ ...now, minConfidence: value }));
  };
  return (
    <label class="slider">
      <span>{TEXT.minConfidence} <output>{percent(minConfidence)}</output></span>
      <input type="range" min="0" max="0.95" step="0.05" value={minConfidence} onChange={onChange} />
    </label>
  );
}
