import { QueryClient } from '@tanstack/react-query';
import { Problem, Unreachable } from '../api/problem';

const MOST_RETRIES = 3;

/** Reads are asked again where waiting helps; a refusal is an answer. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) =>
          failures < MOST_RETRIES && (error instanceof Unreachable || (error instanceof Problem && error.passing)),
        retryDelay: (failures, error) => error instanceof Problem && error.retryAfter !== null
          ? error.retryAfter * 1000 : Math.min(1000 * 2 ** failures, 8000),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
