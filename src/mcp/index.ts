export { serveAssistant, type McpOptions } from './server.ts';
