import { dayRange, dayText } from './dates.ts';
import { FACET_NAMES, type FacetTable } from './facets.ts';
import { NO_FILTERS, setDays, setShown, showOnly, UNDATED_WAYS, type Filters } from './filters.ts';
import type { GraphData } from './graph-data.ts';
import { COLOR_BY, DEFAULT_LOOK, LAYOUTS, SIZE_BY, type CameraView, type Look } from './look.ts';
import { readSelection, writeSelection, type Selection } from './selection.ts';

/** All that a link restores. */
export interface SharedView {
  readonly selection: Selection;
  readonly filters: Filters;
  readonly look: Look;
  readonly camera: CameraView | undefined;
}

/** The view as parameters of an address; what is as at the start is left out, and of each facet the shorter list is written. */
export function writeView(table: FacetTable, view: SharedView): URLSearchParams {
  const parameters = writeSelection(view.selection);
  writeFilters(parameters, table, view.filters);
  if (view.look.layout !== DEFAULT_LOOK.layout) parameters.set('layout', view.look.layout);
  if (view.look.colorBy !== DEFAULT_LOOK.colorBy) parameters.set('color', view.look.colorBy);
  if (view.look.sizeBy !== DEFAULT_LOOK.sizeBy) parameters.set('size', view.look.sizeBy);
  if (view.look.view !== DEFAULT_LOOK.view) parameters.set('view', view.look.view);
  if (view.camera !== undefined) {
    const { x, y, ratio } = view.camera;
    parameters.set('camera', [x, y, ratio].map((number) => number.toFixed(4)).join(','));
  }
  return parameters;
}

function writeFilters(parameters: URLSearchParams, table: FacetTable, filters: Filters): void {
  for (const name of FACET_NAMES) {
    const hidden = filters.hidden[name];
    if (hidden.size === 0) continue;
    const { values } = table.facets[name];
    const shown = values.filter((value) => !hidden.has(value));
    const [word, list] = shown.length < hidden.size ? ['only', shown] as const : ['hide', [...hidden]] as const;
    for (const value of list) parameters.append(`${word}.${name}`, value);
    if (list.length === 0) parameters.append(`${word}.${name}`, NONE);
  }
  if (filters.minConfidence > 0) parameters.set('confidence', String(filters.minConfidence));
  if (filters.days !== undefined) parameters.set('days', `${dayText(filters.days.first)}/${dayText(filters.days.last)}`);
  if (filters.undated !== NO_FILTERS.undated) parameters.set('undated', filters.undated);
  if (filters.hideUnconnected) parameters.set('unconnected', 'hide');
}

/** Stands for an empty list, which an address cannot hold. */
const NONE = '-';

/** What an address asks for; what the graph lacks or nobody can read is left out. */
export function readView(data: GraphData, table: FacetTable, parameters: URLSearchParams): SharedView {
  const camera = parameters.get('camera')?.split(',').map(Number) ?? [];
  const [x, y, ratio] = camera;
  const isCamera = x !== undefined && y !== undefined && ratio !== undefined && camera.every(Number.isFinite) && ratio > 0;
  return {
    selection: readSelection(data, parameters),
    filters: readFilters(table, parameters),
    look: {
      layout: LAYOUTS.find((name) => name === parameters.get('layout')) ?? DEFAULT_LOOK.layout,
      colorBy: COLOR_BY.find((name) => name === parameters.get('color')) ?? DEFAULT_LOOK.colorBy,
      view: parameters.get('view') === 'table' ? 'table' : DEFAULT_LOOK.view,
      sizeBy: SIZE_BY.find((name) => name === parameters.get('size')) ?? DEFAULT_LOOK.sizeBy,
    },
    camera: isCamera ? { x, y, ratio } : undefined,
  };
}

function readFilters(table: FacetTable, parameters: URLSearchParams): Filters {
  let filters = NO_FILTERS;
  for (const name of FACET_NAMES) {
    const { values } = table.facets[name];
    const known = (list: readonly string[]): string[] => list.filter((value) => values.includes(value));
    const hidden = parameters.getAll(`hide.${name}`);
    const only = parameters.getAll(`only.${name}`);
    if (only.length > 0) filters = showOnly(filters, name, known(only), values);
    else if (hidden.length > 0) filters = setShown(filters, name, known(hidden), false);
  }
  const confidence = Number(parameters.get('confidence') ?? 0);
  if (confidence > 0 && confidence <= 1) filters = { ...filters, minConfidence: confidence };
  const days = dayRange(parameters.get('days') ?? undefined);
  if (days !== undefined) filters = setDays(filters, days);
  const undated = UNDATED_WAYS.find((way) => way === parameters.get('undated'));
  if (undated !== undefined) filters = { ...filters, undated };
  return parameters.get('unconnected') === 'hide' ? { ...filters, hideUnconnected: true } : filters;
}
