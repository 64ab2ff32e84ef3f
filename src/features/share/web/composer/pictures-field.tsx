import { ActionIcon, Button, FileButton, Group, Progress, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconPhotoPlus } from '@tabler/icons-react';
import { type DragEvent, type ReactElement, useState } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';
import classes from './composer.module.css';
import type { Part } from './part.ts';
import { mostPictures, movedPicture, type Picture, picturesOf, withPictures } from './pictures.ts';
import type { FormField } from './readiness.ts';
import { type Upload, useUpload } from './use-upload.ts';

function firstPicture(files: FileList | undefined): File | null {
  return [...(files ?? [])].find((file) => file.type.startsWith('image/')) ?? files?.[0] ?? null;
}

const altField = (place: number): FormField => (place === 0 ? 'picture.alt' : `morePictures.${place - 1}.alt`);

/** Up to four pictures for Slack and the posts, if there are any: by button, dropped, or pasted; each with its description, in an order. */
export function PicturesField({ form, patch, problems }: Part): ReactElement {
  const pictures = picturesOf(form);
  const write = (list: readonly Picture[]): void => patch(withPictures(list));
  const upload = useUpload(({ id, url }) => write([...pictures, { id, url, alt: '' }]));
  const hasRoom = pictures.length < mostPictures;
  useWindowEvent('paste', (event) => {
    const file = firstPicture(event.clipboardData?.files);
    if (file !== null && hasRoom) upload.start(file);
  });
  return (
    <Stack gap={10}>
      <Text size="sm" fw={500} component="span">
        Pictures{' '}
        <Text span size="sm" c="dimmed" fw={400}>
          (optional, up to {mostPictures})
        </Text>
      </Text>
      {pictures.map((picture, place) => (
        <OnePicture
          key={picture.id}
          picture={picture}
          place={place}
          count={pictures.length}
          error={problems[altField(place)]}
          onChange={(changed) => write(pictures.with(place, changed))}
          onMove={(by) => write(movedPicture(pictures, place, by))}
          onRemove={() => write(pictures.toSpliced(place, 1))}
        />
      ))}
      {hasRoom && <DropZone upload={upload} first={pictures.length === 0} />}
      {upload.share !== null && <Progress value={upload.share * 100} aria-label="Uploading the picture" animated />}
      {upload.error !== null && (
        <Text size="sm" c="red" role="alert">
          {sentenceOf(upload.error)}
        </Text>
      )}
      {pictures.length > 0 && form.kind === 'shares' && (
        <Switch
          checked={form.postsPictures}
          onChange={(event) => patch({ postsPictures: event.currentTarget.checked })}
          label="Post the pictures themselves"
          description="In place of the link card; the link stays in the text. Otherwise the first one is the card’s picture."
        />
      )}
    </Stack>
  );
}

interface OneProps {
  readonly picture: Picture;
  /** From 0. */
  readonly place: number;
  readonly count: number;
  readonly error: string | undefined;
  readonly onChange: (picture: Picture) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function OnePicture({ picture, place, count, error, onChange, onMove, onRemove }: OneProps): ReactElement {
  const upload = useUpload(({ id, url }) => onChange({ ...picture, id, url }));
  const which = count === 1 ? '' : ` (picture ${place + 1})`;
  return (
    <div className={classes.picture}>
      <img src={picture.url} alt={picture.alt} />
      <Stack gap="xs" style={{ flex: 1, minWidth: 200 }}>
        <TextInput
          label={`Description for people who can’t see it${which}`}
          required
          maxLength={1000}
          value={picture.alt}
          onChange={(event) => onChange({ ...picture, alt: event.currentTarget.value })}
          error={error}
        />
        <Group gap="xs">
          <PictureButton upload={upload}>Replace</PictureButton>
          <Button size="xs" variant="default" onClick={onRemove}>
            Remove
          </Button>
          {count > 1 && (
            <>
              <ActionIcon
                variant="default"
                aria-label={`Move picture ${place + 1} up`}
                disabled={place === 0}
                onClick={() => onMove(-1)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={`Move picture ${place + 1} down`}
                disabled={place === count - 1}
                onClick={() => onMove(1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
            </>
          )}
        </Group>
        {upload.error !== null && (
          <Text size="sm" c="red" role="alert">
            {sentenceOf(upload.error)}
          </Text>
        )}
      </Stack>
    </div>
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

function DropZone({ upload, first }: { readonly upload: Upload; readonly first: boolean }): ReactElement {
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
      data-small={!first}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconPhotoPlus size={24} stroke={1.5} aria-hidden />
      <Text size="sm" c="dimmed">
        {first ? 'Drop or paste a picture, or' : 'Drop or paste another, or'}
      </Text>
      <PictureButton upload={upload}>Choose a file</PictureButton>
    </div>
  );
}
