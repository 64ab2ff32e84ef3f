import { Text } from '@mantine/core';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { TextLink } from '../controls/link-button.tsx';
import { PageHead } from '../controls/page-head.tsx';
import { Panel } from '../controls/panels.tsx';
import type { AnyPreview } from './contract.ts';
import { type ImportKind, ImportSteps } from './import-steps.tsx';

interface Props<Preview extends AnyPreview, Result, Choices extends object> {
  readonly kind: ImportKind<Preview, Result, Choices>;
  readonly title: string;
  readonly explains: string;
  /** The page that it belongs to. */
  readonly above: { readonly to: LinkProps['to']; readonly label: string };
  readonly may: boolean;
  /** What those read who may not. */
  readonly refusal: string;
}

/** A page to import something from a file, for those who may. */
export function ImportPage<Preview extends AnyPreview, Result, Choices extends object>({
  kind,
  title,
  explains,
  above,
  may,
  refusal,
}: Props<Preview, Result, Choices>): ReactElement {
  return (
    <>
      <PageHead
        title={title}
        above={
          <TextLink to={above.to} size="sm">
            {above.label}
          </TextLink>
        }
        explains={explains}
      />
      {may ? (
        <ImportSteps kind={kind} />
      ) : (
        <Panel>
          <Text c="dimmed">{refusal}</Text>
        </Panel>
      )}
    </>
  );
}
