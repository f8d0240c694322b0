// It stands in graph/lookup, where the API looks things up in the same way.
export * from '../../graph/lookup/sentence-search.ts';
