import { Modal, type ModalProps } from '@mantine/core';
import { type ReactElement, useSyncExternalStore } from 'react';
import { onQuestionChange, openQuestion } from '../step-up/asking.ts';

/**
 * A window over the page. While the person is asked to confirm that it's them, in a window above this one, Escape belongs
 * to that one alone: what was typed here stays.
 */
export function Window({ closeOnEscape = true, ...rest }: ModalProps): ReactElement {
  const isAsked = useSyncExternalStore(onQuestionChange, openQuestion, () => null) !== null;
  return <Modal centered {...rest} closeOnEscape={closeOnEscape && !isAsked} />;
}
