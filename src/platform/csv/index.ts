/**
 * CSV (RFC 4180): one reader for every file that people bring, one writer for every file that they take along. What is
 * written is guarded against being taken for a formula, and reading takes that guard off again.
 */
export { type CsvRead, type CsvRow, readCsv } from './read.ts';
export { csvCell, csvLine, csvMark } from './write.ts';
