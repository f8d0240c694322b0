export { startServer, type RunningServer, type ServerOptions } from './server.ts';
export { viewerPage } from './viewer-files.ts';
