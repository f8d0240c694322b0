export * from '../../graph/lookup/citation.ts';
