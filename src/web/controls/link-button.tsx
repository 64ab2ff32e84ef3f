import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactElement } from 'react';

type ButtonLinkProps = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>;
type AnchorLinkProps = AnchorProps & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>;

function ButtonAsLink(props: ButtonLinkProps): ReactElement {
  return <Button component="a" {...props} />;
}

function AnchorAsLink(props: AnchorLinkProps): ReactElement {
  return <Anchor {...props} />;
}

/** A page's address drawn as a button; its parameters are checked as the router's own links are. */
export const LinkButton = createLink(ButtonAsLink);

/** A page's address within text. */
export const TextLink = createLink(AnchorAsLink);
