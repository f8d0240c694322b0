import { Option } from 'commander';

/** Where the queue is, of the commands that use it. */
export function redisOption(): Option {
  return new Option('--redis <address>', 'the queue: redis://host:port (default: REDIS_URL, else redis://127.0.0.1:6379)');
}
