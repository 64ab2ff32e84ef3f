import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { PlacesField } from '../composer/places-field.tsx';
import { type Feed, modeSchema } from './contract.ts';
import { type FeedForm, networkTitles } from './feed-form.ts';
import { everyWords, modeWords } from './feed-words.ts';

interface Part {
  readonly form: FeedForm;
  readonly patch: (change: Partial<FeedForm>) => void;
  /** Sentences by field, as the server names them. */
  readonly errors: Readonly<Record<string, string>>;
}

const intervals = [15, 30, 60, 180, 360, 720, 1_440, 10_080];
const whole = (value: string | number, otherwise: number) => (typeof value === 'number' ? value : otherwise);

/** Where the feed is and what it is called here. */
export function AddressFields({
  form,
  patch,
  errors,
  onLook,
  looking,
}: Part & { readonly onLook: () => void; readonly looking: boolean }): ReactElement {
  return (
    <Panel>
      <Stack>
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            label="Address"
            description="Of the feed, or of a page that has one"
            placeholder="https://example.com/news"
            type="url"
            required
            value={form.url}
            onChange={(event) => patch({ url: event.currentTarget.value })}
          />
          <Button
            variant="default"
            leftSection={<IconSearch size={16} aria-hidden />}
            onClick={onLook}
            loading={looking}
            disabled={form.url.trim() === ''}
          >
            Look
          </Button>
        </Group>
        {errors.url !== undefined && (
          <div role="alert" style={{ color: 'var(--mantine-color-error)', fontSize: 14 }}>
            {errors.url}
          </div>
        )}
        <TextInput
          label="Name"
          description="How you call it here; {feed} in campaign parameters"
          required
          maxLength={100}
          value={form.name}
          error={errors.name}
          onChange={(event) => patch({ name: event.currentTarget.value })}
        />
      </Stack>
    </Panel>
  );
}

interface ModeProps extends Part {
  readonly adding: boolean;
  /** Channels whose names are known already. */
  readonly kept: Feed['channels'];
}

/** What becomes of items, where it goes, how often, and how many. */
export function ModeFields({ form, patch, errors, adding, kept }: ModeProps): ReactElement {
  return (
    <Panel title="What becomes of new items">
      <Stack>
        <Radio.Group
          value={form.mode}
          onChange={(value) => patch({ mode: modeSchema.catch('review').parse(value) })}
          aria-label="What becomes of new items"
        >
          <Stack gap="xs">
            {modeSchema.options.map((mode) => (
              <Radio key={mode} value={mode} label={modeWords[mode].label} description={modeWords[mode].explains} />
            ))}
          </Stack>
        </Radio.Group>
        <PlacesField form={form} patch={patch} problems={errors} kept={kept} />
        <Amounts form={form} patch={patch} errors={errors} adding={adding} />
      </Stack>
    </Panel>
  );
}

/** How often Coact looks, and how much may come of it. */
function Amounts({ form, patch, errors, adding }: Part & { readonly adding: boolean }): ReactElement {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label="Look at it"
        description="For what is new there"
        allowDeselect={false}
        value={String(form.intervalMinutes)}
        data={[...new Set([...intervals, form.intervalMinutes])].map((minutes) => ({
          value: String(minutes),
          label: everyWords(minutes),
        }))}
        onChange={(value) => patch({ intervalMinutes: Number(value ?? 60) })}
      />
      <NumberInput
        label="Ends after"
        description="Days; empty for no end"
        min={1}
        max={365}
        allowDecimal={false}
        value={form.endAfterDays ?? ''}
        error={errors.endAfterDays}
        onChange={(value) => patch({ endAfterDays: typeof value === 'number' ? value : null })}
      />
      <NumberInput
        label="At most a day"
        min={1}
        max={50}
        clampBehavior="strict"
        allowDecimal={false}
        value={form.dailyCap}
        error={errors.dailyCap}
        onChange={(value) => patch({ dailyCap: whole(value, 5) })}
      />
      <NumberInput
        label="At most at once"
        min={1}
        max={20}
        clampBehavior="strict"
        allowDecimal={false}
        value={form.runCap}
        error={errors.runCap}
        onChange={(value) => patch({ runCap: whole(value, 3) })}
      />
      {adding && (
        <NumberInput
          label="Also the last"
          description="Items that are there already"
          min={0}
          max={20}
          clampBehavior="strict"
          allowDecimal={false}
          value={form.alsoLast}
          onChange={(value) => patch({ alsoLast: whole(value, 0) })}
        />
      )}
    </SimpleGrid>
  );
}

/** Which items pass. */
export function ItemFields({ form, patch, errors }: Part): ReactElement {
  return (
    <Panel
      title="Which items"
      explains="Words are looked for in title, text, author and categories; capitals don’t matter."
    >
      <Stack>
        <TagsInput
          label="Only with one of these words"
          placeholder={form.include.length === 0 ? 'All items' : ''}
          maxTags={20}
          value={[...form.include]}
          error={errors.include}
          onChange={(include) => patch({ include })}
        />
        <TagsInput
          label="Never with one of these words"
          maxTags={20}
          value={[...form.exclude]}
          error={errors.exclude}
          onChange={(exclude) => patch({ exclude })}
        />
      </Stack>
    </Panel>
  );
}

/** What the texts are made of. */
export function TextFields({ form, patch, errors }: Part): ReactElement {
  const names = Object.entries(networkTitles);
  return (
    <Panel
      title="Texts"
      explains="{title}, {description}, {author}, {categories} and {link} stand for an item’s own. What is too long is shortened."
    >
      <Stack>
        <TextInput
          label="Title"
          value={form.title}
          error={errors['template.title']}
          onChange={(event) => patch({ title: event.currentTarget.value })}
        />
        <Textarea
          label="Text for Slack"
          autosize
          minRows={2}
          maxRows={8}
          value={form.slackText}
          error={errors['template.slackText']}
          onChange={(event) => patch({ slackText: event.currentTarget.value })}
        />
        <Textarea
          label="Text for the networks"
          description="The tracked link is added by itself"
          autosize
          minRows={2}
          maxRows={8}
          value={form.networkText}
          error={errors['template.networkText']}
          onChange={(event) => patch({ networkText: event.currentTarget.value })}
        />
        <Checkbox.Group
          label="Networks"
          value={[...form.networks]}
          error={errors.networks}
          onChange={(chosen) => patch({ networks: networksAmong(chosen) })}
        >
          <Group mt={6}>
            {names.map(([value, label]) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <TrackingFields form={form} patch={patch} errors={errors} />
      </Stack>
    </Panel>
  );
}

function TrackingFields({ form, patch, errors }: Part): ReactElement {
  return (
    <>
      <Switch
        checked={form.ownUtm}
        onChange={(event) => patch({ ownUtm: event.currentTarget.checked })}
        label="UTM parameters of its own"
        description="Else its requests get those that new requests begin with; where there are none, the feed’s name as source."
      />
      {form.ownUtm && (
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {(['source', 'medium', 'campaign'] as const).map((name) => (
            <TextInput
              key={name}
              label={`utm_${name}`}
              maxLength={200}
              value={form[name]}
              error={errors[`utm.${name}`]}
              onChange={(event) => patch({ [name]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
      )}
    </>
  );
}

type Network = FeedForm['networks'][number];
const isNetwork = (name: string): name is Network => Object.hasOwn(networkTitles, name);
const networksAmong = (names: readonly string[]): Network[] => names.filter(isNetwork);
