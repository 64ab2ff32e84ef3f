import { Button, FileButton, Group, Text, Textarea, TextInput } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';
import classes from './composer.module.css';
import type { Card } from './composer-form.ts';
import { type Upload, useUpload } from './use-upload.ts';

interface Props {
  readonly card: Card;
  readonly onChange: (card: Card) => void;
}

/** The link card: what the page says of itself, to be put right by hand where the page says it badly. */
export function CardFields({ card, onChange }: Props): ReactElement {
  const upload = useUpload(({ id, url }) => onChange({ ...card, pictureId: id, pictureUrl: url }));
  return (
    <fieldset className={classes.card}>
      <legend className={classes.legend}>Link card</legend>
      <CardPicture card={card} onChange={onChange} upload={upload} />
      <div className={classes.cardWords}>
        <TextInput
          size="sm"
          label="Card title"
          value={card.title}
          maxLength={300}
          onChange={(event) => onChange({ ...card, title: event.currentTarget.value })}
        />
        <Textarea
          size="sm"
          label="Card description"
          autosize
          minRows={2}
          maxRows={4}
          maxLength={1000}
          value={card.description}
          onChange={(event) => onChange({ ...card, description: event.currentTarget.value })}
        />
        {upload.error !== null && (
          <Text size="sm" c="red" role="alert">
            {sentenceOf(upload.error)}
          </Text>
        )}
      </div>
    </fieldset>
  );
}

interface CardPictureProps extends Props {
  readonly upload: Upload;
}

function CardPicture({ card, onChange, upload }: CardPictureProps): ReactElement {
  return (
    <div>
      <div className={classes.cardPicture}>
        {card.pictureUrl === null ? (
          <IconPhotoOff size={28} stroke={1.25} aria-label="No picture" />
        ) : (
          <img src={card.pictureUrl} alt="Shown on the link card" />
        )}
      </div>
      <Group gap={6} mt={8}>
        <FileButton accept="image/*" onChange={(file) => file !== null && upload.start(file)}>
          {(button) => (
            <Button {...button} size="compact-xs" variant="default" loading={upload.share !== null}>
              {card.pictureUrl === null ? 'Add picture' : 'Replace'}
            </Button>
          )}
        </FileButton>
        {card.pictureUrl !== null && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange({ ...card, pictureId: null, pictureUrl: null })}
          >
            Remove
          </Button>
        )}
        <Button size="compact-xs" variant="default" onClick={() => onChange({ ...card, of: '' })}>
          Read again
        </Button>
      </Group>
    </div>
  );
}
