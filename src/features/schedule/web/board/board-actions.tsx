import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconPrinter, IconSend, IconSparkles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import type { BoardSearch } from './board-search.ts';
import { isAtWork, latestUpdateQuery } from './update-api.ts';

interface Props {
  readonly periodId: string;
  /** What would be undone; null when nothing. */
  readonly undo: string | null;
  readonly search: BoardSearch;
  readonly onUndo: () => void;
  readonly onPanel: (panel: 'update' | 'publish') => void;
}

/** What is done with the whole period. */
export function BoardActions({ periodId, undo, search, onUndo, onPanel }: Props): ReactElement {
  const latest = useQuery(latestUpdateQuery(periodId)).data;
  useUndoKey(undo === null ? null : onUndo);
  const word = isAtWork(latest) ? 'Updating…' : latest?.state === 'done' ? 'See the result' : 'Update schedule';
  const { day, locations, roles } = search;
  return (
    <>
      <Tooltip label={undo === null ? 'Nothing to undo' : `Undo: ${undo} (Ctrl+Z)`}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={undo === null ? 'Undo' : `Undo: ${undo}`}
          disabled={undo === null}
          onClick={onUndo}
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Print or PDF">
        <LinkButton
          to="/team/schedule/print"
          search={{ day, locations, roles }}
          variant="default"
          px={8}
          aria-label="Print"
        >
          <IconPrinter size={18} aria-hidden />
        </LinkButton>
      </Tooltip>
      <Button
        variant="default"
        px="sm"
        leftSection={<IconSparkles size={18} aria-hidden />}
        onClick={() => onPanel('update')}
        data-at-work={isAtWork(latest)}
        data-tour="board-update"
      >
        {word}
      </Button>
      <Button
        px="sm"
        leftSection={<IconSend size={18} aria-hidden />}
        onClick={() => onPanel('publish')}
        data-tour="board-publish"
      >
        Publish
      </Button>
    </>
  );
}

/** Ctrl+Z, or Cmd+Z on a Mac; not while somebody types or a window is open. */
function useUndoKey(onUndo: (() => void) | null): void {
  useEffect(() => {
    if (onUndo === null) return;
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || event.repeat || document.querySelector('[role="dialog"]') !== null) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]'))
        return;
      event.preventDefault();
      onUndo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onUndo]);
}
