import { defineConfig } from 'vitest/config';
export default defineConfig({ root: '/work/wt/calendar', test: { include: ['src/**/*.test.ts'], maxWorkers: 1, testTimeout: 240000 } });
