/** The page of a share request shows its links. */
export { LinksPanel } from './links-panel.tsx';
