import { instantOf } from '../../../../web/zoned-time.ts';
import type { EditPolicy, Utm } from '../contract.ts';
import type { ComposerForm } from './composer-form.ts';
import { utmKeys, webAddress } from './tracked-url.ts';

/** The body of `POST` and `PATCH /api/requests`: a draft may be incomplete, and null empties a field. */
export interface DraftBody {
  readonly link: string;
  readonly title: string;
  readonly slackText: string;
  readonly picture: { readonly id: string; readonly alt: string } | null;
  readonly preview: { readonly title: string; readonly description: string; readonly pictureId: string | null } | null;
  readonly networks: { readonly bluesky: { readonly variants: readonly string[] } };
  readonly editPolicy: EditPolicy;
  readonly utm: Utm;
  readonly channelId: string;
  readonly endsAt: string | null;
}

function utmOf(form: ComposerForm): Utm {
  const filled = utmKeys.map((key) => [key, form.utm[key].trim()] as const).filter(([, value]) => value !== '');
  return Object.fromEntries(filled);
}

/** What the server is told about a form. Half an address stays as typed, so that a reload shows it again. */
export function draftBody(form: ComposerForm, timeZone: string): DraftBody {
  return {
    link: webAddress(form.link)?.toString() ?? form.link.trim(),
    title: form.title.trim(),
    slackText: form.slackText,
    picture: form.picture === null ? null : { id: form.picture.id, alt: form.picture.alt },
    preview:
      form.card === null
        ? null
        : { title: form.card.title, description: form.card.description, pictureId: form.card.pictureId },
    networks: { bluesky: { variants: form.variants } },
    editPolicy: form.editPolicy,
    utm: utmOf(form),
    channelId: form.channelId,
    endsAt: instantOf(form.endsAt, timeZone)?.toISOString() ?? null,
  };
}
