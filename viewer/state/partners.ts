export * from '../../graph/lookup/partners.ts';
