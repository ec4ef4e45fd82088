import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { signedIn } from './scripts/dev-sign-in.ts';

/** The gateway that the development server talks to. */
const product = process.env.RAPPORT_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  server: {
    port: Number(process.env.PORT ?? 5173),
    proxy: {
      '/api': { target: product, configure: signedIn(product, process.env.RAPPORT_CLIENT) },
      '^/(login|logout|signed-out|oauth2|openapi.json|asyncapi.json|docs)': { target: product },
    },
  },
  build: {
    target: 'es2023',
    manifest: true,
    chunkSizeWarningLimit: 1200,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    setupFiles: ['src/frame/testing.ts'],
  },
});
