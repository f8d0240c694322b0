// Many stories → their extractions, on as many cores as are given.

export { defaultWorkers, extractAll, type ExtractAllOptions, type Outcome } from './extract-all.ts';
