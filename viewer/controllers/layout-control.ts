import type { Session } from '../state/session.ts';
import { circleLayout, communityLayout, storedLayout, type Positions } from '../state/layouts.ts';
import type { Look } from '../state/look.ts';
import { mapLayout, outlineOf } from '../state/world.ts';
import type { Force } from './force.ts';

/**
 * Keeps the places of the nodes in step with the layout that is chosen. `onPlaced` is called when a layout other than
 * the running one stands, to bring it into view, `onStart` before one runs. Returns the function that ends it.
 */
export function controlLayout(session: Session, { onPlaced, onStart }: { readonly onPlaced: () => void; readonly onStart: () => void }): () => void {
  let force: Force | undefined;
  let chosen: Look['layout'] = 'stored';
  const choose = async (layout: Look['layout']): Promise<void> => {
    chosen = layout;
    force?.end();
    force = undefined;
    session.motion.set('none');
    if (layout === 'force') return run();
    const placement = await placementOf(session, layout);
    // Another may have been chosen while the map was on its way.
    if (chosen !== layout) return;
    session.placement.set(placement);
    onPlaced();
  };
  const run = async (): Promise<void> => {
    const { startForce } = await import('./force.ts');
    if (chosen !== 'force') return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let last: Positions | undefined;
    const show = (): void => {
      if (last !== undefined) session.placement.set({ positions: last });
    };
    session.placement.update(({ positions }) => (positions === undefined ? {} : { positions }));
    session.motion.set('running');
    onStart();
    force = startForce(session.data, session.placement.get().positions ?? storedLayout(session.data), {
      onMove(positions) {
        last = positions;
        if (!isStill) show();
      },
      onCalm: () => session.motion.set('paused'),
    });
    const end = session.motion.subscribe((motion) => {
      if (motion === 'running') force?.play();
      else force?.pause();
      if (motion === 'none') end();
      // Who wants no motion sees where it has come to.
      else if (isStill) show();
    });
  };
  const end = session.look.subscribe(({ layout }) => {
    if (layout !== chosen) void choose(layout);
  });
  if (session.look.get().layout !== chosen) void choose(session.look.get().layout);
  return () => {
    end();
    force?.end();
  };
}

async function placementOf({ data }: Session, layout: Exclude<Look['layout'], 'force'>): Promise<ReturnType<Session['placement']['get']>> {
  switch (layout) {
    case 'stored':
      return {};
    case 'circle':
      return { positions: circleLayout(data) };
    case 'community':
      return { positions: communityLayout(data) };
    case 'map': {
      const { default: topology } = await import('world-atlas/countries-110m.json');
      return { ...mapLayout(data), outline: outlineOf(topology) };
    }
  }
}
