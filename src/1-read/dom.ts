import { parseHTML } from 'linkedom';

/** The part of the DOM that reading a page takes. */
export interface PageNode {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null;
}

/** Parses a page, however broken, or a fragment of one: text before the first element needs a body around it. */
export function parsePage(html: string): PageDocument {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as PageDocument;
}

const BLOCKS = new Set(('ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML '
  + 'LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL').split(' '));
const NO_TEXT = new Set(('AUDIO BUTTON CANVAS DATALIST FIGCAPTION FIGURE HEAD IFRAME INPUT MAP NAV NOSCRIPT OBJECT PICTURE SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA '
  + 'TITLE VIDEO').split(' '));

/** The text of an element, a line for each block; pictures with their captions, forms and scripts have none. */
export function blockText(root: PageNode): string {
  const parts: string[] = [];
  const walk = (node: PageNode, preformatted: boolean): void => {
    if (node.nodeType === 3) {
      parts.push(preformatted ? node.textContent ?? '' : (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' '));
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (NO_TEXT.has(name)) return;
    const isBlock = BLOCKS.has(name);
    if (isBlock) parts.push('\n');
    for (const child of node.childNodes) walk(child, preformatted || name === 'PRE');
    if (isBlock) parts.push('\n');
  };
  walk(root, false);
  return parts.join('').replace(/[ \t]*\n\s*/g, '\n').trim();
}

/** Plain text of a string that may hold markup or character references, as the bodies of records and feeds do. */
export function stripMarkup(text: string): string {
  const body = parsePage(text).querySelector('body');
  return body === null ? text : blockText(body);
}

/** True where a text has tags or character references to strip. */
export function hasMarkup(text: string): boolean {
  return /<\/?(?:p|div|br|a|span|strong|em|b|i|u|ul|ol|li|h[1-6]|blockquote|img|figure|section|article|table|script|style|sup|sub|html|body|iframe)(?:\s[^<>]*)?\/?>/i.test(text)
    || /&(?:#\d{2,6}|#x[\da-f]{2,5}|amp|quot|apos|nbsp|lt|gt|[lr]squo|[lr]dquo|[mn]dash|hellip|[a-z]{1,6}(?:acute|grave|uml|circ|tilde|cedil|ring));/i.test(text);
}
