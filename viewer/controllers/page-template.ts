import { TEXT } from '../strings.ts';

const VIEW_ATTRIBUTE = 'data-view';
const GRAPH_TAG = '<script type="application/json" id="graph"';

/**
 * The page in one file with an empty place for a graph, which opens with the given view (the parameters of an address).
 * A page that is itself such a file is its own template; a served one asks for page.html beside it.
 */
export async function pageTemplate(view: string): Promise<string> {
  const template = document.getElementById('graph') === null ? await fetchTemplate() : ownTemplate();
  // Encoded parameters hold nothing that an attribute must escape but the ampersand.
  return template.replace(GRAPH_TAG, () => `${GRAPH_TAG} ${VIEW_ATTRIBUTE}="${view.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`);
}

async function fetchTemplate(): Promise<string> {
  const response = await fetch('page.html');
  if (!response.ok) throw new Error(TEXT.cannotFetch(`${response.status} ${response.statusText}`));
  return response.text();
}

/** This page as it was before its program ran. Parts are written one by one: to copy what the program has made would break the policy on styles. */
function ownTemplate(): string {
  const parts = [...document.body.children].map((element) => {
    if (element.id === 'app') return `<div id="app"><p class="message" role="status">${TEXT.loading}</p></div>`;
    if (element.id === 'graph') return `${GRAPH_TAG}></script>`;
    return element.matches('script, noscript') ? element.outerHTML : '';
  });
  return `<!doctype html>\n<html lang="${document.documentElement.lang}">\n${document.head.outerHTML}\n<body>\n${parts.join('\n')}\n</body>\n</html>\n`;
}

/** Lets a page that was taken away open with the view that it was taken from, unless its address asks for another. */
export function followOwnView(): void {
  const view = document.getElementById('graph')?.getAttribute(VIEW_ATTRIBUTE);
  if (view && location.hash === '') history.replaceState(history.state, '', `#${view}`);
}
