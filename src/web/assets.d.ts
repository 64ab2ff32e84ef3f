declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.css' {}

interface ImportMeta {
  /** Vite's: the files of a pattern, by path. */
  readonly glob: <T>(
    pattern: string,
    options: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true },
  ) => Readonly<Record<string, T>>;
}

/** Read by react-remove-scroll (inside Mantine's overlays) when it adds its style element. */
declare var __webpack_nonce__: string | undefined;
