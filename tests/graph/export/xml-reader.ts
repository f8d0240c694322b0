import { DOMParser } from '@xmldom/xmldom';

/** An element with what stands in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** As much of a DOM element as is read here; the parser's types want a browser's library. */
interface DomElement {
  readonly nodeType: number;
  readonly tagName: string;
  readonly textContent: string | null;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
  readonly childNodes: ArrayLike<DomElement>;
}

const ELEMENT = 1;

/** All elements of a document in order, by a parser that stops at the first fault. */
export function elements(xml: string): XmlElement[] {
  const fail = (message: string): never => {
    throw new Error(message);
  };
  const document = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } }).parseFromString(xml, 'text/xml');
  const found = (document as unknown as { getElementsByTagName(name: string): ArrayLike<DomElement> }).getElementsByTagName('*');
  return Array.from(found, elementOf);
}

function elementOf(element: DomElement): XmlElement {
  return {
    name: element.tagName,
    attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
    text: element.textContent ?? '',
    children: Array.from(element.childNodes).filter(({ nodeType }) => nodeType === ELEMENT).map(elementOf),
  };
}
