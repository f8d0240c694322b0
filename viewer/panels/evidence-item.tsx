import type { JSX } from 'preact';
import type { EndMention, Evidence } from '../../graph/schema.ts';
import { cite } from '../state/citation.ts';
import { labelOf, storyOf } from '../state/graph-data.ts';
import { EDGE_TYPE_NAMES, percent, TEXT } from '../strings.ts';
import { CopyButton } from './copy-button.tsx';
import { useDesk } from './desk.ts';
import { Link, NodeLink } from './links.tsx';
import { EvidenceSentence } from './marked-text.tsx';

/** A sentence that states an edge, and all that is known about it. */
export function EvidenceItem({ item, onNotice }: { readonly item: Evidence; readonly onNotice: () => void }): JSX.Element {
  const { data } = useDesk().session;
  const story = storyOf(data, item.story);
  return (
    <li class="evidence">
      <EvidenceSentence item={item} story={story} />
      <dl class="facts">
        <dt>{TEXT.claimedBy}</dt>
        <dd><Claimers keys={item.attributedTo} /></dd>
        <Resolved name={TEXT.source} mention={item.sourceMention} />
        <Resolved name={TEXT.target} mention={item.targetMention} />
        <When item={item} />
        {item.place !== undefined && <><dt>{TEXT.where}</dt><dd><NodeLink node={item.place} /></dd></>}
        {item.answers !== undefined && <><dt>{TEXT.answers}</dt><dd><Answered edge={item.answers} /></dd></>}
        <dt>{TEXT.outlet}</dt>
        <dd dir="auto">{story?.outlet ?? TEXT.unknownOutlet}{credits(item)}</dd>
        <dt>{TEXT.rule}</dt>
        <dd><code>{item.rule}</code></dd>
        <dt>{TEXT.confidence}</dt>
        <dd><meter min="0" max="1" value={item.confidence} aria-label={TEXT.confidence} /> {percent(item.confidence)}</dd>
      </dl>
      <p class="actions">
        <Link to={{ kind: 'story', story: item.story, at: item.start }} class="read-story">
          {TEXT.readStory}{story !== undefined && <>: <span dir="auto">{story.title}</span></>}
        </Link>
        <CopyButton class="linklike" label={TEXT.copyCitation} textOf={() => cite(item, story)} />
      </p>
      <p class="notice-line">
        {TEXT.notice} <button type="button" class="linklike" onClick={onNotice}>{TEXT.aboutNotice}</button>
      </p>
    </li>
  );

  function credits({ outlets = [] }: Evidence): string {
    return outlets.length === 0 ? '' : ` (${TEXT.credited}: ${outlets.map((key) => labelOf(data, key)).join(', ')})`;
  }
}

function Claimers({ keys }: { readonly keys: readonly string[] }): JSX.Element {
  if (keys.length === 0) return <>{TEXT.reporterVoice}</>;
  return <>{keys.map((key, depth) => <span key={key}>{depth > 0 && <span class="says"> {TEXT.says} </span>}<NodeLink node={key} /></span>)}</>;
}

/** A pronoun or description, and the name that it stands for. */
function Resolved({ name, mention }: { readonly name: string; readonly mention: EndMention }): JSX.Element | null {
  if (mention.resolved === undefined) return null;
  return <><dt>{name}</dt><dd>“<bdi>{mention.text}</bdi>” {TEXT.stands} <bdi>{mention.resolved}</bdi></dd></>;
}

function When({ item }: { readonly item: Evidence }): JSX.Element | null {
  if (item.date === undefined && item.dateText === undefined) return null;
  return (
    <>
      <dt>{TEXT.when}</dt>
      <dd>{item.date?.replace('/', ' – ')}{item.dateText !== undefined && <> <span class="as-written">“<bdi>{item.dateText}</bdi>”</span></>}</dd>
    </>
  );
}

function Answered({ edge }: { readonly edge: string }): JSX.Element {
  const { data } = useDesk().session;
  const at = data.edgeAt.get(edge);
  if (at === undefined) return <code>{edge}</code>;
  const { source, target, attributes } = data.edges[at]!;
  return <Link to={{ kind: 'edge', edge }}><bdi>{labelOf(data, source)}</bdi> {EDGE_TYPE_NAMES[attributes.type]} <bdi>{labelOf(data, target)}</bdi></Link>;
}
