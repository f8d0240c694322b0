import type { JSX, TargetedEvent, TargetedPointerEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dayRange, dayText } from '../state/dates.ts';
import { setDays, UNDATED_WAYS, type Filters } from '../state/filters.ts';
import { stepAfter, timelineOf, type Timeline as TimelineData } from '../state/timeline.ts';
import { EDGE_CLASS_LIST } from '../state/vocabulary.ts';
import { count, TEXT, UNDATED_NAMES } from '../strings.ts';
import { useDesk } from './desk.ts';
import { useStore } from './use-store.ts';

const HEIGHT = 44;
const PLAY_MS = 900;

/** Events over time: drag over the bars, or type two dates, to see that time only. */
export function Timeline(): JSX.Element | null {
  const { session } = useDesk();
  const filters = useStore(session.filters);
  const view = useStore(session.view);
  const timeline = useMemo(() => timelineOf(session.data, session.table, filters, view), [session, filters, view]);
  const setRange = (days: Filters['days']): void => session.filters.update((now) => setDays(now, days));
  const play = usePlay(timeline, filters.days, setRange);
  if (timeline.bins.length === 0 && timeline.undated === 0 && filters.undated !== 'story') return null;
  const onDate = (which: 'first' | 'last') => (event: TargetedEvent<HTMLInputElement>): void => {
    const range = dayRange(event.currentTarget.value);
    if (range === undefined) return;
    const [low, high] = [timeline.bins[0]?.first ?? range.first, timeline.bins.at(-1)?.last ?? range.last];
    const next = { first: filters.days?.first ?? low, last: filters.days?.last ?? high, [which]: range[which] };
    setRange({ first: Math.min(next.first, next.last), last: Math.max(next.first, next.last) });
  };
  const { days } = filters;
  return (
    <section class="timeline" aria-label={TEXT.timeline}>
      {timeline.bins.length > 0 && <Bars timeline={timeline} days={days} onRange={setRange} />}
      <div class="timeline-tools">
        <button type="button" aria-pressed={play.isPlaying} disabled={timeline.bins.length === 0} aria-label={play.isPlaying ? TEXT.pause : TEXT.play} onClick={play.toggle}>{play.isPlaying ? '❚❚' : '▶'}</button>
        <label>{TEXT.from} <input type="date" value={days === undefined ? '' : dayText(days.first)} onChange={onDate('first')} /></label>
        <label>{TEXT.until} <input type="date" value={days === undefined ? '' : dayText(days.last)} onChange={onDate('last')} /></label>
        <label>
          {TEXT.undated(timeline.undated)}
          <select value={filters.undated} onChange={(event) => session.filters.set({ ...filters, undated: UNDATED_WAYS[event.currentTarget.selectedIndex]! })}>
            {UNDATED_WAYS.map((way) => <option key={way} value={way}>{UNDATED_NAMES[way]}</option>)}
          </select>
        </label>
        <button type="button" disabled={days === undefined} onClick={() => setRange(undefined)}>{TEXT.allDates}</button>
      </div>
    </section>
  );
}

interface BarsProps { readonly timeline: TimelineData; readonly days: Filters['days']; readonly onRange: (days: Filters['days']) => void }

/** The bars of a timeline; a drag over them gives the days from one to the other. */
export function Bars({ timeline: { bins, highest, unit, isCutBefore, isCutAfter }, days, onRange }: BarsProps): JSX.Element {
  const drawing = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const binAt = (event: TargetedPointerEvent<SVGSVGElement>): number => {
    const { left, width } = drawing.current!.getBoundingClientRect();
    return Math.max(0, Math.min(bins.length - 1, Math.floor(((event.clientX - left) / width) * bins.length)));
  };
  const finish = (): void => {
    if (drag === undefined) return;
    const [from, to] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
    onRange({ first: bins[from]!.first, last: bins[to]!.last });
    setDrag(undefined);
  };
  const chosen = drag === undefined ? days : { first: bins[Math.min(drag.from, drag.to)]!.first, last: bins[Math.max(drag.from, drag.to)]!.last };
  const isChosen = (bin: (typeof bins)[number]): boolean => chosen === undefined || (bin.last >= chosen.first && bin.first <= chosen.last);
  return (
    <>
      <svg
        ref={drawing} class="bars" viewBox={`0 0 ${bins.length} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={TEXT.timelineOf(unit, dayText(bins[0]!.first), dayText(bins.at(-1)!.last))}
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setDrag({ from: binAt(event), to: binAt(event) }); }}
        onPointerMove={(event) => drag !== undefined && setDrag({ from: drag.from, to: binAt(event) })}
        onPointerUp={finish} onPointerCancel={() => setDrag(undefined)}
      >
        {bins.map((bin, place) => (
          <g key={bin.first} class={isChosen(bin) ? 'bin' : 'bin off'}>
            <title>{`${bin.first === bin.last ? dayText(bin.first) : `${dayText(bin.first)} – ${dayText(bin.last)}`}: ${count(Math.round(bin.counts.reduce((sum, part) => sum + part, 0)), 'event')}`}</title>
            <rect class="back" x={place} y={0} width={1} height={HEIGHT} />
            <Stack counts={bin.counts} place={place} highest={highest} />
          </g>
        ))}
      </svg>
      <p class="axis" aria-hidden="true"><span>{isCutBefore ? TEXT.upTo(dayText(bins[0]!.last)) : dayText(bins[0]!.first)}</span><span>{isCutAfter ? TEXT.since(dayText(bins.at(-1)!.first)) : dayText(bins.at(-1)!.last)}</span></p>
    </>
  );
}

function Stack({ counts, place, highest }: { readonly counts: readonly number[]; readonly place: number; readonly highest: number }): JSX.Element {
  let top = HEIGHT;
  return (
    <>
      {counts.map((number, index) => {
        const height = (number / highest) * (HEIGHT - 2);
        top -= height;
        return height > 0 && <rect key={EDGE_CLASS_LIST[index]} class="part" data-class={EDGE_CLASS_LIST[index]} x={place + 0.08} y={top} width={0.84} height={height} />;
      })}
    </>
  );
}

/** Moves the chosen time on by its own length, a step at a time, until the end; from there it begins anew. */
function usePlay({ bins }: TimelineData, days: Filters['days'], setRange: (days: Filters['days']) => void): { isPlaying: boolean; toggle: () => void } {
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => {
      const next = stepAfter(bins, days);
      if (next === undefined) setPlaying(false);
      else setRange(next);
    }, days === undefined ? 0 : PLAY_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, days, bins]);
  const toggle = (): void => {
    if (!isPlaying && stepAfter(bins, days) === undefined) setRange(undefined);
    setPlaying(!isPlaying);
  };
  return { isPlaying, toggle };
}
