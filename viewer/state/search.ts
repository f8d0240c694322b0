export * from '../../graph/lookup/search.ts';
