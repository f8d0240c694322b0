export { startApi, type ApiOptions } from './server.ts';
