import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { COLOURED_COMMUNITIES, largestCommunities } from '../state/communities.ts';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { Link } from './links.tsx';

/** What the colours of communities mean: each by its most mentioned node. */
export function CommunityKey(): JSX.Element {
  const { data } = useDesk().session;
  const { largest, others } = useMemo(() => largestCommunities(data), [data]);
  return (
    <section>
      <h3>{TEXT.communities}</h3>
      <ul class="facet communities">
        {largest.map(({ community, first, size }) => (
          <li key={community}>
            <i class="dot" data-community={community} aria-hidden="true" />
            <Link to={{ kind: 'node', node: data.nodes[first]!.key }}><bdi>{data.nodes[first]!.attributes.label}</bdi></Link>
            <span class="number">{size === 1 ? '' : TEXT.andMore(size - 1)}</span>
          </li>
        ))}
        {others > 0 && <li><i class="dot" data-community={COLOURED_COMMUNITIES} aria-hidden="true" /><span>{TEXT.otherCommunities}</span><span class="number">{others}</span></li>}
      </ul>
    </section>
  );
}
