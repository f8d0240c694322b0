// There is no Docker where tests run: the files are read for what must not be lost from them.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from './cli/command.ts';

interface Service {
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const { services, volumes } = parse(readFileSync('docker-compose.yml', 'utf8')) as { services: Readonly<Record<'neo4j' | 'redis' | 'worker', Service>>; volumes: Readonly<Record<string, null>> };
const { neo4j, redis, worker } = services;

it('opens ports on the loopback alone', () => {
  const ports = [neo4j, redis, worker].flatMap((service) => service.ports ?? []);
  expect(ports.length).toBe(3);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
});

it('starts queue and worker only where they are asked for', () => {
  expect([neo4j.profiles, redis.profiles, worker.profiles]).toEqual([undefined, ['worker'], ['worker']]);
});

it('keeps the jobs on the disk, and drops none', () => {
  expect(redis.command?.join(' ')).toBe('redis-server --appendonly yes --maxmemory-policy noeviction');
  expect(redis.volumes).toEqual(['redis-data:/data']);
  expect(Object.keys(volumes)).toEqual(['neo4j-data', 'redis-data']);
});

it('gives the worker options that it has, once what it needs is well', async () => {
  expect(worker.depends_on).toEqual({ neo4j: { condition: 'service_healthy' }, redis: { condition: 'service_healthy' } });
  for (const { healthcheck } of [neo4j, redis, worker]) expect(healthcheck?.test.length).toBeGreaterThan(1);
  const [command = '', ...args] = worker.command ?? [];
  const { stdout: help } = await run([command, '--help']);
  for (const option of args.filter((arg) => arg.startsWith('--'))) expect(help).toContain(`${option} <`);
  expect(worker.environment?.['NEO4J_PASSWORD']).toMatch(/^\$\{NEO4J_PASSWORD:\?/);
});

it('runs the worker as a user without rights, with what it needs and no more', () => {
  const [, image = ''] = readFileSync('Dockerfile', 'utf8').split(/^FROM .* AS build$/m)[1]?.split(/^(?=FROM )/m) ?? [];
  expect(image).toMatch(/^FROM node:22-slim$/m);
  expect(image).toMatch(/^RUN npm ci --omit=dev/m);
  expect(image).toMatch(/^USER node$/m);
  expect([...image.matchAll(/^COPY .*?(\S+)$/gm)].map(([, to]) => to)).toEqual(['./', 'dist', 'model']);
});
