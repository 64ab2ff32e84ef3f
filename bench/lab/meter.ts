/**
 * Loaded before a program's first line (`node --import`): tells its parent over IPC what the process has used so far. Nothing of the
 * program itself is changed for being measured.
 */
process.on('message', (message) => {
  if (message !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuUs: user + system, rssBytes: process.memoryUsage.rss() });
});
// Measuring must not keep a program alive that has ended.
process.channel?.unref();
