import { DragomanError } from '../../src/errors.ts';
import { graphDocument } from '../json.ts';
import type { GraphSource } from '../source.ts';
import type { Exporter } from './exporter.ts';

/** Where the viewer looks for a graph in its own page. */
const PLACE = /(<script\b(?=[^>]*\bid="graph")(?=[^>]*\btype="application\/json")[^>]*>)[^<]*(<\/script>)/;

/** In JSON a "<" stands in strings only. Escaped, no text of a story can end the element or open a comment. */
const safe = (json: string): string => json.replaceAll('<', '\\u003c');

function* write(graph: GraphSource, template: string | undefined): Generator<string> {
  const place = template === undefined ? null : PLACE.exec(template);
  if (template === undefined || !place) {
    throw new DragomanError('E_INTERNAL', { what: 'html', why: 'the viewer in one file, with a place for the graph, is missing' });
  }
  yield template.slice(0, place.index) + place[1];
  for (const piece of graphDocument(graph)) yield safe(piece);
  yield place[2] + template.slice(place.index + place[0].length);
}

export const html: Exporter = {
  format: 'html',
  extension: 'html',
  mediaType: 'text/html',
  means: 'one page with viewer and graph that opens from the disk, without a network',
  flavours: [],
  canAggregate: false,
  files: (graph, { template }) => [{ name: 'graph.html', chunks: write(graph, template) }],
};
