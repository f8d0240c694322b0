// Every error that a user can meet: a code, one sentence, and what to do about it.

/** What each code means to the user. `{name}` places are filled from the error's details. */
export const ERRORS = {
  E_USAGE: { message: '{what}', remedy: 'see dragoman --help' },
  E_NO_INPUT: { message: 'nothing usable in {what}', remedy: 'give stories as .txt, .md, .html, .json, .jsonl, RSS or Atom, or a folder of them' },
  E_NOT_FOUND: { message: '{what}: no such file or folder', remedy: 'check the path' },
  E_PERMISSION: { message: '{what}: no permission to read it', remedy: 'change its mode or owner, or run as a user who may' },
  E_UNREADABLE: { message: '{what}: cannot be read: {why}', remedy: 'check the path and the disk' },
  E_BINARY: { message: '{what}: looks binary, not text', remedy: 'give text, HTML, JSON or a feed' },
  E_ENCODING: { message: '{what}: not valid {encoding}', remedy: 'save it as UTF-8' },
  E_MALFORMED: { message: '{what}: {why}', remedy: 'mend it and run again' },
  E_EMPTY: { message: '{what}: no story text in it', remedy: 'it was left out' },
  E_DUPLICATE: { message: '{what}: the same text as {first}', remedy: 'it counts once' },
  E_LANGUAGE: { message: '{what}: written in {language}, not English', remedy: 'give an English text' },
  E_KIND: { message: '{what}: {why}', remedy: 'it was left out' },
  E_TOO_LARGE: { message: '{what}: {size}; at most {cap} is read', remedy: 'split it into smaller parts' },
  E_DAMAGED: { message: '{what}: some bytes are not valid {encoding}; read as well as they allow', remedy: 'save it as UTF-8' },
  E_FETCH: { message: '{what}: could not be fetched: {why}', remedy: 'check the address and the connection' },
  E_MODEL: { message: 'the language model could not be loaded: {why}', remedy: 'run npm ci again; the model/ folder must be complete' },
  E_VOCABULARY: { message: '{what}: {why}', remedy: 'mend the vocabulary file; docs/vocabulary.md says what it may hold' },
  E_LLM: { message: '{what}: {why}', remedy: 'check --llm and --model; the key is taken from DRAGOMAN_LLM_KEY' },
  E_GRAPH_FILE: { message: '{what}: not a Dragoman graph: {why}', remedy: 'build it again with dragoman build' },
  E_CORRECTIONS: { message: '{what}: no usable corrections: {why}', remedy: 'mend the file or move it away' },
  E_PROJECT: { message: '{what}: {why}', remedy: 'make a project folder with dragoman init' },
  E_BUSY: { message: '{what}: another {work} is at work in this project', remedy: 'wait for it to end and run again' },
  E_STORY: { message: '{what}: no such story in this project', remedy: 'give the id of a story, or the file or address that it was added from' },
  E_FEED: { message: '{what}: {why}', remedy: 'give the address of an RSS, Atom or JSON feed' },
  E_NO_FEEDS: { message: '{what}: no feeds to read', remedy: 'subscribe to one with dragoman add --feed URL' },
  E_WRITE: { message: '{what}: could not be written: {why}', remedy: 'check the folder and the space left on the disk' },
  E_PORT: { message: 'port {what} cannot be used: {why}', remedy: 'choose another with --port; a worker with --health-port' },
  E_VIEWER: { message: '{what}: the viewer is not built', remedy: 'run npm run build' },
  E_NEO4J_UNREACHABLE: { message: '{uri}: no Neo4j answers there: {why}', remedy: 'start it (npm run neo4j, or docker compose up), or mend --uri' },
  E_NEO4J_AUTH: { message: '{uri}: Neo4j does not let {user} in: {why}', remedy: 'mend NEO4J_PASSWORD or --user' },
  E_NEO4J_DATABASE: { message: '{uri}: {why}', remedy: 'name a database that may be written with --database' },
  E_PUSH: { message: '{uri}: the push stopped: {why}; loaded so far: {loaded}', remedy: 'run it again, it completes what is missing' },
  E_SHARED_GRAPH: { message: '{what}: {why}', remedy: 'see docs/scale.md for what workers write to, and dragoman dead for what they could not' },
  E_REDIS_UNREACHABLE: { message: '{url}: no Redis answers there: {why}', remedy: 'start it (redis-server, or docker compose --profile worker up), or mend --redis' },
  E_REDIS_AUTH: { message: '{url}: Redis does not let us in: {why}', remedy: 'put user and password into the address in REDIS_URL' },
  E_REDIS: { message: '{url}: {why}', remedy: 'mend the server; docs/scale.md says how it is to be set' },
  E_JOB: { message: 'no usable job: {why}', remedy: 'enqueue the story again with dragoman enqueue' },
  E_QUERY: { message: '{why}', remedy: 'mend the query; docs/cypher.md has examples' },
  E_QUERY_LONG: { message: 'the query was stopped after {seconds} seconds', remedy: 'ask for less, or add LIMIT and name the nodes it begins from' },
  E_QUERY_ENGINE: { message: 'the embedded database could not be used: {why}', remedy: 'run npm ci again, or push the graph to Neo4j' },
  E_PARAMETER: { message: '{what}: {why}', remedy: 'mend it; the description of the API says what it may be' },
  E_REQUEST: { message: '{why}', remedy: 'the address / of the API says what it offers' },
  E_NODE: { message: '{what}: no such node in this graph', remedy: 'search for its name and take the key from there' },
  E_EDGE: { message: '{what}: no such edge in this graph', remedy: 'take the key from a node or a pair; the graph may have changed' },
  E_INTERNAL: { message: '{what}: a step failed: {why}', remedy: 'run again with --debug and report it' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** An error with a code of `ERRORS`; its message is one line and ends in the remedy. */
export class DragomanError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;

  constructor(code: ErrorCode, details: Readonly<Record<string, string>> = {}, options?: { cause?: unknown }) {
    const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => (details[name] ?? '').replace(/\s+/g, ' '));
    super(fill(ERRORS[code].message), options);
    this.name = 'DragomanError';
    this.code = code;
    this.remedy = ERRORS[code].remedy;
  }
}
