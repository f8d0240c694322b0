export * from '../../graph/lookup/graph-data.ts';
