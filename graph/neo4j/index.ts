export type { Pruned } from './prune.ts';
export { describeLoaded, pushGraph, type Loaded, type PushOptions, type PushSummary } from './push.ts';
export { SharedGraph } from './shared-graph.ts';
export { checkUri, type PushTarget } from './target.ts';
