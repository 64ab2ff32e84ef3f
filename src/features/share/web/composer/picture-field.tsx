import { Button, FileButton, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconPhotoPlus } from '@tabler/icons-react';
import { type DragEvent, type ReactElement, useState } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';
import classes from './composer.module.css';
import type { ComposerForm } from './composer-form.ts';
import { type Upload, useUpload } from './use-upload.ts';

interface Props {
  readonly picture: ComposerForm['picture'];
  readonly onChange: (picture: ComposerForm['picture']) => void;
  readonly error: string | undefined;
}

function firstPicture(files: FileList | undefined): File | null {
  return [...(files ?? [])].find((file) => file.type.startsWith('image/')) ?? files?.[0] ?? null;
}

/** A picture of one's own for Slack and the post: by button, dropped, or pasted; with its description. */
export function PictureField({ picture, onChange, error }: Props): ReactElement {
  const upload = useUpload(({ id, url }) => onChange({ id, url, alt: picture?.alt ?? '' }));
  useWindowEvent('paste', (event) => {
    const file = firstPicture(event.clipboardData?.files);
    if (file !== null) upload.start(file);
  });
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500} component="span">
        Picture{' '}
        <Text span size="sm" c="dimmed" fw={400}>
          (optional)
        </Text>
      </Text>
      {picture === null ? (
        <DropZone upload={upload} />
      ) : (
        <div className={classes.picture}>
          <img src={picture.url} alt={picture.alt} />
          <Stack gap="xs" style={{ flex: 1, minWidth: 200 }}>
            <TextInput
              label="Description for people who can’t see it"
              required
              maxLength={1000}
              value={picture.alt}
              onChange={(event) => onChange({ ...picture, alt: event.currentTarget.value })}
              error={error}
            />
            <Group gap="xs">
              <PictureButton upload={upload}>Replace</PictureButton>
              <Button size="xs" variant="default" onClick={() => onChange(null)}>
                Remove
              </Button>
            </Group>
          </Stack>
        </div>
      )}
      {upload.share !== null && <Progress value={upload.share * 100} aria-label="Uploading the picture" animated />}
      {upload.error !== null && (
        <Text size="sm" c="red" role="alert">
          {sentenceOf(upload.error)}
        </Text>
      )}
    </Stack>
  );
}

function PictureButton({ upload, children }: { readonly upload: Upload; readonly children: string }): ReactElement {
  return (
    <FileButton accept="image/*" onChange={(file) => file !== null && upload.start(file)}>
      {(button) => (
        <Button {...button} size="xs" variant="default" loading={upload.share !== null}>
          {children}
        </Button>
      )}
    </FileButton>
  );
}

function DropZone({ upload }: { readonly upload: Upload }): ReactElement {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = firstPicture(event.dataTransfer.files);
    if (file !== null) upload.start(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same by keyboard
    <div
      className={classes.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconPhotoPlus size={24} stroke={1.5} aria-hidden />
      <Text size="sm" c="dimmed">
        Drop or paste a picture, or
      </Text>
      <PictureButton upload={upload}>Choose a file</PictureButton>
    </div>
  );
}
