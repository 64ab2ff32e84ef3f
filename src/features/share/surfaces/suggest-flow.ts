import type {
  ActionRequest,
  CommandAnswer,
  CommandRequest,
  FormState,
  Modal,
  ShortcutRequest,
  SlackRequest,
  ViewAnswer,
  ViewRequest,
} from '../../../platform/slack/index.ts';
import type { CommandWord, ShareParts } from '../parts.ts';
import { line } from '../request.ts';
import { isPage, linkIn, offeredBy } from '../suggestions/message-text.ts';
import { type Suggested, suggest } from '../suggestions/suggest.ts';
import { mostNote, mostTitle, suggestedModal, suggestFields, suggestModal } from './suggest-modal.ts';

const notMember = 'Only members of the organisation that Coact belongs to can suggest something.';

const said: Readonly<Record<Exclude<Suggested, 'known'>, (named: boolean) => string>> = {
  taken: (named) =>
    named
      ? 'Thank you. It waits for a publisher now, with your name. Coact tells you what becomes of it.'
      : 'Thank you. It waits for a publisher now, without your name.',
  too_many: () => 'You have suggested a lot today. Thank you! Come back with this one tomorrow.',
  full: () => 'More suggestions wait than anybody can read at the moment. Try again in a few days.',
  not_member: () => notMember,
};
const known = 'This page is known here already: it was suggested, or there is a request with it.';
const noAddress = 'This is not a complete web address. It should look like https://example.com/page.';

/** "Suggest to share" in the menu of a message: its link and words are taken over, to be changed. */
export function suggestMessage(request: ShortcutRequest): Promise<object> {
  return open(request, () =>
    suggestModal(request.slackUserName, request.message === null ? {} : offeredBy(request.message)),
  );
}

/** The button in the Home tab. */
export function suggestFromHome(request: ActionRequest): Promise<object> {
  return open(request, () => suggestModal(request.slackUserName));
}

/** `/coact suggest <link>`. */
export const suggestWord: CommandWord = {
  word: 'suggest',
  takesMore: true,
  help: 'suggest a page that everybody could share, as in `/coact suggest https://example.com/news`',
  answer: suggestByCommand,
};

async function suggestByCommand(request: CommandRequest): Promise<CommandAnswer> {
  const link = linkIn(request.text.trim().slice(suggestWord.word.length));
  if (link !== '' && !isPage(link)) return { ack: { text: `${noAddress} You typed “${link.slice(0, 100)}”.` } };
  await open(request, () => suggestModal(request.slackUserName, { link }));
  return {};
}

/** The window opens at once, from what came with the request: nothing is asked of anybody before. */
async function open({ triggerId, stranger, client }: SlackRequest, form: () => Modal): Promise<object> {
  if (triggerId !== null) await client.openView(triggerId, stranger ? suggestedModal(notMember) : form());
  return {};
}

/** The form is sent: the suggestion is stored before Slack is answered; its page is looked at afterwards. */
export async function submitSuggestion(parts: ShareParts, request: ViewRequest): Promise<ViewAnswer> {
  const { orgId, state, stranger } = request;
  if (stranger) return { ack: { action: 'update', view: suggestedModal(notMember) } };
  const link = textAt(state, 'link', 2_000);
  const named = textAt(state, 'name', 20) !== 'unnamed';
  if (!isPage(link)) return { ack: { action: 'errors', errors: { [suggestFields.link.block]: noAddress } } };
  const [title, note] = [textAt(state, 'title', mostTitle), textAt(state, 'note', mostNote)];
  const outcome = await suggest(parts, orgId, request, { link, title, note, named });
  if (outcome === 'known') return { ack: { action: 'errors', errors: { [suggestFields.link.block]: known } } };
  return { ack: { action: 'update', view: suggestedModal(said[outcome](named)) } };
}

function textAt(state: FormState, name: keyof typeof suggestFields, most: number): string {
  const { block, action } = suggestFields[name];
  return line(most).safeParse(state[block]?.[action] ?? '').data ?? '';
}
