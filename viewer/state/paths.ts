export * from '../../graph/lookup/paths.ts';
