/**
 * Importing a file of rows, whatever the rows are about: which column tells what, a verdict for each row, marks by which
 * what is done is what was shown, and the rows that were not taken as a file to mend. Slices say what a row means.
 */
export { minorIn } from './amount.ts';
export { folded, guessMapping, listed, type Mapping, type Spellings, toldBy } from './columns.ts';
export { bodyLimit, type ReadImport, type Refused, readImport, refuse } from './read-import.ts';
export { type Change, type Doable, judgedDifferently, markOf, refusedFile, sortOut } from './rows.ts';
export { changeShape, columnsShape, fileShape, mappingShape, marksShape, showColumns } from './shapes.ts';
export { unfitRow } from './unfit-row.ts';
