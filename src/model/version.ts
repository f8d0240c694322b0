/** Raised when the same story may give another extraction; every graph file carries it. */
export const EXTRACTOR_VERSION = '0.4.0';
