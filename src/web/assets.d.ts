declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.css' {}

/** Read by react-remove-scroll (inside Mantine's overlays) when it adds its style element. */
declare var __webpack_nonce__: string | undefined;
