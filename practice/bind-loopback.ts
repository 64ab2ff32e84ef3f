/**
 * Loaded into the local-slack binary before it starts (Bun's --preload): the program has no option for the address it
 * listens on and would take all of them, so its door is narrowed to this machine here. It also leaves when whoever
 * started it is gone, so that a killed test run leaves no Slack behind.
 */
const bun = (globalThis as unknown as { Bun: { serve(options: object): unknown } }).Bun;
const serve = bun.serve.bind(bun);
bun.serve = (options) => serve({ ...options, hostname: '127.0.0.1' });

const starter = process.ppid;
setInterval(() => {
  if (process.ppid !== starter) process.exit(0);
}, 1_000).unref();
