import { parseSync, Visitor } from 'vite';

/** A function in a file, counted from its first to its last line. */
export interface FunctionSpan {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** What the checks ask of a TypeScript file. */
export interface Syntax {
  readonly functions: readonly FunctionSpan[];
  /** Lines that hold a comment, in whole or in part. */
  readonly commentLines: number;
  /** Line numbers of the type `any`. */
  readonly anyLines: readonly number[];
  /** Line numbers of assertions (`as`, `!`), without `as const`. */
  readonly castLines: readonly number[];
  /** Imported names by module, types included. */
  readonly imports: readonly { readonly from: string; readonly name: string; readonly line: number }[];
}

/** Reads a TypeScript file. @throws Error if it can't be parsed */
export function readSyntax(path: string, text: string): Syntax {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message ?? 'is no TypeScript'}`);
  const lineAt = lineFinder(text);
  const commented = new Set<number>();
  for (const comment of parsed.comments) {
    for (let line = lineAt(comment.start); line <= lineAt(comment.end - 1); line += 1) commented.add(line);
  }
  return {
    ...walk(parsed.program, lineAt),
    commentLines: commented.size,
    imports: parsed.module.staticImports.flatMap((statement) =>
      statement.entries.map((entry) => ({
        from: statement.moduleRequest.value,
        name: entry.importName.name ?? '*',
        line: lineAt(statement.start),
      })),
    ),
  };
}

type Program = ReturnType<typeof parseSync>['program'];

function walk(
  program: Program,
  lineAt: (offset: number) => number,
): Pick<Syntax, 'functions' | 'anyLines' | 'castLines'> {
  const functions: FunctionSpan[] = [];
  const anyLines: number[] = [];
  const castLines: number[] = [];
  const names = new Map<number, string>();
  const add = (node: { start: number; end: number }, name?: string) => {
    const line = lineAt(node.start);
    functions.push({
      name: name ?? names.get(node.start) ?? `line ${line}`,
      line,
      lines: lineAt(node.end - 1) - line + 1,
    });
  };
  new Visitor({
    VariableDeclarator: (node) => {
      if (node.id.type === 'Identifier' && node.init) names.set(node.init.start, node.id.name);
    },
    Property: (node) => {
      if (node.key.type === 'Identifier') names.set(node.value.start, node.key.name);
    },
    MethodDefinition: (node) => {
      if (node.key.type === 'Identifier') names.set(node.value.start, node.key.name);
    },
    CallExpression: (node) => {
      const callee = node.callee.type === 'Identifier' ? node.callee.name : undefined;
      for (const argument of node.arguments) if (callee) names.set(argument.start, `${callee}()`);
    },
    FunctionDeclaration: (node) => add(node, node.id?.name),
    FunctionExpression: (node) => add(node),
    ArrowFunctionExpression: (node) => add(node),
    TSAnyKeyword: (node) => void anyLines.push(lineAt(node.start)),
    TSNonNullExpression: (node) => void castLines.push(lineAt(node.start)),
    TSAsExpression: (node) => {
      const target = node.typeAnnotation;
      const isConst =
        target.type === 'TSTypeReference' && target.typeName.type === 'Identifier' && target.typeName.name === 'const';
      if (!isConst) castLines.push(lineAt(node.start));
    },
  }).visit(program);
  return { functions, anyLines, castLines };
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
