const mostRemembered = 2_000;

/** Remembers what was read from a header: most repeat, and reading one (isbot's pattern, a URL) costs more than the redirect's own work. */
export function remember<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    // Longer ones than any browser sends are not worth keeping, and are not parsed to their end.
    const value = read(text.slice(0, 2_048));
    if (known.size >= mostRemembered) known.clear();
    if (text.length <= 512) known.set(text, value);
    return value;
  };
}
