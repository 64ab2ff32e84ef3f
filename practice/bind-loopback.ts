/**
 * Loaded into the local-slack binary before it starts (Bun's --preload): the program has no option for the address it
 * listens on and would take all of them, so its door is narrowed to this machine here.
 */
const bun = (globalThis as unknown as { Bun: { serve(options: object): unknown } }).Bun;
const serve = bun.serve.bind(bun);
bun.serve = (options) => serve({ ...options, hostname: '127.0.0.1' });
