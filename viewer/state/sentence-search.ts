export * from '../../graph/lookup/sentence-search.ts';
