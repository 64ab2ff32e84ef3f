import { Button, FileButton, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { IconMovie } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useRef } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';
import { networksQuery } from '../requests-api.ts';
import classes from './composer.module.css';
import type { ComposerForm } from './composer-form.ts';
import type { Part } from './part.ts';
import { type Upload, useUpload } from './use-upload.ts';
import { useVideoUpload, type VideoUpload } from './use-video-upload.ts';
import { stillOf } from './video-still.ts';
import { lengthWords, limitWords } from './video-upload.ts';

type Video = NonNullable<ComposerForm['video']>;

const usualLimits = { bytes: 100_000_000, seconds: 600 };

/** One video for the posts, with a still for Slack and a description. */
export function VideoField({ form, patch, problems }: Part): ReactElement {
  const limits = useQuery(networksQuery).data?.video ?? usualLimits;
  const upload = useVideoUpload(limits, ({ id, url, seconds, bytes }) =>
    patch({ video: { id, url, seconds, bytes, alt: form.video?.alt ?? '', stillId: null, stillUrl: null } }),
  );
  return (
    <Stack gap={10}>
      <Text size="sm" fw={500} component="span">
        Video{' '}
        <Text span size="sm" c="dimmed" fw={400}>
          (optional, MP4 of up to {limitWords(limits)})
        </Text>
      </Text>
      {form.video === null ? (
        <Choose upload={upload} />
      ) : (
        <OneVideo
          key={form.video.id}
          video={form.video}
          error={problems['video.alt']}
          onChange={(video) => patch({ video })}
          onRemove={() => patch({ video: null })}
        />
      )}
      {upload.error !== null && (
        <Text size="sm" c="red" role="alert">
          {sentenceOf(upload.error)}
        </Text>
      )}
    </Stack>
  );
}

function Choose({ upload }: { readonly upload: VideoUpload }): ReactElement {
  const { share } = upload;
  if (share !== null) {
    const percent = Math.round(share * 100);
    return (
      <Stack gap={6}>
        <Group justify="space-between">
          <Text size="sm" role="status">
            {share < 1 ? `Uploading the video… ${percent} %` : 'Checking the video…'}
          </Text>
          <Button size="xs" variant="default" onClick={upload.cancel}>
            Cancel
          </Button>
        </Group>
        <Progress value={percent} aria-label="Uploading the video" animated />
      </Stack>
    );
  }
  return (
    <div className={classes.drop} data-small>
      <IconMovie size={24} stroke={1.5} aria-hidden />
      <Text size="sm" c="dimmed">
        Posts carry it in place of pictures and link card, where the network takes it.
      </Text>
      <FileButton accept="video/mp4" onChange={(file) => file !== null && upload.start(file)}>
        {(button) => (
          <Button {...button} size="xs" variant="default">
            Choose a video
          </Button>
        )}
      </FileButton>
    </div>
  );
}

interface OneProps {
  readonly video: Video;
  readonly error: string | undefined;
  readonly onChange: (video: Video) => void;
  readonly onRemove: () => void;
}

function OneVideo({ video, error, onChange, onRemove }: OneProps): ReactElement {
  const player = useRef<HTMLVideoElement>(null);
  const still = useUpload(({ id, url }) => onChange({ ...video, stillId: id, stillUrl: url }));
  const takeStill = async (): Promise<void> => {
    const file = player.current && (await stillOf(player.current));
    if (file) still.start(file);
  };
  // The first picture that can be drawn stands for the film, until the publisher takes another.
  const onReady = (): void => void (video.stillId === null && still.share === null && takeStill());
  return (
    <div className={classes.picture}>
      {/* biome-ignore lint/a11y/useMediaCaption: the film is the publisher's; what it shows goes into its description */}
      <video
        ref={player}
        className={classes.film}
        // From here, so that the browser lets its picture be drawn.
        src={`/media/videos/${video.id}`}
        poster={video.stillUrl ?? undefined}
        aria-label={video.alt === '' ? 'The video' : video.alt}
        onLoadedData={onReady}
        controls
        playsInline
        preload="auto"
      />
      <Stack gap="xs" style={{ flex: 1, minWidth: 200 }}>
        <TextInput
          label="Description for people who can’t see or hear it"
          required
          maxLength={1000}
          value={video.alt}
          onChange={(event) => onChange({ ...video, alt: event.currentTarget.value })}
          error={error}
        />
        <Text size="sm" c="dimmed">
          {lengthWords(video.seconds)} · {(video.bytes / 1_000_000).toFixed(1)} MB ·{' '}
          {video.stillId === null ? 'no still yet' : 'Slack shows the still'}
        </Text>
        <StillButtons still={still} onTake={() => void takeStill()} onRemove={onRemove} />
        {still.error !== null && (
          <Text size="sm" c="red" role="alert">
            {sentenceOf(still.error)}
          </Text>
        )}
      </Stack>
    </div>
  );
}

interface StillProps {
  readonly still: Upload;
  readonly onTake: () => void;
  readonly onRemove: () => void;
}

/** The picture that stands for the film: one of its moments, or a file. */
function StillButtons({ still, onTake, onRemove }: StillProps): ReactElement {
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" loading={still.share !== null} onClick={onTake}>
        Use this moment as the still
      </Button>
      <FileButton accept="image/*" onChange={(file) => file !== null && still.start(file)}>
        {(button) => (
          <Button {...button} size="xs" variant="default">
            Choose a still
          </Button>
        )}
      </FileButton>
      <Button size="xs" variant="default" onClick={onRemove}>
        Remove
      </Button>
    </Group>
  );
}
