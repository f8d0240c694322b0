// Stories as jobs in Redis, for many workers: the only importer of bullmq and ioredis. Loaded by the commands that need it.

export { redisAddress, type RedisAddress } from './address.ts';
export { openRedis } from './connection.ts';
export { deadLetters, revive, type DeadLetter } from './dead-letters.ts';
export { Enqueuer, type Enqueued } from './enqueue.ts';
export { serveHealth } from './health.ts';
export { openQueue } from './jobs.ts';
export { countsOf, StoryWorker } from './worker.ts';
