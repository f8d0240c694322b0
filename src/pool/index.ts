// Many stories → their extractions, on as many cores as are given.

export { createExtractor, defaultWorkers, extractAll, type ExtractAllOptions, type Extractor, type Outcome } from './extract-all.ts';
