import { Modal, type ModalProps } from '@mantine/core';
import { type ReactElement, useSyncExternalStore } from 'react';
import { onQuestionChange, openQuestion } from '../step-up/asking.ts';
import { useWayBack } from './way-back.ts';

/**
 * A window over the page. While the person is asked to confirm that it's them, in a window above this one, Escape belongs
 * to that one alone: what was typed here stays. Closed, it gives the focus back to what opened it.
 */
export function Window({ closeOnEscape = true, ...rest }: ModalProps): ReactElement {
  useWayBack();
  const isAsked = useSyncExternalStore(onQuestionChange, openQuestion, () => null) !== null;
  return <Modal centered {...rest} closeOnEscape={closeOnEscape && !isAsked} />;
}
